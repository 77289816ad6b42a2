"""One ward: what was reported there, what is promised there, and whom to ask."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from frankpledge.evidence.queries import Outline
from frankpledge.evidence.released import Place, Release
from frankpledge.pictures.picture import Picture
from frankpledge.public.addresses import Addresses
from frankpledge.public.reading import date
from frankpledge.public.showing.figures import changes, pictures
from frankpledge.public.showing.figures.addresses import Figures
from frankpledge.public.showing.figures.changes import Line
from frankpledge.public.showing.figures.locator import locator
from frankpledge.public.showing.figures.naming import naming
from frankpledge.public.showing.figures.said import held_back, moved, workings
from frankpledge.public.showing.rows import Row, row_of

Doc = dict[str, Any]


@dataclass(frozen=True)
class WardPage:
    name: str
    lede: str
    year: str
    before: str
    lines: list[Line]
    # Kinds with too few in the whole area, in a row.
    few: list[str]
    total: Line | None
    most: int
    ranks: Picture | None
    locator: str
    kind: str
    why_no_year: str
    held_back: str
    workings: tuple[str, ...]


def ward_page(
    release: Release, place: Place, outlines: Sequence[Outline], to: Figures, within: str
) -> WardPage:
    lines = sorted(changes.of_place(release, place), key=_most_first)
    totals = changes.totals(release)
    few = release.year.whole if release.year else frozenset()
    return WardPage(
        name=place.name,
        lede=lede(release, place, lines),
        year=release.year.period.words if release.year else "",
        before=release.before.period.words if release.before else "",
        lines=[to.typed(each) for each in lines if each.name not in few],
        few=sorted(few),
        total=next((each for each in totals if each.code == place.code), None),
        most=max((each.now or 0 for each in lines), default=0),
        ranks=pictures.rank_picture(release, totals, place.name),
        locator=locator(outlines, place.code, place.name, within),
        kind=release.kind,
        why_no_year=release.why_no_year,
        held_back=held_back(release),
        workings=workings(release),
    )


def lede(release: Release, place: Place, lines: Sequence[Line]) -> str:
    people = f"{_rounded(place.people)} people live here. " if place.people else ""
    if release.year is None:
        return f"{people}{release.why_no_year}"
    count = release.year.totals[place.code]
    period = release.year.period.words
    said = f"{count:,} reports from {period}." if count is not None else f"Counted from {period}."
    compared = [(each.name, each.change) for each in lines if each.change]
    if not compared:
        return f"{people}{said} The twelve months before are not all here."
    return f"{people}{said} {moved(compared)}"


def _rounded(people: int) -> str:
    return f"About {round(people, -2):,}" if people >= 1000 else f"{people:,}"


def _most_first(line: Line) -> tuple[bool, int, str]:
    return line.now is None, -(line.now or 0), line.name


def promises_here(body: Doc, to: Addresses, name: str) -> list[Row]:
    """Those whose own published words name the place; the rest hold for the whole area."""
    as_at: datetime.date = date(body["as_at"])
    named = [action for action in body["actions"].values() if naming(action, name)]
    return [row_of(action, to, as_at) for action in named]
