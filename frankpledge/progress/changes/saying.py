"""What an answer says, said in the plan: the desk shows it at once, the public after review."""

import datetime
from typing import Any

from frankpledge.language.states import DECIDED
from frankpledge.plan import changes as plan
from frankpledge.plan.models import Action, Standing
from frankpledge.plan.when import quarter_start
from frankpledge.progress.models import Answer, Item, OutcomeAnswer
from frankpledge.progress.wording import words_of
from frankpledge.record import lines


def say_in_plan(answer: Answer, by: lines.Author) -> None:
    """What was struck meanwhile is spoken of no more, but the answer keeps what was said of it."""
    action = answer.item.action
    action.plan.refresh_from_db(fields=["status"])
    if not action.plan.can_change:
        return
    words = words_of(answer, _priorities(action))
    common: dict[str, Any] = {
        "said_by": answer.said_by,
        "said_by_is_name": answer.said_by_is_name,
        "said_on": answer.said_on,
        "period": period_of(answer.item),
        "by": by,
    }
    for said in answer.outcomes.select_related("outcome__action__plan", "rating"):
        _say(said, action, words, common)
    if words and action.outcomes.exists() and _is_open(action):
        _keep(answer, plan.tell(action=action, words=words, **common))


def period_of(item: Item) -> datetime.date:
    """The quarter it speaks of: the last of those it was asked for."""
    if item.only_periods:
        return datetime.date.fromisoformat(max(item.only_periods))
    return quarter_start(item.request.round.ends)


def _priorities(action: Action) -> dict[str, str]:
    placed = action.placements.select_related("priority")
    return {str(each.priority_id): str(each.priority) for each in placed}


def _say(said: OutcomeAnswer, action: Action, words: str, common: dict[str, Any]) -> None:
    of = said.outcome or action
    if not _is_open(of):
        return
    standing = plan.say(
        of=of,
        rating=said.rating,
        state=said.state,
        words="" if said.outcome else words,
        condition=said.condition,
        figure=plan.Figure(said.figure, said.of, said.nothing_because),
        **common,
    )
    said.standing = standing
    said.save(update_fields=["standing"])
    if said.outcome is None:
        _keep(said.answer, standing)


def _keep(answer: Answer, standing: Standing) -> None:
    answer.standing = standing
    answer.save(update_fields=["standing"])


def _is_open(of: Any) -> bool:
    of.refresh_from_db(fields=["state"])
    return of.state not in DECIDED
