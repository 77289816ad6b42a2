"""What the coordinator's pages need beside the board itself."""

import datetime
from typing import Any

from frankpledge.language.states import CLOSED
from frankpledge.partnership.models import Partnership
from frankpledge.plan.loading import load
from frankpledge.plan.models import Action, Plan
from frankpledge.progress import mail, verifying
from frankpledge.progress.models import COUNTED, Answer, Item, Request, Rhythm, Round
from frankpledge.progress.queries.rounds import newest_freeze_of, rhythm_of
from frankpledge.record import freezes

LINK_HERE = "(the link that is theirs alone)"
Lead = tuple[Any, ...]


def current_round(partnership: Partnership) -> Round | None:
    """The one that runs; else the newest that was not only planned; else the next."""
    rounds = list(Round.objects.filter(partnership=partnership).select_related("plan"))
    running = [one for one in rounds if one.is_running]
    begun = [one for one in rounds if one.stage != "planned"]
    return next(iter([*running, *begun, *rounds]), None)


def letter_to(request: Request) -> tuple[str, str]:
    """Subject and body of the letter that asks them, as it would go out now."""
    items = Item.objects.filter(request=request, passed_to=None, dropped_at=None)
    rhythm = rhythm_of(request.round.partnership)
    subject, body = mail.ask(request, list(items.select_related("action")), rhythm)
    return subject, body.replace("{link}", LINK_HERE)


def lead_of(request: Request) -> Lead:
    """The same lead in another round."""
    ids = (request.post_id, request.person_id, request.group_id, request.organisation_id)
    return ids if any(ids) else (request.called,)


def missed_before(round_: Round) -> set[Lead]:
    """Who was asked in the round before and never answered. Three queries."""
    before = Round.objects.filter(plan=round_.plan_id, ends__lt=round_.starts)
    last = before.exclude(stage="planned").order_by("-ends", "-starts").first()
    if last is None:
        return set()
    items = Item.objects.filter(
        request__round=last, request__called_off_at=None, passed_to=None, dropped_at=None
    )
    told = Answer.objects.filter(COUNTED, item__request__round=last)
    answered = set(told.values_list("item__action_id", flat=True))
    left = items.exclude(action__in=answered).exclude(request__asked_at=None)
    return {lead_of(item.request) for item in left.select_related("request")}


def plan_as_frozen(round_: Round) -> Any:
    """The plan as the newest freeze of this round holds it; nothing where it has none."""
    freeze = newest_freeze_of(round_)
    return freezes.section(freeze, "plan") if freeze else None


def faults_of(round_: Round) -> list[str]:
    return verifying.faults_of(round_)


def left_to_end(plan: Plan) -> list[Action]:
    """The promises of which nobody has said yet how they end."""
    loaded = load(plan)
    found = loaded.actions.values()
    return [action for action in found if loaded.shown[action.pk].state not in CLOSED]


def usual_days(rhythm: Rhythm, ends: datetime.date) -> tuple[datetime.date, datetime.date]:
    """When leads are asked about a period that ends then, and when their answers are due."""
    asked = ends + datetime.timedelta(days=rhythm.opens_after)
    return asked, ends + datetime.timedelta(days=rhythm.due_after)
