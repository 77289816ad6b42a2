"""What nobody has answered yet. A promise that two lead is answered once, by either."""

from collections import defaultdict

from frankpledge.progress.models import COUNTED, Answer, Item, Request, Round


def answered_in(round_: Round) -> set[int]:
    """Ids of the promises that have an answer which counts."""
    found = Answer.objects.filter(COUNTED, item__request__round=round_)
    return set(found.values_list("item__action_id", flat=True))


def outstanding(round_: Round) -> dict[int, list[Item]]:
    """By request: what it still asks for. Those that were called off ask for nothing."""
    answered = answered_in(round_)
    asked = Item.objects.filter(
        request__round=round_,
        request__called_off_at=None,
        passed_to=None,
        dropped_at=None,
    )
    found: dict[int, list[Item]] = defaultdict(list)
    for item in asked.exclude(action__in=answered).select_related("action"):
        found[item.request_id].append(item)
    return dict(found)


def is_outstanding(request: Request) -> bool:
    return request.pk in outstanding(request.round)
