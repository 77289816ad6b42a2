"""Whether what is said of a promise is current: was anybody asked, and did they answer?"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import CharField, Exists, OuterRef, Value
from django.db.models.functions import Cast, Concat

from frankpledge.asking.models import Letter
from frankpledge.plan.fresh import Asked, tells_freshness
from frankpledge.plan.models import Plan
from frankpledge.progress.models import COUNTED, Answer, Item, Round

ROUNDS_SHOWN = 4
# As the tally draws them.
DRAWN = {
    "answered": "on",
    "answered-late": "late",
    "asked": "wait",
    "chased": "wait",
    "missed": "none",
    "not-asked": "unasked",
}


@tells_freshness
def freshness_of(plan: Plan, actions: Iterable[int] | None = None) -> dict[int, Asked] | None:
    """By promise, from the last four rounds. One query; nothing where there are no rounds."""
    items = list(_items(plan))
    rounds = sorted({item.request.round for item in items}, key=_oldest_first)
    if not rounds:
        return None
    groups: dict[tuple[int, int], list[Any]] = defaultdict(list)
    for item in items:
        groups[item.action_id, item.request.round_id].append(item)
    wanted = {item.action_id for item in items} if actions is None else set(actions)
    return {pk: _asked([_key(groups[pk, r.pk], r) for r in rounds]) for pk in wanted}


def _oldest_first(round_: Round) -> tuple[Any, ...]:
    return round_.ends, round_.starts, round_.pk


def _items(plan: Plan) -> Any:
    """Each with whether it was answered, in time, and chased. A round that began asks something."""
    begun = Round.objects.filter(plan=plan).exclude(stage="planned")
    newest = begun.order_by("-ends", "-starts", "-pk")[:ROUNDS_SHOWN]
    answers = Answer.objects.filter(COUNTED, item=OuterRef("pk"))
    about = Concat(Value("request:"), Cast(OuterRef("request_id"), CharField()))
    reminders = Letter.objects.filter(
        partnership=plan.partnership_id, about=about, kind="remind"
    ).exclude(state="called-off")
    return (
        Item.objects.filter(request__round__in=newest.values("pk"), dropped_at=None)
        .select_related("request__round")
        .annotate(
            is_answered=Exists(answers),
            in_time=Exists(answers.filter(is_late=False, after_freeze=False)),
            is_chased=Exists(reminders),
        )
        .order_by()
    )


def _key(items: list[Any], round_: Round) -> str:
    if any(item.is_answered for item in items):
        return "answered" if any(item.in_time for item in items) else "answered-late"
    items = [item for item in items if not item.request.called_off_at]
    if not items:
        return "not-asked"
    if round_.is_frozen:
        return "missed"
    asked = any(item.request.asked_at for item in items)
    return "chased" if any(item.is_chased for item in items) else "asked" if asked else "not-asked"


def _asked(keys: list[str]) -> Asked:
    return Asked(key=keys[-1], tally=tuple(DRAWN[key] for key in keys))
