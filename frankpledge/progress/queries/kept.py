"""News that came too early for its round, and waits for the next one."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef

from frankpledge.plan.models import Action
from frankpledge.progress.models import COUNTED, Answer, Kept, Round


def kept_for(round_: Round, actions: Iterable[Action]) -> dict[int, list[Answer]]:
    """By promise, until a round in between has had an answer. One query.

    What was carried into another plan brings its news along.
    """
    now = {one.pk: one.pk for one in actions}
    now |= {one.carried_from_id: one.pk for one in actions if one.carried_from_id}
    since = Answer.objects.filter(
        COUNTED,
        item__action=OuterRef("answer__item__action"),
        item__request__round__ends__gt=OuterRef("answer__item__request__round__ends"),
        item__request__round__ends__lt=round_.ends,
    )
    waiting = Kept.objects.filter(
        undone_at=None,
        answer__item__action__in=now,
        answer__item__request__round__ends__lt=round_.ends,
    ).exclude(Exists(since))
    found: dict[int, list[Answer]] = defaultdict(list)
    for kept in waiting.annotate(of=F("answer__item__action")).select_related("answer"):
        found[now[kept.of]].append(kept.answer)
    return found
