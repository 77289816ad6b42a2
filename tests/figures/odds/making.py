"""Series made up for tests: by month, with season, trend and drift."""

from datetime import date

import numpy as np

from frankpledge.figures.odds.outcomes import Aim, Month, Outcome, Series
from frankpledge.figures.periods import Period

FIRST = 2022 * 12


def monthly(counts: list[int], first: int = FIRST, **more: object) -> Series:
    months = tuple(Month(Period(first + at).name, int(n)) for at, n in enumerate(counts))
    return Series("thefts", months, **more)  # type: ignore[arg-type]


def outcome(aim: Aim | None, counts: list[int]) -> Outcome:
    return Outcome(monthly(counts), aim)


def year(number: int) -> Period:
    return Period(number * 12, 12)


def after(months: int) -> date:
    """The first day on which so many months from the first are over."""
    at = FIRST + months
    return date(at // 12, at % 12 + 1, 1)


def drifting(seed: int, rows: int, months: int, *, drift: float = 0.03) -> np.ndarray:
    draw = np.random.default_rng(seed)
    level = np.exp(draw.uniform(np.log(3), np.log(150), rows))[:, None]
    trend = draw.normal(0, 0.004, rows)[:, None] * np.arange(months)
    walk = np.cumsum(draw.normal(0, drift, (rows, months)), 1)
    peak = np.cos(2 * np.pi * (np.arange(months) - 6) / 12)
    season = 1 + draw.uniform(0.05, 0.2, rows)[:, None] * peak
    mean = level * np.exp(trend + walk) * season
    return draw.poisson(draw.gamma(mean / 0.4, 0.4)).astype(float)
