"""One priority and the promises under it."""

from django.http import HttpRequest, HttpResponse

from frankpledge.public import finding
from frankpledge.public.answering import page, public_page
from frankpledge.public.around import around, crumbs
from frankpledge.public.showing.notices import notice_of
from frankpledge.public.showing.priority import has_priority, priority_page


@public_page
def priority(
    request: HttpRequest, slug: str, priority_id: int, freeze_id: int | None = None
) -> HttpResponse:
    found = finding.published_with(slug, freeze_id, lambda body: has_priority(body, priority_id))
    shown = priority_page(found.body, priority_id, found.to)
    above = [(shown.above.title, shown.above.url)] if shown.above else []
    context = {
        **around(found.partnership),
        "page": shown,
        "crumbs": crumbs(found, *above, here=shown.heading.title),
        "notice": notice_of(found),
    }
    return page("public/priority.html", context)
