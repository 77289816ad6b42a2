"""What the board is asked to strike: of a round, and one by one."""

from django.db.models import Q, QuerySet

from frankpledge.language.states import DECIDED as ENDED
from frankpledge.partnership.models import Partnership
from frankpledge.plan.models import Action, Outcome
from frankpledge.plan.queries import NotThere
from frankpledge.progress.models import ProposedStrike, Round
from frankpledge.progress.models.strikes import waiting_before

Struck = tuple[Action, Outcome | None]


def strikes_of(round_: Round) -> list[ProposedStrike]:
    """Those of this round that were not taken back, and those before it that still wait."""
    rows = _rows(Q(round=round_, withdrawn_at=None) | waiting_before(round_))
    return sorted(rows, key=lambda one: (not one.waits, one.pk))


def strikes_about(round_: Round, action: Action) -> list[ProposedStrike]:
    return [one for one in strikes_of(round_) if one.action_id == action.pk]


def strike_in(partnership: Partnership, pk: int) -> ProposedStrike:
    found = _rows(Q(round__partnership=partnership, pk=pk)).select_related("round__partnership")
    strike = found.first()
    if strike is None:
        raise NotThere
    return strike


def may_be_struck(round_: Round, action: int | None = None) -> list[Struck]:
    """The promises of the plan that stand, each followed by its outcomes that do."""
    actions = Action.objects.filter(plan=round_.plan_id).exclude(state__in=ENDED)
    here = actions.filter(pk=action) if action else actions
    outcomes = Outcome.objects.filter(action__in=here).exclude(state__in=ENDED)
    by_action: dict[int, list[Outcome]] = {}
    for one in outcomes.order_by("order", "pk"):
        by_action.setdefault(one.action_id, []).append(one)
    found: list[Struck] = []
    for each in here.order_by("pk"):
        found += [(each, None), *((each, one) for one in by_action.get(each.pk, []))]
    return found


def _rows(which: Q) -> QuerySet[ProposedStrike]:
    return ProposedStrike.objects.filter(which).select_related("action", "outcome__action", "round")
