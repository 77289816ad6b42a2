"""Every publication so far, and how anybody can hold us to them."""

from django.http import HttpRequest, HttpResponse

from frankpledge.plan.queries.published import rounds_told
from frankpledge.public import finding
from frankpledge.public.answering import page, public_page
from frankpledge.public.around import around
from frankpledge.public.showing.record import lines, rounds


@public_page
def record(request: HttpRequest, slug: str) -> HttpResponse:
    found = finding.published(slug)
    context = {
        **around(found.partnership, "public:record"),
        "lines": lines(found.every, slug),
        "rounds": rounds(rounds_told(found.every)),
    }
    return page("public/record.html", context)
