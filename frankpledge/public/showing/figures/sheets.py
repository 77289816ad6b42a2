"""The same figures as tables to take away; 'held back' stands where a page says so."""

from frankpledge.evidence.released import Release, Year
from frankpledge.figures.periods import Period
from frankpledge.pictures.picture import Table
from frankpledge.public.showing.figures.said import HELD, TOO_FEW

MONTHS = ("Month", "Area", "Area name", "Type", "Reports")
PLACES = ("From", "To", "Area", "Area name", "People", "Type", "Reports")


def months(release: Release) -> Table:
    rows = [
        (Period(month).name, release.area.code, release.area.name, name, str(n))
        for name in release.types
        for month, n in zip(release.months, release.counts[name], strict=True)
    ]
    return Table(MONTHS, tuple(sorted(rows)))


def places(release: Release) -> Table:
    years = [year for year in (release.before, release.year) if year]
    return Table(PLACES, tuple(row for year in years for row in _year(release, year)))


def _year(release: Release, year: Year) -> list[tuple[str, ...]]:
    first, last = Period(year.period.start).name, Period(year.period.end).name
    made: list[tuple[str, ...]] = []
    for place in release.places:
        told = (first, last, place.code, place.name, str(place.people or ""))
        for name in release.types:
            held = TOO_FEW if name in year.whole else HELD
            made.append((*told, name, _said(year.cells[place.code][name], held)))
        made.append((*told, "All", _said(year.totals[place.code], HELD)))
    return made


def _said(count: int | None, hidden: str) -> str:
    return hidden if count is None else str(count)
