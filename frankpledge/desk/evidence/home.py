"""The evidence at a glance, one type of crime, one ward, and the county compared."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.evidence import words
from frankpledge.desk.evidence.shown import (
    address,
    cannot,
    choices,
    chosen,
    shown,
    slug_of,
    type_called,
)
from frankpledge.evidence.queries import areas_answered_for, screens
from frankpledge.evidence.queries.screens import County, Home, Kind, OfType, Ward
from frankpledge.partnership.roles import Permission
from frankpledge.pictures.picture import Picture

Rows = list[dict[str, Any]]


@desk_view(Permission.SEE_INTERNAL)
def show_home(request: DeskRequest) -> HttpResponse:
    def tell(found: Home) -> dict[str, Any]:
        year = found.frame.year
        return {
            **choices(found.frame),
            "title": f"What changed in {found.area.name}",
            "lede": words.not_compared(found.why_none) or words.lede(found.kinds, year),
            "findings": _findings(request, found.kinds, found.frame),
            "rows": _rows(request, found.kinds),
            "areas_by_themselves": [
                {"kind": part, "url": _to_area(request)(part.code)} for part in found.parts
            ],
            "year": year,
            "source": found.told.lines,
        }

    return shown(
        request,
        "home.html",
        lambda: screens.home(request.partnership, link=_to_place(request), **chosen(request)),
        tell,
        part="evidence",
        pictures=lambda found: {
            "months": found.months,
            "places": found.places,
            "ranks": found.ranks,
        },
    )


@desk_view(Permission.SEE_INTERNAL)
def show_type(request: DeskRequest, kind: str) -> HttpResponse:
    name = type_called(request, kind)
    if name is None:
        return cannot(request, "")

    def tell(found: OfType) -> dict[str, Any]:
        year = found.frame.year
        return {
            **choices(found.frame),
            "title": f"{found.type} in {found.area.name}",
            "lede": words.beside(found.change, year)
            if found.change
            else words.counted(found.total, year),
            "slug": kind,
            "rows": [{"row": row, "url": _to_place(request)(row.area)} for row in found.rows],
            "year": year,
            "steps": found.reading.steps_of(found.type),
            "baseline": found.reading.baseline_of(found.type),
            "may_mark": request.access.may(Permission.LOAD_EVIDENCE),
        }

    def find() -> OfType:
        link = _to_place(request)
        return screens.of_type(request.partnership, name, link=link, **chosen(request))

    return shown(request, "type.html", find, tell, pictures=_pictures_of_type)


def _pictures_of_type(found: OfType) -> dict[str, Picture | None]:
    names = ("months", "places", "ranks", "spots", "season")
    return {name: getattr(found, name) for name in names}


@desk_view(Permission.SEE_INTERNAL)
def show_ward(request: DeskRequest, code: str) -> HttpResponse:
    if not screens.ready(request.partnership).is_whole:
        return cannot(request, "")

    def tell(found: Ward) -> dict[str, Any]:
        year = found.frame.year
        return {
            **choices(found.frame),
            "areas": [],
            "title": f"{found.area.name}, {found.within.name}",
            "lede": words.lede(found.kinds, year) if found.comparison else "",
            "findings": _findings(request, found.kinds, found.frame),
            "rows": _rows(request, found.kinds),
            "others": [
                {"url": address(request, "evidence-place", code), "name": name}
                for code, name in found.others
                if code != found.area.code
            ],
            "year": year,
            "source": found.told.lines,
        }

    return shown(
        request,
        "ward.html",
        lambda: screens.ward(
            request.partnership, code, to=chosen(request)["to"], link=_to_place(request)
        ),
        tell,
        pictures=lambda found: {"months": found.months, "places": found.places},
    )


@desk_view(Permission.SEE_INTERNAL)
def show_county(request: DeskRequest) -> HttpResponse:
    published = screens.types_published(request.partnership)
    asked_for = tuple(name for name in published if slug_of(name) == request.GET.get("type"))

    def tell(found: County) -> dict[str, Any]:
        clear = [row for row in found.rows if row.change.clear]
        return {
            **choices(found.frame),
            "title": f"{found.ours.name} beside the others"
            if found.ours != found.area
            else f"{found.area.name}, district by district",
            "types": [(slug_of(name), name, name in found.types) for name in found.names],
            "clear": clear,
            "rest": [row for row in found.rows if not row.change.clear],
            "ranked": found.ranked.rows if found.ranked else (),
            "year": found.frame.year,
            "source": found.comparison.told.lines if found.comparison else found.told.lines,
        }

    def find() -> County:
        at, link = chosen(request), _to_district(request)
        return screens.county(
            request.partnership, types=asked_for, area=at["area"], to=at["to"], link=link
        )

    return shown(
        request,
        "county.html",
        find,
        tell,
        part="evidence-county",
        pictures=lambda found: {"ranks": found.ranks, "places": found.places},
    )


def _to_place(request: DeskRequest) -> Callable[[str], str]:
    return lambda code: address(request, "evidence-place", code)


def _to_district(request: DeskRequest) -> Callable[[str], str]:
    """A county's partnership has pages of its districts; a district's has none of the others."""
    ours = areas_answered_for(request.partnership)
    if any(area.kind == "county" for area in ours):
        return _to_place(request)
    known = {area.code for area in ours}
    return lambda code: _to_area(request)(code) if code in known else ""


def _to_area(request: DeskRequest) -> Callable[[str], str]:
    asked = {key: each for key, each in {**chosen(request), "area": ""}.items() if each}
    home = reverse("desk:evidence", args=[request.partnership.slug])
    return lambda code: f"{home}?{urlencode({**asked, 'area': code})}"


def _findings(request: DeskRequest, kinds: tuple[Kind, ...], frame: screens.Frame) -> Rows:
    return [
        {"one": each, "url": _to_type(request, each.kind.name)}
        for each in words.findings(kinds, frame.year)
    ]


def _rows(request: DeskRequest, kinds: tuple[Kind, ...]) -> Rows:
    return [{"kind": each, "url": _to_type(request, each.name)} for each in kinds]


def _to_type(request: DeskRequest, name: str) -> str:
    return address(request, "evidence-type", slug_of(name))
