"""Marshwick's own list of deliberate fires, by month, as its fire service keeps it."""

import datetime
import tempfile
from pathlib import Path

from frankpledge.delivery.periods import months_on
from frankpledge.demo.days import Days
from frankpledge.demo.world import HOST
from frankpledge.evidence import changes
from frankpledge.partnership.models import Partnership

DATASET = "fires"
HEADS = {"period": "Month", "area": "Where", "measure": "Kind", "n": "How many"}
# Three years, oldest first; and the two quarters before this one, as the leads told them.
USUAL = (
    *(1, 0, 2, 3, 1, 4, 2, 3, 2, 1, 3, 0),
    *(2, 1, 0, 2, 4, 2, 3, 5, 1, 2, 0, 3),
    *(1, 2, 3, 1, 2, 3, 4, 1, 3, 2, 0, 2),
)
TOLD = {-2: (0, 8, 1), -1: (3, 2, 2)}


def bring_fires(partnership: Partnership, days: Days) -> None:
    with tempfile.TemporaryDirectory(prefix="frankpledge-") as folder:
        path = Path(folder) / "deliberate-fires.csv"
        path.write_text(table(days), encoding="utf-8")
        changes.load_counts(
            path=path, dataset=DATASET, partnership=partnership, columns=HEADS, by=HOST
        )


def table(days: Days) -> str:
    this = days.today.replace(day=1)
    months = [months_on(this, ago - len(USUAL)) for ago in range(len(USUAL))]
    counted = dict(zip(months, USUAL, strict=True)) | _told(days)
    rows = [f"{month:%Y-%m},Marshwick,deliberate,{counted[month]}" for month in months]
    return "\n".join([",".join(HEADS.values()), *rows])


def _told(days: Days) -> dict[datetime.date, int]:
    return {
        months_on(days.day(f"q{quarter}+0"), at): count
        for quarter, counts in TOLD.items()
        for at, count in enumerate(counts)
    }
