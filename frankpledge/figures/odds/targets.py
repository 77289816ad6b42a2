"""From a target as its words were read to an aim that figures can be held against."""

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.odds.outcomes import Aim
from frankpledge.figures.periods import Period
from frankpledge.language import Target

MONTHS = {"month": 1, "quarter": 3, "year": 12}
COUNTS = frozenset(("count_at_least", "count_at_most", "count_exactly"))
BY_WORD = {
    "attendance": "Whether somebody was there is said by the lead, and not told from figures.",
    "recurring": "Whether it was done each time is said by the lead, and not told from figures.",
    "milestone": "Whether it is done is said by the lead, and not told from figures.",
}


def aim(
    target: Target,
    over: Period,
    *,
    baseline: Period | float | None = None,
    comparator: str = "year",
    people: float | None = None,
    cohort: int | None = None,
) -> Aim:
    """Over is the plan, or its part up to the deadline; what the words leave open is given."""
    kind, number = _sort(target)
    start = target.baseline if target.baseline is not None else baseline
    return Aim(
        kind,
        number,
        over,
        direction=target.direction,
        strict=target.strict,
        every=_every(target, over),
        baseline=start,
        comparator=comparator,
        per=target.base or 1000,
        people=people,
        cohort=cohort,
    )


def _sort(target: Target) -> tuple[str, float]:
    if not target.judgeable or target.kind in BY_WORD:
        raise CannotWorkOut(target.why_not or BY_WORD[target.kind])
    if target.kind == "change" and target.reach is not None and target.unit == "count":
        # From 400 to 350: the number to reach says all.
        return "count_at_most" if target.direction == "down" else "count_at_least", target.reach
    if target.kind == "change" and (target.unit != "%" or target.reach is not None):
        raise CannotWorkOut("Say the change as a percentage of a count, or as a count to reach.")
    if target.number is None:
        raise CannotWorkOut("It gives no number.")
    return target.kind, target.number


def _every(target: Target, over: Period) -> int | None:
    """Months in a step; none where one step is the whole."""
    if target.per is None or target.kind not in COUNTS | {"change", "rate_ceiling"}:
        return None
    if target.per.unit not in MONTHS or target.per.times != 1:
        raise CannotWorkOut("It is to be met more often than by month, and figures are by month.")
    months = target.per.n * MONTHS[target.per.unit]
    return None if months >= over.months else months
