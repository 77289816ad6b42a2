"""Every target of a plan, judged at a date; worked out once for as long as nothing changes."""

import datetime
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field

from frankpledge.evidence.store import current
from frankpledge.judging.gathering import gather
from frankpledge.judging.working import Judged, judge_all
from frankpledge.partnership.models.dated import today
from frankpledge.plan.models import Outcome, Plan
from frankpledge.record.models import Chain

MOST_HELD = 12
Key = tuple[int, datetime.date, str, str]
_held: "OrderedDict[Key, JudgedPlan]" = OrderedDict()


@dataclass(frozen=True)
class JudgedPlan:
    as_at: datetime.date
    # Of the evidence it rests on; empty where none is loaded.
    generation: str
    # One judgement an outcome: of its first target that can be judged.
    outcomes: Mapping[int, Judged] = field(default_factory=dict)
    targets: Mapping[int, Judged] = field(default_factory=dict)

    def of(self, outcome_pk: int) -> Judged | None:
        return self.outcomes.get(outcome_pk)


def judge_plan(plan: Plan, as_at: datetime.date | None = None) -> JudgedPlan:
    day = as_at or today()
    key = _key(plan, day)
    if key in _held:
        _held.move_to_end(key)
        return _held[key]
    found = _judged(plan, day)
    while len(_held) >= MOST_HELD:
        _held.popitem(last=False)
    _held[key] = found
    return found


def _key(plan: Plan, day: datetime.date) -> Key:
    """Every change of a partnership adds to its chain, and every load makes a generation."""
    chain = Chain.objects.filter(key=plan.partnership.chain).values_list("head", flat=True).first()
    generation = current()
    return plan.pk, day, chain or "", generation.folder if generation else ""


def _judged(plan: Plan, day: datetime.date) -> JudgedPlan:
    gathered = gather(plan, day)
    beside = [each.series() for each in gathered.beside]
    found = judge_all(gathered.to_judge, day, beside)
    outcomes: dict[int, Judged] = {}
    for each in found:
        here = outcomes.get(each.outcome_id)
        if here is None or (each.is_judged and not here.is_judged):
            outcomes[each.outcome_id] = each
    return JudgedPlan(day, gathered.generation, outcomes, {one.target_id: one for one in found})


@dataclass(frozen=True)
class NamedOutcome:
    ref: str
    number: int | None
    words: str
    judged: Judged


def named_outcomes(plan: Plan, found: JudgedPlan) -> list[NamedOutcome]:
    """In the order of the plan's promises."""
    rows = Outcome.objects.filter(action__plan=plan, pk__in=found.outcomes)
    return [
        NamedOutcome(row.action.ref, row.number, row.words, found.outcomes[row.pk])
        for row in rows.select_related("action").order_by("action_id", "order", "pk")
    ]
