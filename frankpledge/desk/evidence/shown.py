"""What the pages of the evidence share: their parts, what is chosen, and what cannot be shown."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.text import slugify

from frankpledge.desk.access import DeskRequest
from frankpledge.desk.evidence.files import downloads, taken_away
from frankpledge.desk.pages import page
from frankpledge.evidence.queries import screens
from frankpledge.evidence.queries.screens import Frame
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.partnership.queries import coordinators
from frankpledge.partnership.roles import Permission
from frankpledge.pictures.picture import Picture
from frankpledge.record.errors import Refused

HERE = "desk:evidence"
# Of what an answer tells of itself: source, months, cut-off.
SHORT = 3
PARTS = (
    ("evidence", "What changed"),
    ("evidence-county", "Beside the others"),
    ("evidence-ask", "Ask the evidence"),
    ("perception", "Fear and what happens"),
    ("figures-check", "Is this table right?"),
    ("evidence-data", "What is held"),
    ("evidence-areas", "Areas"),
)
IN_PUBLIC = ("evidence-public", "In public")  # for whoever may publish
Found = TypeVar("Found")


def shown(
    request: DeskRequest,
    template: str,
    find: Callable[[], Found],
    tell: Callable[[Found], dict[str, Any]],
    *,
    part: str = "",
    pictures: Callable[[Found], dict[str, Picture | None]] | None = None,
) -> HttpResponse:
    """The page, or one of its pictures to take away, or why there is nothing to show."""
    try:
        found = find()
    except (Refused, CannotWorkOut) as refused:
        return cannot(request, str(refused), part)
    drawn = pictures(found) if pictures else {}
    if file := taken_away(request, drawn):
        return file
    context = {
        **tell(found),
        "found": found,
        "part": part,
        "parts": parts_of(request),
        "pictures": {name: on_page(request, name, one) for name, one in drawn.items() if one},
    }
    return page(request, f"desk/evidence/{template}", context, here=HERE)


def on_page(request: DeskRequest, name: str, picture: Picture) -> dict[str, Any]:
    """Under it stand source, months and cut-off; how it was worked out is a step away."""
    return {
        "one": replace(picture, source=picture.source[:SHORT]),
        "workings": picture.source[SHORT:],
        "links": downloads(request, name),
    }


def cannot(request: DeskRequest, sentence: str, part: str = "") -> HttpResponse:
    context = {
        "ready": screens.ready(request.partnership),
        "sentence": sentence,
        "part": part,
        "parts": parts_of(request),
        "may_load": request.access.may(Permission.LOAD_EVIDENCE),
        "may_name": request.access.may(Permission.EDIT_SETTINGS),
        "coordinators": [person.name for person in coordinators(request.partnership)],
    }
    return page(request, "desk/evidence/cannot.html", context, here=HERE)


def parts_of(request: DeskRequest) -> list[dict[str, str]]:
    slug = request.partnership.slug
    parts = (*PARTS, IN_PUBLIC) if request.access.may(Permission.ADOPT_PLAN) else PARTS
    return [
        {"name": name, "words": words, "url": reverse(f"desk:{name}", args=[slug])}
        for name, words in parts
    ]


def chosen(request: DeskRequest) -> dict[str, str]:
    """Which of the areas, and up to which month; what makes no sense is taken as not said."""
    return {"area": request.GET.get("area", "")[:16], "to": request.GET.get("to", "")[:7]}


def kept(request: DeskRequest) -> str:
    """What was chosen, for the links of this page to others."""
    held = request.GET.copy()
    for name in list(held):
        if name not in ("area", "to"):
            del held[name]
    return f"?{held.urlencode()}" if held else ""


def address(request: DeskRequest, name: str, *args: object) -> str:
    return reverse(f"desk:{name}", args=[request.partnership.slug, *args]) + kept(request)


def choices(frame: Frame) -> dict[str, Any]:
    return {
        "areas": [(each.code, each.name, each == frame.area) for each in frame.areas],
        "ends": [(each.name, each.words, each.end == frame.year.end) for each in frame.ends],
    }


def slug_of(kind: str) -> str:
    return slugify(kind)


def type_called(request: DeskRequest, slug: str) -> str | None:
    """As it is published; None where nothing is loaded yet."""
    published = screens.types_published(request.partnership)
    name = next((each for each in published if slug_of(each) == slug), None)
    if name is None and published:
        raise Http404
    return name
