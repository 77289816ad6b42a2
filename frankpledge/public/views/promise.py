"""One promise."""

from django.http import HttpRequest, HttpResponse

from frankpledge.public import finding
from frankpledge.public.answering import page, public_page
from frankpledge.public.around import around, crumbs
from frankpledge.public.showing.notices import notice_of
from frankpledge.public.showing.promise import has_promise, promise_page


@public_page
def promise(
    request: HttpRequest, slug: str, action_id: int, freeze_id: int | None = None
) -> HttpResponse:
    found = finding.published_with(slug, freeze_id, lambda body: has_promise(body, action_id))
    shown = promise_page(found.body, action_id, found.to)
    above = [(shown.base.title, shown.base.url)] if shown.base else []
    context = {
        **around(found.partnership),
        "page": shown,
        "crumbs": crumbs(found, *above, here=shown.over or shown.words),
        "notice": notice_of(found),
    }
    return page("public/promise.html", context)
