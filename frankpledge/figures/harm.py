"""Counts weighed by harm, with what chance leaves open and what has no weight.

Weights are given with their name and the day from which they hold; none come with the product.
The interval is that of Dobson, Kuulasmaa, Eberle and Scherer (1991) on Byar's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from frankpledge.figures import given
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.rates import byar
from frankpledge.figures.wording import number


@dataclass(frozen=True)
class Weights:
    name: str
    since: date
    unit: str
    values: Mapping[str, float]
    source: str = ""

    def __post_init__(self) -> None:
        for kind, value in self.values.items():
            if given.finite(value) < 0:
                raise CannotWorkOut(f"{kind} weighs {value}: a weight is nought or more.")
        if not any(self.values.values()):
            raise CannotWorkOut(f"{self.name} gives nothing a weight.")


@dataclass(frozen=True)
class Part:
    kind: str
    count: int
    weight: float
    harm: float
    # Of all harm, and of all that was counted and weighed.
    share_of_harm: float
    share_of_count: float


@dataclass(frozen=True)
class Harm:
    weights: Weights
    total: float
    low: float
    high: float
    level: float
    count: int
    parts: tuple[Part, ...]
    # What was counted of kinds that these weights leave out.
    unweighed: Mapping[str, int]

    @property
    def sentence(self) -> str:
        said = (
            f"{number(self.total)} {self.weights.unit} of harm by {self.weights.name} in "
            f"{number(self.count)} counted; chance alone could move it between "
            f"{number(self.low)} and {number(self.high)}."
        )
        if not self.unweighed:
            return said
        kinds = ", ".join(f"{kind} ({number(n)})" for kind, n in self.unweighed.items())
        return f"{said} Without a weight, and left out: {kinds}."

    @property
    def method(self) -> tuple[str, ...]:
        source = f", {self.weights.source.rstrip('.')}" if self.weights.source else ""
        return (
            f"weights: {self.weights.name}, as of {_day(self.weights.since)}{source}",
            f"Dobson's interval on Byar's, {self.level:g}",
        )

    def to_dict(self) -> dict[str, Any]:
        return {
            "weights": self.weights.name,
            "since": self.weights.since.isoformat(),
            "unit": self.weights.unit,
            "source": self.weights.source,
            "total": self.total,
            "low": self.low,
            "high": self.high,
            "count": self.count,
            "parts": [asdict(part) for part in self.parts],
            "unweighed": dict(self.unweighed),
            "method": list(self.method),
            "sentence": self.sentence,
        }


def in_force(sets: Sequence[Weights], on: date) -> Weights:
    """Of the editions of one set of weights, the one that held on a day."""
    if len({each.name for each in sets}) > 1:
        raise CannotWorkOut("Weights of different sets are never mixed: name one.")
    held = [each for each in sets if each.since <= on]
    if not held:
        raise CannotWorkOut(f"No weights are given that held on {_day(on)}.")
    return max(held, key=lambda each: each.since)


def harm(counts: Mapping[str, int], weights: Weights, *, level: float = 0.95) -> Harm:
    seen = {kind: given.count(n) for kind, n in counts.items()}
    weighed = {kind: n for kind, n in seen.items() if kind in weights.values}
    pairs = [(n, float(weights.values[kind])) for kind, n in weighed.items()]
    total, count = sum(n * weight for n, weight in pairs), sum(weighed.values())
    low, high = weighted_interval(pairs, level)
    parts = tuple(
        Part(
            kind,
            n,
            weights.values[kind],
            n * weights.values[kind],
            _part(n * weights.values[kind], total),
            _part(n, count),
        )
        for kind, n in weighed.items()
    )
    most_first = tuple(sorted(parts, key=lambda part: (-part.harm, part.kind)))
    left = {kind: n for kind, n in seen.items() if kind not in weights.values and n}
    return Harm(weights, total, low, high, level, count, most_first, left)


def weighted_interval(
    pairs: Sequence[tuple[int, float]], level: float = 0.95
) -> tuple[float, float]:
    """Byar's interval of the whole count, moved and stretched to the weighted sum."""
    count = sum(n for n, _ in pairs)
    total = sum(n * weight for n, weight in pairs)
    low, high = byar(count, level)
    if not count:
        # Nothing was seen that could say which weight: the heaviest is the careful one.
        return 0.0, high * max((weight for _, weight in pairs), default=0.0)
    stretch = (sum(n * weight**2 for n, weight in pairs) / count) ** 0.5
    return max(0.0, total + stretch * (low - count)), total + stretch * (high - count)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _part(some: float, whole: float) -> float:
    return some / whole if whole else 0.0
