"""What a paper would say, to whom, and what it leaves out: before anything is made."""

from django.http import Http404, HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.pages import page
from frankpledge.desk.papers.here import HERE, MAKE, subject, subjects
from frankpledge.papers import queries
from frankpledge.papers.audiences import CHOICES, KEYS, words_of
from frankpledge.papers.building import ways_of
from frankpledge.papers.layouts import STANDARD, NoLayout, layout_named
from frankpledge.papers.queries import Preview
from frankpledge.papers.writers.html import inside, styles_of
from frankpledge.papers.writers.made import NotWritten
from frankpledge.partnership.brand import brand
from frankpledge.partnership.roles import Permission
from frankpledge.plan.models import Plan

FOR_A_DAY = "private, max-age=86400"


@desk_view(MAKE)
def preview(request: DeskRequest, paper: str) -> HttpResponse:
    kind = queries.kind_named(paper)
    choices = subjects(request, kind.of)
    of = request.GET.get("of") or (choices[0][0] if choices else "")
    audience = request.GET.get("audience", kind.audience)
    context = {"kind": kind, "choices": choices, "of": of, "audiences": CHOICES}
    if not choices:
        return page(request, "desk/papers/preview.html", context, here=HERE)
    if audience not in KEYS or (kind.of == "round" and isinstance(subject(request, of), Plan)):
        raise Http404
    found = queries.preview(
        request.partnership,
        kind,
        subject(request, of),
        audience=audience,
        given=queries.usual(request.partnership, paper),
        large="large" in request.GET,
    )
    logo = brand(request.partnership)["logo_url"] if found.paper.logo else ""
    context |= {
        "audience": audience,
        "audience_words": words_of(KEYS[audience]),
        "large": "large" in request.GET,
        "found": found,
    }
    context |= _inside(found, logo)
    return page(request, "desk/papers/preview.html", context, here=HERE)


def _inside(found: Preview, logo: str) -> dict[str, object]:
    """As the host's layout has it; as ours has it where that cannot be read."""
    try:
        return {"inside": inside(found.paper, found.layout, logo=logo), "fault": found.gone}
    except NotWritten as error:
        ours = inside(found.paper, layout_named(STANDARD), logo=logo)
        return {"inside": ours, "fault": str(error)}


@desk_view(Permission.SEE_INTERNAL)
def style(request: DeskRequest, layout: str) -> HttpResponse:
    """The style sheet of a layout, a host's own among them. Its version stands in the address."""
    try:
        css = styles_of(ways_of(layout).layout)
    except NoLayout:
        raise Http404 from None
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = FOR_A_DAY
    return response
