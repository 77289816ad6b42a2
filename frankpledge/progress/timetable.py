"""What the clock does for rounds: opens those that are due and reminds those who are late."""

from frankpledge.asking import clock
from frankpledge.asking.letters import wanted_while
from frankpledge.partnership.models.dated import today
from frankpledge.progress.changes.letters import rhythm_of
from frankpledge.progress.changes.reminders import (
    board_member,
    remind_by_timetable,
    still_wanted,
    tell_board_member,
    to_remind,
)
from frankpledge.progress.changes.rounds import ask, open_round
from frankpledge.progress.models import Request, Round
from frankpledge.progress.outstanding import outstanding
from frankpledge.progress.schedule import board_is_told_on, newest_due
from frankpledge.record.errors import Refused
from frankpledge.record.lines import System

wanted_while("request", still_wanted)


def by_timetable(round_: Round) -> System:
    """What happens by itself was set going by whoever planned the round."""
    planned = round_.steps.filter(kind="planned").first()
    who = planned.by if planned else round_.partnership.name
    return System(f"The timetable set by {who}"[:160])


@clock.every(minutes=5)
def open_what_is_due() -> None:
    due = Round.objects.filter(
        opens_by_itself=True, opens_on__lte=today(), stage__in=("planned", "open")
    )
    for round_ in due.select_related("partnership", "plan"):
        by = by_timetable(round_)
        try:
            if round_.stage == "planned":
                open_round(round_=round_, by=by)
            if not _was_undone(round_):
                ask(round_=round_, by=by)
        except Refused:
            continue  # another worker was first, or there is nobody to ask


def _was_undone(round_: Round) -> bool:
    """Somebody took the asking back: it is theirs to do again."""
    return round_.steps.filter(kind="asked", undone_at__isnull=False).exists()


@clock.every(minutes=5)
def remind_what_is_due() -> None:
    """Looked at without holding anything; whoever has something to send takes their turn."""
    for round_ in Round.objects.filter(stage="asked").select_related("partnership", "plan"):
        day = newest_due(rhythm_of(round_), round_.due_on, today())
        try:
            if day and to_remind(round_, day):
                remind_by_timetable(round_=round_, day=day, by=by_timetable(round_))
            _tell_boards(round_)
        except Refused:
            continue


def _tell_boards(round_: Round) -> None:
    day = board_is_told_on(rhythm_of(round_), round_.due_on)
    if day is None or day > today():
        return
    late = Request.objects.filter(
        pk__in=outstanding(round_), board_told_at=None, asked_at__isnull=False
    )
    for request in late.select_related(
        "post__organisation", "person__organisation", "organisation", "round__partnership"
    ):
        if board_member(request)[1]:
            tell_board_member(request=request, by=by_timetable(round_))
