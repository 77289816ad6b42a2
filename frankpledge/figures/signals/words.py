"""What a chart says, in words."""

from math import ceil, floor
from typing import TYPE_CHECKING

from frankpledge.figures.periods import read_period
from frankpledge.figures.wording import between, number

if TYPE_CHECKING:
    from frankpledge.figures.signals.chart import Chart

TOO_FEW = "Too few figures yet"
NO_CHANGE = "No clear change"
# Of each rule, when it says down and when it says up.
SAID = {
    "outside": ("below the usual range", "above the usual range"),
    "trend": ("falling 7 in a row", "rising 7 in a row"),
    "near": ("2 of 3 near the lower limit", "2 of 3 near the upper limit"),
    "shift": ("7 in a row below the mean", "7 in a row above the mean"),
}


def variation_words(chart: "Chart") -> str:
    """Worse: thefts rising; More than usual; No clear change; Too few figures yet."""
    point = chart.latest
    if chart.trial:
        return TOO_FEW
    if not point.rule:
        return NO_CHANGE
    if point.kind == "neutral":
        return "More than usual" if point.direction > 0 else "Less than usual"
    better = "Better" if point.kind == "improvement" else "Worse"
    moving = {1: "rising", -1: "falling"} if point.rule == "trend" else {1: "higher", -1: "lower"}
    return f"{better}: {chart.what} {moving[point.direction]}"


def finding(chart: "Chart") -> str:
    said = f"{variation_words(chart)}. {_reason(chart)}"
    if chart.trial:
        have = chart.segments[-1].limits.points
        said += f" The limits are on trial: they rest on {have} figures, and 12 are wanted."
    for missing in chart.gaps:
        said += f" Something is missing before {_when(missing)}, and runs stop there."
    return said


def assurance_words(chart: "Chart") -> str | None:
    if chart.assurance is None or chart.target is None:
        return None
    target = number(chart.target, 0 if chart.target == int(chart.target) else 1)
    if chart.assurance == "inconsistent":
        return f"The target of {target} lies within the usual range: chance decides if it is met."
    above = chart.target > chart.segments[-1].limits.upper
    then = "met" if chart.assurance == "passes" else "missed"
    side = "above" if above else "below"
    return f"The target of {target} lies {side} the usual range: unless things change it is {then}."


def _reason(chart: "Chart") -> str:
    point, limits = chart.latest, chart.segments[-1].limits
    here = f"{_when(point.period)}, at {_figure(point.value, chart)},"
    up = point.direction > 0
    if point.rule == "outside":
        return _outside(chart, up=up)
    if point.rule == "trend":
        return f"{here} is one of at least 7 in a row that {'rise' if up else 'fall'}."
    if point.rule == "near":
        return (
            f"{here} is one of 2 in 3 near the {'upper' if up else 'lower'} end of what is usual."
        )
    if point.rule == "shift":
        side, mean = "above" if up else "below", _figure(limits.mean, chart)
        return f"{here} is one of at least 7 in a row {side} the mean of {mean}."
    # Where nothing is below nought, nothing usual is.
    lower = max(limits.lower, 0) if min(each.value for each in chart.points) >= 0 else limits.lower
    usual = between(lower, limits.upper, chart.places)
    return f"{here} lies within what is usual, {usual}."


def _outside(chart: "Chart", *, up: bool) -> str:
    point, limits = chart.latest, chart.segments[-1].limits
    side, line = ("above", limits.upper) if up else ("below", limits.lower)
    value, end = _figure(point.value, chart), _figure(line, chart)
    if chart.of_counts:
        # The last count that would have been usual.
        end = number(floor(line) if up else ceil(line))
    if value == end:
        value, end = number(point.value, 1), number(line, 1)
    return f"{_when(point.period)}, at {value}, lies {side} the usual range, which ends at {end}."


def _when(period: str) -> str:
    found = read_period(period)
    return found.words if found else period


def _figure(value: float, chart: "Chart") -> str:
    return number(value, 0 if value == int(value) else chart.places)


def flagged(chart: "Chart") -> list[str]:
    """Each figure that chance does not explain, in order, in a few words."""
    return [
        f"{_when(each.period)}: {_figure(each.value, chart)}, {SAID[each.rule][each.direction > 0]}"
        for each in chart.points
        if each.rule
    ]
