"""The odds of many targets over counts, all of them worked out at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from frankpledge.figures.odds.ahead import due
from frankpledge.figures.odds.outcomes import Known
from frankpledge.figures.odds.pool import Pool, learn
from frankpledge.figures.odds.state import State
from frankpledge.figures.odds.sums import at_most

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# With fewer months than this a series says too little of where it stands.
LEAST = 6
# What was counted longer ago than this says nothing of today.
LONGEST = 72


@dataclass(frozen=True)
class Counted:
    group: str
    known: Known
    state: State


@dataclass(frozen=True)
class Odds:
    chance: float
    # Of the period that runs: what is still due, and how far that may be off.
    due: float
    spread: float


def learned(counted: Sequence[Counted]) -> Pool | None:
    """What every series that is given teaches; None where there is none to learn from."""
    usable = [each.known.counts for each in counted if each.known.counts]
    if not usable:
        return None
    last = max(max(each) for each in usable)
    first = max(min(min(each) for each in usable), last - LONGEST + 1)
    table = _table(counted, first, last)
    names: dict[str, int] = {}
    import numpy as np

    groups = np.array([names.setdefault(each.group, len(names)) for each in counted])
    return learn(table, groups, first)


def _table(counted: Sequence[Counted], first: int, last: int) -> "NDArray[np.float64]":
    import numpy as np

    table = np.full((len(counted), last - first + 1), np.nan)
    for row, each in enumerate(counted):
        # Only what was counted as it is counted today.
        since = max([first, *each.known.breaks])
        for at, count in each.known.counts.items():
            if at >= since:
                table[row, at - first] = count
    return table


def enough(each: Counted) -> bool:
    since = max([0, *each.known.breaks])
    if sum(at >= since for at in each.known.counts) < LEAST:
        return False
    return not each.state.holed(each.known.newest)


def chances(pool: Pool, counted: Sequence[Counted]) -> list[Odds | None]:
    """None where nothing is open, or too little known."""
    import numpy as np

    wanted = [
        (row, step, each.known.newest)
        for row, each in enumerate(counted)
        if each.state.met is None and enough(each)
        for step in each.state.open
    ]
    made: list[Odds | None] = [None] * len(counted)
    if not wanted:
        return made
    rows = np.array([row for row, _, _ in wanted])
    start = np.array([step.missing[0] for _, step, _ in wanted])
    months = np.array([len(step.missing) for _, step, _ in wanted])
    newest = np.array([at for _, _, at in wanted])
    found = due(pool, rows, start, months, newest)
    room = np.array([float(step.room) for _, step, _ in wanted])
    below = at_most(found.mean, found.variance, room, pool.freedom)
    floor = np.array([step.goal.least is not None for _, step, _ in wanted])
    each_step = np.where(floor, 1 - below, below)
    for row in dict.fromkeys(rows.tolist()):
        mine = _of(rows, row)
        made[row] = Odds(
            prod(each_step[mine].tolist()),
            float(found.mean[mine[0]]),
            float(found.variance[mine[0]]) ** 0.5,
        )
    return made


def _of(rows: "NDArray[np.int64]", row: int) -> "NDArray[np.int64]":
    """Rows stand in order: the places of one are found without looking at all."""
    import numpy as np

    return np.arange(np.searchsorted(rows, row, "left"), np.searchsorted(rows, row, "right"))
