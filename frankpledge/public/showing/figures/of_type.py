"""One kind of report: its months, its season, and where."""

from dataclasses import dataclass

from frankpledge.evidence.released import Release
from frankpledge.pictures.maps.ground import Ground
from frankpledge.pictures.picture import Picture
from frankpledge.public.showing.figures import changes, pictures
from frankpledge.public.showing.figures.addresses import Figures
from frankpledge.public.showing.figures.changes import Line
from frankpledge.public.showing.figures.said import (
    FOUND_BY_LOOKING,
    LOOKING,
    held_back,
    kind,
    workings,
)


@dataclass(frozen=True)
class TypePage:
    title: str
    name: str
    lede: str
    looking: str
    months: Picture | None
    season: Picture | None
    map: Picture | None
    places: list[Line]
    has_before: bool
    kind: str
    year: str
    why_none: str
    held_back: str
    workings: tuple[str, ...]


def type_page(
    release: Release, name: str, ground: Ground | None, to: Figures, place: str
) -> TypePage:
    lines = changes.of_type(release, name)
    return TypePage(
        title=f"{name} in {place}",
        name=name,
        lede=lede(release, name),
        looking=LOOKING if name in FOUND_BY_LOOKING else "",
        months=pictures.months(release, name),
        season=pictures.season(release, name),
        map=pictures.map_of(release, lines, ground, to.link(release), name),
        places=[to.placed(each, release) for each in sorted(lines, key=_order)],
        has_before=any(each.before is not None for each in lines),
        kind=release.kind if any(each.code for each in release.places) else "",
        year=release.year.period.words if release.year else "",
        why_none=why_none(release, name),
        held_back=held_back(release),
        workings=workings(release),
    )


def lede(release: Release, name: str) -> str:
    if release.newest is None:
        return "Twelve months in a row are not here yet, so nothing can be added up or compared."
    line = next((each for each in changes.of_area(release) if each.name == name), None)
    if line and line.change:
        return f"From {release.newest.words}, {kind(line.change.sentence)}"
    count = release.count(release.newest, name)
    if line and line.is_broken:
        return (
            f"{count:,} reports from {release.newest.words}. Things are done or counted in "
            "another way than before, so the two years are not compared."
        )
    return f"{count:,} reports from {release.newest.words}."


def why_none(release: Release, name: str) -> str:
    if release.year is None:
        return release.why_no_year
    if name in release.year.whole:
        return (
            f"There were so few reports of {kind(name)} in {release.year.period.words} that they "
            f"are not shown by {release.kind}."
        )
    return ""


def _order(line: Line) -> tuple[bool, bool, float, str]:
    """The highest rate first; what is held back after what is shown, and by name."""
    return not line.code, line.now is None, -(line.rate.rate if line.rate else 0), line.name
