"""What was reported in the whole area, what changed, and where."""

from dataclasses import dataclass

from frankpledge.evidence.released import Release
from frankpledge.figures.change import Change
from frankpledge.pictures.maps.ground import Ground
from frankpledge.pictures.picture import Picture
from frankpledge.public.showing.figures import changes, pictures
from frankpledge.public.showing.figures.addresses import Figures
from frankpledge.public.showing.figures.changes import Line
from frankpledge.public.showing.figures.said import (
    FOUND_BY_LOOKING,
    LOOKING,
    held_back,
    moved,
    workings,
)
from frankpledge.public.words import opening


@dataclass(frozen=True)
class HomePage:
    title: str
    lede: str
    all: str
    period: str
    before: str
    lines: list[Line]
    looking: str
    months: Picture | None
    types: Picture | None
    map: Picture | None
    places: list[Line]
    kind: str
    year: str
    why_no_year: str
    held_back: str
    workings: tuple[str, ...]


def home_page(release: Release, ground: Ground | None, to: Figures, place: str) -> HomePage:
    lines = sorted(changes.of_area(release), key=lambda each: each.order)
    by_place = changes.totals(release)
    found = any(each.name in FOUND_BY_LOOKING for each in lines)
    return HomePage(
        title=f"What was reported in {place}",
        lede=lede(release, lines),
        all=said_of_all(changes.of_all(release)),
        period=release.newest.words if release.newest else "",
        before=release.earlier.words if release.earlier else "",
        lines=[to.typed(each) for each in lines],
        looking=LOOKING if found else "",
        months=pictures.months(release),
        types=pictures.types(release),
        map=pictures.map_of(release, by_place, ground, to.link(release)),
        places=[to.placed(each, release) for each in by_place or changes.uncounted(release)],
        kind=release.kind if any(each.code for each in release.places) else "",
        year=release.year.period.words if release.year else "",
        why_no_year=release.why_no_year,
        held_back=held_back(release),
        workings=workings(release),
    )


def lede(release: Release, lines: list[Line]) -> str:
    if release.newest is None:
        return "Twelve months in a row are not here yet, so nothing can be added up or compared."
    count = release.count(release.newest)
    said = f"{count:,} reports from {release.newest.words}."
    if not lines:
        return f"{said} The twelve months before are not all here, so nothing is compared."
    ordered = [(each.name, each.change) for each in lines if each.change]
    return f"{said} {moved(ordered)}"


def said_of_all(change: Change | None) -> str:
    """All kinds together, beside the twelve months before."""
    if change is None:
        return ""
    if not change.clear:
        return "All kinds together show no clear change."
    more = "more" if change.difference > 0 else "fewer"
    return opening(
        f"{abs(change.difference):,} {more} in all than in the twelve months before, which is more "
        "than chance explains."
    )
