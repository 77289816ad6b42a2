"""Coverage as strips: a picture for each kind of file, a strip for each force."""

import datetime
from collections.abc import Iterator, Sequence
from itertools import groupby

from frankpledge.evidence.queries import Coverage
from frankpledge.pictures import coverage as drawn
from frankpledge.pictures.picture import Picture, Words

KINDS = {
    "street": ("Recorded crime and anti-social behaviour", "street"),
    "outcomes": ("Outcomes of crimes", "outcomes"),
    "stops": ("Stop and search", "stop and search"),
}


def strips(covered: Sequence[Coverage]) -> list[Picture]:
    kinds = groupby(covered, key=lambda each: each.dataset)
    return [_picture(dataset, list(forces)) for dataset, forces in kinds]


def _picture(dataset: str, forces: list[Coverage]) -> Picture:
    months = list(_every_month(forces))
    words, files = KINDS.get(dataset, (dataset, dataset))
    gone = sum(len(each.missing) for each in forces)
    finding = _finding(gone)
    return drawn.coverage(
        drawn.Coverage(
            words=Words(
                title=f"{words}: {finding}",
                subtitle=f"Monthly {files} files held, by force",
            ),
            months=tuple(f"{month:%Y-%m}" for month in months),
            strips=tuple(_strip(each, months) for each in forces),
        )
    )


def _finding(gone: int) -> str:
    if not gone:
        return "no month between is missing"
    return f"{gone} months between are missing" if gone > 1 else "1 month between is missing"


def _strip(each: Coverage, months: Sequence[datetime.date]) -> drawn.Strip:
    """What lies before a force's first month is not missed."""
    held = {month.month for month in each.months}
    states = ["held" if m in held else "missing" if m > min(held) else "none" for m in months]
    return drawn.Strip(each.force_name, tuple(states))  # type: ignore[arg-type]


def _every_month(forces: Sequence[Coverage]) -> Iterator[datetime.date]:
    held = [month.month for each in forces for month in each.months]
    month, last = min(held), max(held)
    while month <= last:
        yield month
        month = (month + datetime.timedelta(days=32)).replace(day=1)
