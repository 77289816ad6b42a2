"""What is loaded: by force and month as a strip, what is missing, and every load."""

from dataclasses import dataclass
from datetime import date

from frankpledge.evidence.models import Load
from frankpledge.evidence.queries.coverage import Coverage, coverage
from frankpledge.evidence.queries.loads import loads
from frankpledge.partnership.models import Partnership
from frankpledge.pictures import coverage as strips
from frankpledge.pictures.picture import Picture, Words

SAID = {"street": "street crime", "outcomes": "outcomes", "stops": "stop and search"}


@dataclass(frozen=True)
class Data:
    # None where nothing is loaded.
    months: Picture | None
    coverage: tuple[Coverage, ...]
    loads: tuple[Load, ...]


def data(partnership: Partnership) -> Data:
    found = coverage()
    return Data(_strips(found) if found else None, tuple(found), tuple(loads(partnership)))


def _strips(found: list[Coverage]) -> Picture:
    first = min(each.months[0].month for each in found)
    last = max(each.months[-1].month for each in found)
    every = _months(first, last)
    gaps = sum(len(each.missing) for each in found)
    title = f"{gaps} months are missing between others" if gaps else "No month is missing"
    words = Words("1 month is missing" if gaps == 1 else title, "Files by force and month")
    return strips.coverage(
        strips.Coverage(
            words,
            tuple(f"{month:%Y-%m}" for month in every),
            tuple(_strip(each, every) for each in found),
        )
    )


def _strip(each: Coverage, every: list[date]) -> strips.Strip:
    held = {month.month for month in each.months}
    states: list[strips.State] = ["held" if month in held else "missing" for month in every]
    return strips.Strip(f"{each.force_name}, {SAID.get(each.dataset, each.dataset)}", (*states,))


def _months(first: date, last: date) -> list[date]:
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    return [date(at // 12, at % 12 + 1, 1) for at in range(start, end + 1)]
