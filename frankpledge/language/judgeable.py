"""Whether a target can be judged as it stands, and what should be asked of its authors."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from frankpledge.language import calendar
from frankpledge.language.context import Context
from frankpledge.language.meanings import Question
from frankpledge.language.target_model import Compounding, Target

WHY_NOT = {
    "unnumbered": "It says what will be counted, but not how many would be enough.",
    "reference": "It points to another row and says nothing of its own.",
    "none": "No target is given.",
}
STEPS = {("quarter", 1): 4, ("month", 1): 12, ("month", 3): 4, ("month", 6): 2, ("month", 2): 6}
COUNTS = frozenset(("count_at_least", "count_exactly", "count_at_most"))


def judged(target: Target, context: Context) -> Target:
    why_not = _why_not(target)
    return replace(
        target,
        judgeable=not why_not,
        why_not=why_not,
        questions=tuple(_questions(target, context)),
        compounding=_compounding(target),
    )


def _why_not(target: Target) -> str:
    if target.kind == "direction":
        if target.direction:
            return "It says which way, but not how far."
        return "It says what is meant to happen, but gives no number or date to judge it by."
    if target.kind == "proportion" and not target.what:
        return "It breaks off before it says what they are to do or have."
    if target.kind in COUNTS and not target.unit:
        return "It gives a number, but not of what."
    return WHY_NOT.get(target.kind, "")


def _questions(target: Target, context: Context) -> Iterator[Question]:
    if target.kind == "change":
        yield from _of_change(target, context)
    if target.kind == "rate_ceiling" and target.per is None:
        yield Question(
            "period",
            "Is that rate for a quarter or for a whole year?",
            "A whole year: yearly rates are what others publish.",
        )
    if target.kind == "proportion":
        yield from _of_proportion(target)
    if target.kind in COUNTS | {"milestone"} and not _has_end(target):
        yield Question("deadline", "By when?", _plan_end(context))
    if target.kind == "unnumbered":
        yield Question("number", "How many would be enough?", "Begin from last year's number.")
    if target.kind == "direction":
        yield Question(
            "measure",
            "What would show it, and by how much?",
            "Name one figure, where it stands today and where it should stand at the end.",
        )
    if target.approximate and target.number is not None:
        yield Question("about", "How far off may it be?", f"Take {_n(target.number)} as the least.")


def _has_end(target: Target) -> bool:
    return bool(target.deadline or target.per or target.condition)


def _plan_end(context: Context) -> str:
    if not context.plan:
        return "The end of the plan."
    end = context.plan[1]
    return f"The end of the plan, {end.day} {end:%B} {end.year}."


def _of_proportion(target: Target) -> Iterator[Question]:
    if not target.denominator:
        text = f"{_n(target.number or 0)} % of what?"
        yield Question("denominator", text, "Name who or what is counted in all.")
        return
    yield Question(
        "cohort-size",
        f"How many {_without_article(target.denominator)} are there?",
        "Below about 20, give the count beside the percentage.",
    )


def _without_article(text: str) -> str:
    return text.removeprefix("the ").removeprefix("our ")


def _of_change(target: Target, context: Context) -> Iterator[Question]:
    if target.reach is not None and target.baseline is not None:
        return
    if not target.comparator and target.baseline is None:
        yield _compared_with_what(target, context)
    elif target.baseline is None:
        text = f"What was the figure then ({target.comparator})?"
        yield Question(
            "baseline", text, "Fix the number now, with its source and the day it was read."
        )


def _compared_with_what(target: Target, context: Context) -> Question:
    unit = target.per.unit if target.per else ""
    if unit in {"quarter", "month"} and target.per and target.per.n < 12:
        return Question(
            "comparator",
            f"Compared with the {unit} before, or with the same {unit} last year?",
            f"The same {unit} last year: seasons alone move figures from one {unit} to the next.",
        )
    year = _year_before(context)
    text = "Compared with which year?" if unit == "year" else "Measured from what?"
    return Question("comparator", text, f"The year before the plan{year}.")


def _year_before(context: Context) -> str:
    if not context.plan or context.plan[0].year < 2:
        return ""
    end: date = context.plan[0] - calendar.ONE_DAY
    start = calendar.earlier(context.plan[0], 1, "year") or end
    return f", {start:%B} {start.year} to {end:%B} {end.year}"


def _compounding(target: Target) -> Compounding | None:
    if target.kind != "change" or target.unit != "%" or not target.per or not target.number:
        return None
    steps = STEPS.get((target.per.unit, target.per.n))
    if not steps or not _in_a_row(target.comparator):
        return None
    if target.direction not in {"up", "down"} or target.number > 100:
        return None
    share = target.number / 100
    down = target.direction == "down"
    year = 1 - (1 - share) ** steps if down else (1 + share) ** steps - 1
    a_year = round(100 * year, 1)
    noun = "cuts" if down else "rises"
    text = f"{steps} {noun} of {_n(target.number)} % in a row make {_n(a_year)} % over a year."
    return Compounding(steps, a_year, text)


def _in_a_row(comparator: str) -> bool:
    """Each is made of the one before it: not of a year before, nor of one baseline."""
    said = comparator.lower()
    if any(word in said for word in ("year", "same", "baseline")):
        return False
    return not said or any(word in said for word in ("before", "previous", "last"))


def _n(number: float) -> str:
    return f"{number:,.10g}" if number < 1e9 else f"{number:,.0f}"
