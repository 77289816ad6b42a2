"""Targets less likely to be met than they were, and people and figures that do not agree."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from frankpledge.judging.attention.matter import Matter
from frankpledge.judging.attention.promises import is_restricted, shortened
from frankpledge.judging.models import JudgedThen
from frankpledge.judging.queries.judged import JudgedPlan, judge_plan
from frankpledge.plan.queries import PlanTable

# Less than this moves with every month's figures.
FELL = 0.15
BEFORE = timedelta(days=6)
WORSE = "Ask the lead which is right, or accept it with a reason and an end."
BETTER = "Ask the lead which is right: the figures are better than what they say."
Named = tuple[str, bool]  # and whether it is restricted


def of_targets(table: PlanTable, as_at: date) -> Iterator[Matter]:
    judged = judge_plan(table.plan, as_at)
    outcomes = [
        (row, outcome, shown)
        for _, rows in table.priorities
        for row in rows
        for outcome, shown in row.outcomes
    ]
    named = {
        outcome.pk: (shortened(f"{row.ref} {outcome.words}".strip()), is_restricted(row))
        for row, outcome, _ in outcomes
    }
    still = {outcome.pk for _, outcome, shown in outcomes if shown.is_open}
    yield from _fallen(judged, {pk: named[pk] for pk in named if pk in still}, as_at)
    # What is called done is contradicted too.
    for pk, one in judged.outcomes.items():
        if one.disagreement and not one.deviation and pk in named:
            yield Matter(
                "contradicts",
                f"contradicts:{pk}",
                f"{named[pk][0]}: {one.disagreement}",
                BETTER if one.is_going_well else WORSE,
                "desk:judged",
                (pk,),
                restricted=named[pk][1],
            )


def _fallen(judged: JudgedPlan, named: Mapping[int, Named], as_at: date) -> Iterator[Matter]:
    before = _odds_before(named, as_at)
    for pk, one in judged.outcomes.items():
        now, then = one.judgement.odds, before.get(pk)
        if pk in named and now is not None and then is not None and then - now >= FELL:
            yield Matter(
                "odds",
                f"odds:{pk}:{round(now, 1)}",
                f"{named[pk][0]}: the chance of meeting it was {then:.0%} and is {now:.0%}, "
                f"{one.judgement.odds_words}.",
                "See what the newest figures are, and ask the lead what would bring it back.",
                "desk:judged",
                (pk,),
                restricted=named[pk][1],
            )


def _odds_before(outcomes: Iterable[int], as_at: date) -> dict[int, float]:
    """The newest that was kept about a week ago or longer."""
    kept = JudgedThen.objects.filter(outcome__in=list(outcomes), as_at__lte=as_at - BEFORE)
    found = {row.outcome_id: row.doc.get("odds") for row in kept.order_by("as_at")}
    return {pk: odds for pk, odds in found.items() if odds is not None}
