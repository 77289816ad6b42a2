"""Judgements kept as they were on a day."""

import datetime

from frankpledge.judging.changes.turns import change
from frankpledge.judging.models import JudgedThen
from frankpledge.judging.queries.judged import judge_plan
from frankpledge.plan.changes.decisions import subject_of
from frankpledge.plan.models import Plan
from frankpledge.record import lines


@change
def keep_judgements(
    *, plan: Plan, by: lines.Author, as_at: datetime.date | None = None
) -> list[JudgedThen]:
    """Of every outcome that was judged; a day that is kept already is left as it was."""
    found = judge_plan(plan, as_at)
    there = set(
        JudgedThen.objects.filter(outcome__action__plan=plan, as_at=found.as_at).values_list(
            "outcome_id", flat=True
        )
    )
    made = JudgedThen.objects.bulk_create(
        JudgedThen(
            outcome_id=pk, as_at=found.as_at, doc=judged.to_dict(), generation=found.generation
        )
        for pk, judged in found.outcomes.items()
        if pk not in there and judged.is_judged
    )
    if made:
        lines.write(
            chain=plan.partnership.chain,
            by=by,
            verb="plan.judged",
            subject=subject_of(plan),
            new={"as at": found.as_at.isoformat(), "outcomes": len(made)},
        )
    return made
