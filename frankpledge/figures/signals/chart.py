"""A chart of single figures in a row, with its signals, worked out whole."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from frankpledge.figures import given
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.signals.limits import Limits, limits
from frankpledge.figures.signals.points import Good, Point, judged
from frankpledge.figures.signals.series import Observed, Stretch, cut, gaps, sound, stretches
from frankpledge.figures.signals.words import assurance_words, finding, variation_words

# With fewer points the limits are on trial.
ENOUGH = 12


@dataclass(frozen=True)
class Segment:
    start: str
    why: str | None
    limits: Limits

    @property
    def trial(self) -> bool:
        return self.limits.points < ENOUGH


@dataclass(frozen=True)
class Chart:
    what: str
    good: Good
    points: tuple[Point, ...]
    segments: tuple[Segment, ...]
    gaps: tuple[str, ...]
    target: float | None
    baseline: int | None
    # Told in whole numbers, as they were counted.
    of_counts: bool = False

    @property
    def places(self) -> int:
        return 0 if self.of_counts else 1

    @property
    def latest(self) -> Point:
        return next(point for point in reversed(self.points) if not point.provisional)

    @property
    def trial(self) -> bool:
        return self.segments[-1].trial

    @property
    def variation(self) -> str:
        """common, or improvement, concern or neutral with high or low: of the newest point."""
        point = self.latest
        if not point.rule:
            return "common"
        return f"{point.kind} {'high' if point.direction > 0 else 'low'}"

    @property
    def assurance(self) -> str | None:
        """Whether the target would be met by the figures as they now run."""
        if self.target is None or self.good == "neutral":
            return None
        now = self.segments[-1].limits
        if now.lower <= self.target <= now.upper:
            return "inconsistent"
        return "passes" if (self.target < now.lower) == (self.good == "increase") else "fails"

    @property
    def words(self) -> str:
        return variation_words(self)

    @property
    def sentence(self) -> str:
        return finding(self)

    def to_dict(self) -> dict[str, Any]:
        return {
            **asdict(self),
            "trial": self.trial,
            "variation": self.variation,
            "assurance": self.assurance,
            "words": self.words,
            "sentence": self.sentence,
            "assurance_sentence": assurance_words(self),
            "method": "XmR: mean and 2.66 average moving ranges, those of 3.267 averages or "
            "more left out once",
        }


def xmr(
    observed: Sequence[Observed],
    *,
    good: Good,
    what: str = "the figure",
    target: float | None = None,
    baseline: int | None = None,
    steps: Mapping[str, str] | None = None,
    today: date | None = None,
    of_counts: bool | None = None,
) -> Chart:
    """Steps name the first period of a new way of things, and why; each part is judged alone.

    A baseline of n takes the limits of each part from its first n figures. Figures that are whole
    are taken for counts, unless it is said.
    """
    if good not in {"increase", "decrease", "neutral"}:
        raise CannotWorkOut(f"{good} is no direction: say increase, decrease or neutral.")
    if baseline is not None and baseline < 2:
        raise CannotWorkOut("A baseline needs at least two figures.")
    if target is not None:
        given.finite(target)
    reasons = dict(steps or {})
    periods = sound(observed, today)
    broken = gaps(observed, periods)
    points: list[Point] = []
    segments: list[Segment] = []
    for part in cut(observed, reasons) if observed else [range(0)]:
        runs = stretches(observed, part, broken)
        found = _limits(observed, runs, baseline)
        first = observed[part[0]].period
        points += judged(observed, part, runs, found, good=good, segment=len(segments))
        segments.append(Segment(first, reasons.get(first), found))
    missing = tuple(observed[at].period for at in broken)
    counted = are_counts(observed) if of_counts is None else of_counts
    return Chart(what, good, tuple(points), tuple(segments), missing, target, baseline, counted)


def are_counts(observed: Sequence[Observed]) -> bool:
    return all(each.value == int(each.value) for each in observed)


def _limits(observed: Sequence[Observed], runs: list[Stretch], baseline: int | None) -> Limits:
    taken = [at for run in runs for at in run][:baseline]
    values = [[observed[at].value for at in run if at <= taken[-1]] for run in runs]
    if not any(len(run) > 1 for run in values):
        raise CannotWorkOut(
            "A usual range needs at least two final figures in a row, and after each step change "
            "two more."
        )
    return limits([run for run in values if run])
