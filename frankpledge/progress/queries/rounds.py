"""Rounds, and the rows of one, reached through their partnership."""

import datetime
from dataclasses import dataclass

from frankpledge.asking.models import Letter, Link
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.plan.models import Plan
from frankpledge.plan.queries import NotThere
from frankpledge.plan.when import quarter_before, quarter_start
from frankpledge.progress.models import (
    COUNTED,
    Answer,
    Item,
    Raised,
    Request,
    Rhythm,
    Round,
    Step,
    Verdict,
)
from frankpledge.progress.outstanding import outstanding
from frankpledge.progress.periods import months_on
from frankpledge.progress.queries.strikes import strikes_of
from frankpledge.record import freezes
from frankpledge.record.models import Freeze

OF_ROUND = ("partnership", "plan")


def rounds_of(partnership: Partnership) -> list[Round]:
    return list(Round.objects.filter(partnership=partnership).select_related("plan"))


def published_rounds(partnership: Partnership) -> list[Round]:
    found = Round.objects.filter(partnership=partnership, published_on__isnull=False)
    return list(found.select_related("plan"))


def round_in(partnership: Partnership, pk: int) -> Round:
    return _one(Round.objects.filter(partnership=partnership, pk=pk).select_related(*OF_ROUND))


def round_named(partnership: Partnership, name: str) -> Round:
    """'2026-07' is the shortest round that begins in that month; '2026-04..2026-09' says both."""
    first, _, last = name.partition("..")
    found = [one for one in rounds_of(partnership) if one.name == first]
    if last:
        found = [one for one in found if f"{one.ends:%Y-%m}" == last]
    if not found:
        raise NotThere
    chosen = min(found, key=lambda one: (one.ends, -one.pk))
    chosen.partnership = partnership
    return chosen


def request_in(partnership: Partnership, pk: int) -> Request:
    found = Request.objects.filter(round__partnership=partnership, pk=pk)
    return _one(
        found.select_related(
            "round__partnership",
            "round__plan",
            "link",
            "passed_from",
            "post__organisation",
            "person__organisation",
            "organisation",
        )
    )


def item_in(partnership: Partnership, pk: int) -> Item:
    found = Item.objects.filter(request__round__partnership=partnership, pk=pk)
    return _one(
        found.select_related(
            "action__plan", "passed_to", "request__round__partnership", "request__round__plan"
        )
    )


def answer_in(partnership: Partnership, pk: int) -> Answer:
    found = Answer.objects.filter(item__request__round__partnership=partnership, pk=pk)
    return _one(found.select_related("item__action", "item__request__round__partnership"))


def letter_in(partnership: Partnership, pk: int) -> Letter:
    return _one(Letter.objects.filter(partnership=partnership, pk=pk).select_related("link"))


def request_of_link(link: Link) -> Request | None:
    kind, _, pk = link.opens.partition(":")
    if kind != "request":
        return None
    return Request.objects.filter(pk=pk, round__partnership=link.partnership_id).first()


def _one(rows):  # type: ignore[no-untyped-def]
    row = rows.first()
    if row is None:
        raise NotThere
    return row


def rhythm_of(partnership: Partnership) -> Rhythm:
    """As it was set, or as it goes where nobody has set it."""
    found = Rhythm.objects.filter(partnership=partnership).first()
    return found or Rhythm(partnership=partnership)


def steps_of(round_: Round) -> list[Step]:
    return list(Step.objects.filter(round=round_))


def newest_freeze_of(round_: Round) -> Freeze | None:
    return freezes.newest(chain=round_.partnership.chain, kind="round", subject_id=str(round_.pk))


def next_period(plan: Plan, rhythm: Rhythm) -> tuple[datetime.date, datetime.date]:
    """The period after the newest round, else the one that has just ended."""
    last = Round.objects.filter(plan=plan).order_by("-ends").first()
    starts = last.ends + datetime.timedelta(days=1) if last else _just_ended(plan, rhythm)
    return starts, months_on(starts, rhythm.months) - datetime.timedelta(days=1)


def _just_ended(plan: Plan, rhythm: Rhythm) -> datetime.date:
    """Counted from the plan's first month, so that quarters are the plan's own."""
    starts = quarter_before(quarter_start(today()))
    return max(starts, plan.starts.replace(day=1)) if rhythm.months == 3 else plan.starts


@dataclass(frozen=True)
class WillHold:
    """What a freeze made now would hold, in counts."""

    promises: int
    answered: int
    read: int
    unread: int
    not_reported: int  # said to be so
    missing: int  # nobody has answered, and nobody has said why
    concerns_open: int
    strikes: int  # put to the board, and not decided

    @property
    def printed_as_not_reported(self) -> int:
        return self.not_reported + self.missing


def will_hold(round_: Round) -> WillHold:
    """Six queries."""
    items = Item.objects.filter(request__round=round_, dropped_at=None)
    asked = items.filter(passed_to=None, request__called_off_at=None)
    actions = set(asked.values_list("action_id", flat=True))
    newest: dict[int, Answer] = {}
    answers = Answer.objects.filter(COUNTED, item__in=items).select_related("item")
    for answer in answers:
        newest[answer.item.action_id] = answer
    actions |= set(newest)
    verdicts: dict[int, Verdict] = {}
    made = Verdict.objects.filter(item__in=items, undone_at=None).select_related("item")
    for verdict in made:
        verdicts[verdict.item.action_id] = verdict
    read = {pk for pk, answer in newest.items() if pk in verdicts and _of(verdicts[pk], answer)}
    not_reported = {pk for pk, one in verdicts.items() if one.kind == "not-reported"} - set(newest)
    actions |= not_reported
    return WillHold(
        promises=len(actions),
        answered=len(newest),
        read=len(read),
        unread=len(set(newest) - read),
        not_reported=len(not_reported),
        missing=len(actions - set(newest) - not_reported),
        concerns_open=Raised.objects.filter(answer__item__in=items, decided="").count(),
        strikes=sum(one.waits for one in strikes_of(round_)),
    )


def _of(verdict: Verdict, answer: Answer) -> bool:
    """Of this answer, or of the one beside it by somebody who could see both."""
    return verdict.answer_id == answer.pk or verdict.at >= answer.sent_at


__all__ = [
    "WillHold",
    "answer_in",
    "item_in",
    "letter_in",
    "newest_freeze_of",
    "next_period",
    "outstanding",
    "published_rounds",
    "request_in",
    "request_of_link",
    "rhythm_of",
    "round_in",
    "round_named",
    "rounds_of",
    "steps_of",
    "will_hold",
]
