"""Rows of a sheet as entries of the log. Pure but for the rows it is given."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from frankpledge.delivery.changes.fair import wrong_day
from frankpledge.delivery.given import ActivityGiven, Counted
from frankpledge.delivery.importing.days import day_or_month
from frankpledge.delivery.importing.numbers import whole
from frankpledge.delivery.importing.sheet import Faults, Sheet, folded
from frankpledge.delivery.models import Measure
from frankpledge.partnership.models import Area, Organisation
from frankpledge.record import digests

USUAL: dict[str, Sequence[str]] = {
    "on": ("Date", "Day", "When", "Month", "Date of activity", "Period"),
    "measure": ("Measure", "What was counted", "Counted", "Type", "Activity type", "Activity"),
    "n": ("Number", "How many", "Count", "n", "Total", "Quantity"),
    "place": ("Place", "Location", "Where"),
    "area": ("Ward", "Area"),
    "organisations": ("Organisations", "Organisation", "Partners", "Partner", "Who"),
    "what": ("What was done", "Details", "Description", "Notes", "Note"),
}
COLUMNS = tuple(USUAL)


@dataclass
class Known:
    """What the partnership knows by name."""

    measures: Mapping[str, Measure]
    organisations: Mapping[str, Organisation]
    areas: Mapping[str, Area]


@dataclass
class ReadLog:
    rows: int = 0
    found: list[tuple[str, ActivityGiven]] = field(default_factory=list)  # with its mark
    faults: Faults = field(default_factory=Faults)


def read_log(found: Sequence[Sheet], known: Known) -> ReadLog:
    made, seen = ReadLog(), Counter[str]()
    for sheet in found:
        for row, cells in sheet.cells():
            made.rows += 1
            read = _entry(sheet, row, cells, known)
            if isinstance(read, str):
                made.faults.note(read, row)
                continue
            same = digests.sha256(digests.canonical(_sorted(read.told)))
            seen[same] += 1
            # Two rows alike are two patrols; the same two in the file sent again are not four.
            made.found.append((digests.sha256(f"{same}:{seen[same]}"), read))
    return made


def _sorted(told: Mapping[str, Any]) -> list[Any]:
    return [[key, told[key]] for key in sorted(told)]


def _entry(
    sheet: Sheet, row: Sequence[str], cells: Mapping[str, str], known: Known
) -> ActivityGiven | str:
    read = day_or_month(cells["on"])
    if isinstance(read, str):
        return read
    on, is_month = read
    if wrong_day(on):
        return "its date is still to come, or long before the log begins"
    results = _results(sheet, row, cells, known)
    if isinstance(results, str):
        return results
    bodies = _organisations(cells.get("organisations", ""), known)
    if isinstance(bodies, str):
        return bodies
    area = known.areas.get(folded(cells.get("area", "")))
    if cells.get("area") and area is None:
        return "no ward here is known by its name"
    return ActivityGiven(
        on=on,
        is_month=is_month,
        results=results,
        place=cells.get("place", "")[:160],
        area=area,
        organisations=bodies,
        what=cells.get("what", "")[:5000],
    )


def _results(
    sheet: Sheet, row: Sequence[str], cells: Mapping[str, str], known: Known
) -> list[Counted] | str:
    """One measure named in the row; or a column for each measure, an empty cell being none."""
    if "measure" in sheet.where:
        measure = known.measures.get(folded(cells["measure"]))
        if measure is None:
            return (
                "nothing is counted here under its name"
                if cells["measure"]
                else ("it does not say what was counted")
            )
        number = whole(cells["n"])
        return number if isinstance(number, str) else [Counted(measure, number)]
    results = []
    for measure, text in _columns(sheet, row, known):
        number = whole(text)
        if isinstance(number, str):
            return number
        results.append(Counted(measure, number))
    return results or "it has no number"


def _columns(sheet: Sheet, row: Sequence[str], known: Known) -> Iterator[tuple[Measure, str]]:
    seen = set()
    for at, head in enumerate(sheet.heads):
        measure = known.measures.get(folded(head))
        if measure and measure.pk not in seen and at < len(row) and row[at].strip():
            seen.add(measure.pk)
            yield measure, row[at].strip()


def _organisations(text: str, known: Known) -> list[Organisation] | str:
    names = [one for one in text.replace(";", ",").split(",") if one.strip()]
    found = [known.organisations.get(folded(one)) for one in names]
    if None in found:
        whole_name = known.organisations.get(folded(text))
        return [whole_name] if whole_name else "no organisation here is known by its name"
    return list(dict.fromkeys(one for one in found if one))
