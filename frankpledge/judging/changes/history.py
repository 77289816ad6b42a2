"""Judgements kept as they were on a day, and what was told as news."""

import datetime
from collections.abc import Iterable

from frankpledge.judging.changes.turns import change
from frankpledge.judging.models import JudgedThen, Shown
from frankpledge.judging.queries.judged import judge_plan
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
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


@change
def shown_as_news(*, partnership: Partnership, keys: Iterable[str], by: lines.Author) -> list[str]:
    """Which of these are told for the first time; from now on none of them is new."""
    wanted = list(dict.fromkeys(keys))
    rows = Shown.objects.filter(partnership=partnership, key__in=wanted)
    known = set(rows.values_list("key", flat=True))
    fresh = [key for key in wanted if key not in known]
    Shown.objects.bulk_create(
        Shown(partnership=partnership, key=key, first_shown=today()) for key in fresh
    )
    if fresh:
        lines.write(
            chain=partnership.chain,
            by=by,
            verb="news.told",
            subject=lines.Subject("partnership", str(partnership.pk), partnership.name),
            new={"told": len(fresh)},
        )
    return fresh
