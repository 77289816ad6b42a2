"""What all series together teach: how fast they drift, and how far beyond chance they vary."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from frankpledge.figures.odds.levels import Levels, levels
from frankpledge.figures.odds.misses import fitted, weights
from frankpledge.figures.odds.seasonal import Seasonal, seasonal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.float64]
    Rows = tuple[Table, Table, Table, Table, Table]

DISCOUNTS = (0.7, 0.8, 0.87, 0.92, 0.95, 0.97, 0.985, 1.0)
# Months ahead that the past is asked about, and the months it must have had before.
AHEAD = (1, 3, 6, 9, 12)
LEAST = 6
# At most so many series are asked how far they drift.
TEACHERS = 1500
# What is believed before any series is seen: variance over mean; drift and trend of a month.
BELIEVED = (1.3, 0.045**2, 0.006**2)


@dataclass(frozen=True)
class Pool:
    discount: float
    # Variance over mean; variance of a month's drift; variance of a month's trend.
    dispersion: float
    drift: float
    trend: float
    forecasts: int
    season: Seasonal
    first: int
    months: int
    levels: Levels

    @property
    def freedom(self) -> float:
        """What moves one series moves others: it is months that teach, not series."""
        return max(3.0, self.months / 3)


def learn(values: "Table", groups: "NDArray[np.int64]", first: int) -> Pool:
    """Values by series and month, nan where nothing is known; first counts from the year nought."""
    import numpy as np

    season = seasonal(values, groups, first)
    exposure = season.index[:, (first + np.arange(values.shape[1])) % 12]
    usual = _usual(values, groups)
    # Thousands of series teach no more than some of them, taken evenly from first to last.
    some = np.unique(np.linspace(0, len(values) - 1, min(len(values), TEACHERS)).astype(int))

    def asked(discount: float) -> "Rows":
        known = levels(values[some], exposure[some], usual[some], discount)
        return _forecasts(values[some], exposure[some], known)

    best = min(DISCOUNTS, key=lambda discount: _miss(asked(discount)))
    rows = asked(best)
    chance, drift, trend = _fitted(rows)
    known = levels(values, exposure, usual, best)
    return Pool(best, chance, drift, trend, len(rows[0]), season, first, values.shape[1], known)


def _usual(values: "Table", groups: "NDArray[np.int64]") -> "Table":
    import numpy as np

    known = np.isfinite(values)
    n = int(groups.max()) + 1 if len(groups) else 0
    total, months = np.zeros(n), np.zeros(n)
    np.add.at(total, groups, np.where(known, values, 0).sum(axis=1))
    np.add.at(months, groups, known.sum(axis=1))
    return ((total + 1) / (months + 1))[groups]


def walk(begin: "Table", months: "Table") -> tuple["Table", "Table"]:
    """The mean of a walk over these months: its variance in steps, and its place on a slope."""
    steps = (begin - 1) + (months + 1) * (2 * months + 1) / (6 * months)
    return steps, (begin + (months - 1) / 2) ** 2


def _forecasts(values: "Table", exposure: "Table", known: Levels) -> "Rows":
    """Of each forecast that the past can be asked for: what came, was due, and on what ground."""
    import numpy as np

    made: list[tuple[Table, ...]] = []
    seen = np.cumsum(np.isfinite(values), axis=1)
    for at in range(LEAST - 1, values.shape[1] - 1):
        for ahead in AHEAD:
            came = values[:, at + 1 : at + 1 + ahead].sum(axis=1)
            use = np.isfinite(came) & (seen[:, at] >= LEAST)
            if at + ahead >= values.shape[1] or not use.any():
                continue
            due = known.mean[:, at] * exposure[:, at + 1 : at + 1 + ahead].sum(axis=1)
            n = int(use.sum())
            rests = known.shape[use, at]
            made.append((came[use], due[use], rests, np.full(n, ahead), weights(n)))
    if not made:
        none = np.empty(0)
        return none, none, none, none, none
    came, due, shape, ahead_of, weight = (np.concatenate(each) for each in zip(*made, strict=True))
    return came, due, shape, ahead_of.astype(float), weight


def _miss(rows: "Rows") -> float:
    came, due, _, _, weight = rows
    return float((weight * (came - due) ** 2 / (due + 0.02 * due * due + 0.1)).sum())


def _fitted(rows: "Rows") -> tuple[float, float, float]:
    """What chance, drift and trend must be for the past to have been missed as it was."""
    import numpy as np

    came, due, shape, ahead, weight = rows
    steps, slope = walk(np.ones_like(ahead), ahead)
    square = due * due
    parts = np.stack([due + square / np.maximum(shape, 1e-9), square * steps, square * slope], 1)
    chance, drift, trend = fitted((came - due) ** 2, parts, weight, BELIEVED)
    return max(1.0, float(chance)), float(drift), float(trend)
