"""Targets that lack what judging needs: each a question in words, with a suggestion."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from frankpledge.judging.gathering import indicators_of
from frankpledge.judging.indicators import Indicator
from frankpledge.judging.queries.judged import JudgedPlan, judge_plan
from frankpledge.judging.reading import NEEDED, asks
from frankpledge.judging.working import Judged
from frankpledge.plan.models import Outcome, Plan, Target


@dataclass(frozen=True)
class TargetQuestion:
    outcome: Outcome
    target: Target
    code: str
    text: str
    suggestion: str
    # Without an answer the target is not judged at all.
    needed: bool


@dataclass(frozen=True)
class Wondered:
    """One target with all that is asked about it."""

    outcome: Outcome
    target: Target
    judged: Judged
    questions: tuple[TargetQuestion, ...]

    @property
    def is_stuck(self) -> bool:
        return any(each.needed for each in self.questions)


def target_questions(plan: Plan, as_at: datetime.date | None = None) -> list[TargetQuestion]:
    return [each for one in wondered(plan, as_at) for each in one.questions]


def questions_of(plan: Plan, target: Target) -> tuple[TargetQuestion, ...]:
    found = (one for one in wondered(plan) if one.target.pk == target.pk)
    return next((one.questions for one in found), ())


def wondered(
    plan: Plan,
    as_at: datetime.date | None = None,
    *,
    restricted: bool = True,
    judged: JudgedPlan | None = None,
) -> list[Wondered]:
    """Those that wait for an answer first, then those an answer would make better."""
    judged = judged or judge_plan(plan, as_at)
    if not judged.targets:
        return []
    indicators = indicators_of(plan.partnership)
    rows = Outcome.objects.filter(action__plan=plan).select_related("action__plan__partnership")
    outcomes = {
        row.pk: row for row in (rows if restricted else rows.exclude(action__audience="restricted"))
    }
    made = [
        _of(outcomes[one.outcome_id], one, indicators)
        for one in judged.targets.values()
        if one.outcome_id in outcomes
    ]
    asked = [each for each in made if each.questions]
    return sorted(asked, key=lambda each: not each.is_stuck)


def _of(outcome: Outcome, judged: Judged, indicators: Mapping[str, Indicator]) -> Wondered:
    target = judged.read.row
    said = judged.figures.source == "said"
    suggested = suggestion(target, indicators.values())
    # Where the lead is asked for a figure, another source is only better.
    settled = said and (suggested is None or suggested.source == "log")
    measured = settled or judged.read.indicator is not None
    measured = measured or (bool(judged.figures.figures) and not said)
    questions = tuple(
        TargetQuestion(
            outcome,
            target,
            each.code,
            each.text,
            each.suggestion,
            each.code in NEEDED or _is_stuck(each.code, judged),
        )
        for each in asks(judged.read, suggested, measured, said)
        if not (said and each.code == "cohort-size")
    )
    return Wondered(outcome, target, judged, questions)


def _is_stuck(code: str, judged: Judged) -> bool:
    figures = judged.figures
    if code == "said":
        return bool(figures.why_none) and not figures.awaited
    return code == "indicator" and figures.source != "said"


def suggested_for(plan: Plan, target: Target) -> Indicator | None:
    return suggestion(target, indicators_of(plan.partnership).values())


def suggestion(target: Target, known: Iterable[Indicator]) -> Indicator | None:
    """By what is counted, else by the printed words; the narrowest that fits, and alive."""
    alive = [one for one in known if not one.retired]
    for words in filter(None, (target.counts, target.of, target.printed)):
        fitting = list(_fitting(alive, words))
        if fitting:
            return min(fitting, key=lambda one: (not one.own, len(one.of)))
    return None


def _fitting(known: Iterable[Indicator], words: str) -> Iterator[Indicator]:
    for one in known:
        if one.fits(words) or one.counts.lower() == words.lower():
            yield one
