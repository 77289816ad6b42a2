"""An answer: kept as it was sent, and said in the plan in the same transaction."""

import datetime
from typing import Any

from django.utils import timezone

from frankpledge.asking.models import Link
from frankpledge.language.states import CLOSED, DECIDED, State
from frankpledge.partnership.models.dated import today
from frankpledge.plan.changes import Figure
from frankpledge.plan.changes.decisions import created
from frankpledge.progress.changes.doors import refuse_if_revoked, require_theirs
from frankpledge.progress.changes.saying import say_in_plan
from frankpledge.progress.changes.turns import change
from frankpledge.progress.given import NO_CHANGE, AnswerGiven, OutcomeGiven, press_of
from frankpledge.progress.models import (
    Answer,
    Item,
    OutcomeAnswer,
    Raised,
    Typing,
    Upload,
)
from frankpledge.progress.targets import counted
from frankpledge.record import lines
from frankpledge.record.errors import Refused
from frankpledge.record.texts import refuse_unkeepable
from frankpledge.record.told import told

LONGEST_TYPING = 100_000  # letters; the form itself takes less


@change
def send_answer(
    *,
    item: Item,
    given: AnswerGiven,
    press: str,
    by: lines.Author,
    via: str = "link",
    said_by: str = "",
    said_by_is_name: bool = False,
    typed_by: str = "",
    hand: str = "",
    link: Link | None = None,
) -> Answer:
    """Two people may answer at once: both answers stay, and the newer is what the plan says."""
    refuse_if_revoked(link)
    item = _as_it_is(item)
    stored = press_of(f"{item.pk}:{press}", given)
    sent = Answer.objects.filter(press=stored).first()
    if sent:
        return sent
    require_theirs(item)
    _require_fair(item, given)
    request = item.request
    answer = created(
        Answer,
        item=item,
        press=stored,
        via=via,
        said_by=said_by or request.called[:160],
        said_by_is_name=said_by_is_name or (not said_by and speaks_by_name(item)),
        typed_by=typed_by,
        said_on=given.said_on,
        no_change=given.no_change,
        is_late=today() > request.round.due_on,
        after_freeze=request.round.is_frozen,
        **given.texts,
    )
    _keep_parts(answer, given)
    Typing.objects.filter(item=item, hand=hand).delete()
    if not answer.after_freeze:
        say_in_plan(answer, by)
    _write_line(answer, given, by)
    return answer


@change
def take_up_late(*, answer: Answer, by: lines.Author) -> Answer:
    """Says in the plan what came after the freeze. It belongs to no freeze but the next."""
    answer.refresh_from_db()
    if answer.is_counted:
        raise Refused("This answer is in the plan already.")
    answer.taken_up_at = timezone.now()
    answer.save(update_fields=["taken_up_at"])
    say_in_plan(answer, by)
    lines.write(
        chain=answer.item.request.round.partnership.chain,
        by=by,
        verb="answer.taken-up",
        subject=_subject(answer),
    )
    return answer


def keep_typing(
    *, item: Item, hand: str, values: dict[str, Any], link: Link | None = None
) -> Typing:
    """What is being typed, so that it is there again. Not a saying: it stands in no record."""
    refuse_if_revoked(link)
    refuse_unkeepable("values", values)
    if sum(len(str(value)) for value in values.values()) > LONGEST_TYPING:
        raise Refused("This is too long to be kept.")
    typing, _ = Typing.objects.update_or_create(item=item, hand=hand, defaults={"values": values})
    return typing


def same_as_last(item: Item) -> AnswerGiven | None:
    """'No change since last time', or nothing where there is no last time to stand by."""
    outcomes = [one for one in item.action.outcomes.all() if one.state not in CLOSED]
    rows: list[Any] = list(outcomes)
    if not item.action.outcomes.exists():
        rows = [item.action]
    repeated = tuple(_repeated(row, item) for row in rows)
    if not repeated or any(one is None for one in repeated):
        return None
    given = tuple(one for one in repeated if one is not None)
    return AnswerGiven(outcomes=given, said_on=today(), no_change=True)


def _repeated(row: Any, item: Item) -> OutcomeGiven | None:
    last = row.standings.filter(words_only=False).select_related("rating").first()
    if last is None or last.state in DECIDED or last.state == State.NOT_STATED:
        return None
    if last.rating and not last.rating.is_current:
        return None  # the scale has changed: somebody must choose anew
    outcome = None if row is item.action else row
    reason = NO_CHANGE if outcome and counted(outcome) else ""
    return OutcomeGiven(
        outcome, last.state, last.rating, last.condition, Figure(none_because=reason)
    )


def speaks_by_name(item: Item) -> bool:
    """A person, or a colleague named by whoever passed it on: their name stays inside."""
    request = item.request
    return not (request.post_id or request.group_id or request.organisation_id)


def _as_it_is(item: Item) -> Item:
    found = Item.objects.select_related(
        "request__round__plan", "request__round__partnership", "action__plan", "passed_to"
    )
    return found.get(pk=item.pk)


def _require_fair(item: Item, given: AnswerGiven) -> None:
    if given.said_on > today():
        raise Refused("This cannot have been said in the future.", field="said_on")
    if given.said_on < datetime.date(1998, 1, 1):
        raise Refused("Look at the year: this is too long ago.", field="said_on")
    here = set(item.action.outcomes.values_list("pk", flat=True))
    if any(one.outcome and one.outcome.pk not in here for one in given.outcomes):
        raise Refused("This is not an outcome of that promise.")
    for one in given.outcomes:
        if one.stands == State.BLOCKED and not one.condition:
            raise Refused("Say what would have to happen before it can go on.")


def _keep_parts(answer: Answer, given: AnswerGiven) -> None:
    for one in given.outcomes:
        created(
            OutcomeAnswer,
            answer=answer,
            outcome=one.outcome,
            state=one.stands,
            rating=one.rating,
            condition=one.condition,
            figure=one.figure.number,
            of=one.figure.of,
            nothing_because=one.figure.none_because,
        )
    for kind, words in given.raised.items():
        _raise(answer, kind, words)
    waiting = Upload.objects.filter(item=answer.item, answer__isnull=True)
    waiting.filter(pk__in=given.uploads).update(answer=answer)


def _raise(answer: Answer, kind: str, words: str) -> None:
    """A changed answer brings the same concern again: it is raised once."""
    there = Raised.objects.filter(answer__item=answer.item, kind=kind, words=words)
    if not there.exists():
        created(Raised, answer=answer, kind=kind, words=words)


def _subject(answer: Answer) -> lines.Subject:
    return lines.Subject("answer", str(answer.pk), answer.item.action.label)


def _write_line(answer: Answer, given: AnswerGiven, by: lines.Author) -> None:
    """A concern is for the coordinator alone: the record says that there is one, not what."""
    told_now = {name: value for name, value in given.texts.items() if value}
    told_now |= dict.fromkeys(given.raised, "raised")
    lines.write(
        chain=answer.item.request.round.partnership.chain,
        by=by,
        verb="answer.sent",
        subject=_subject(answer),
        new={
            "said by": answer.said_by,
            "typed by": answer.typed_by,
            "said on": told(answer.said_on),
            "sent": answer.get_via_display(),
            "no change": answer.no_change,
            "late": answer.is_late,
            "after the freeze": answer.after_freeze,
            "outcomes": _outcomes_told(answer),
            **told(told_now),
        },
    )


def _outcomes_told(answer: Answer) -> list[dict[str, Any]]:
    return [
        {
            "outcome": one.outcome_id,
            "state": one.state,
            "rating": told(one.rating) or "",
            "figure": told(one.figure),
            "of": told(one.of),
            "no figure because": one.nothing_because,
        }
        for one in answer.outcomes.select_related("rating")
    ]
