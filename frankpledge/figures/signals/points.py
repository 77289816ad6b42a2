"""Each point of a chart, with the rules that it meets and whether that is for the better."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from frankpledge.figures.signals.limits import Limits
from frankpledge.figures.signals.rules import RULES
from frankpledge.figures.signals.series import Observed, Stretch

Good = Literal["increase", "decrease", "neutral"]


@dataclass(frozen=True)
class Point:
    period: str
    value: float
    provisional: bool
    segment: int
    rule: str | None
    direction: int
    kind: str
    # Every rule that it meets, with the direction of each: they need not agree.
    rules: Mapping[str, int]


def judged(
    observed: Sequence[Observed],
    part: range,
    runs: Sequence[Stretch],
    limits: Limits,
    *,
    good: Good,
    segment: int,
) -> list[Point]:
    met = _met(observed, part, runs, limits)
    return [_point(observed[at], met[at], good, segment) for at in part]


def _met(
    observed: Sequence[Observed], part: range, runs: Sequence[Stretch], limits: Limits
) -> dict[int, dict[str, int]]:
    met: dict[int, dict[str, int]] = {at: {} for at in part}
    for run in runs:
        values = [observed[at].value for at in run]
        for name, rule in RULES.items():
            for at, mark in zip(run, rule(values, limits), strict=True):
                if mark:
                    met[at][name] = mark
    return met


def _point(each: Observed, rules: dict[str, int], good: Good, segment: int) -> Point:
    first = next(iter(rules), None)
    direction = rules[first] if first else 0
    kind = "provisional" if each.provisional else _kind(direction, good)
    return Point(each.period, each.value, each.provisional, segment, first, direction, kind, rules)


def _kind(direction: int, good: Good) -> str:
    if not direction:
        return "common"
    if good == "neutral":
        return "neutral"
    return "improvement" if (direction > 0) == (good == "increase") else "concern"
