"""Chasing: by hand, by the timetable, and at last through the organisation's board member."""

import datetime
from collections.abc import Iterable, Sequence

from django.utils import timezone

from frankpledge.asking import letters
from frankpledge.asking.models import Letter
from frankpledge.partnership.models import GroupPlace, Organisation
from frankpledge.partnership.models.dated import today
from frankpledge.progress import mail
from frankpledge.progress.changes.letters import rhythm_of
from frankpledge.progress.changes.steps import require_stage, tell
from frankpledge.progress.changes.turns import change
from frankpledge.progress.models import Item, Request, Round
from frankpledge.progress.outstanding import is_outstanding, outstanding
from frankpledge.progress.whom import Addresses
from frankpledge.record import lines
from frankpledge.record.errors import Refused

DEAD = ("bounced", "refused")
WRITTEN = ("ask", "remind", "passed-on")


@change
def remind(
    *, round_: Round, by: lines.Author, requests: Sequence[Request] | None = None
) -> list[Letter]:
    """'Remind 4 leads now': at most once a day each, and nobody who has answered."""
    require_stage(round_, "asked", "review", otherwise="Nobody has been asked yet.")
    wanted = {one.pk for one in requests} if requests is not None else None
    return _remind(round_, today(), by, wanted)


@change
def remind_by_timetable(*, round_: Round, day: datetime.date, by: lines.Author) -> list[Letter]:
    require_stage(round_, "asked", otherwise="Only a round that was asked is chased.")
    return _remind(round_, day, by, None)


def _remind(
    round_: Round, day: datetime.date, by: lines.Author, wanted: set[int] | None
) -> list[Letter]:
    rhythm, sent = rhythm_of(round_), []
    for request, items in to_remind(round_, day):
        if wanted is not None and request.pk not in wanted:
            continue
        subject, body = mail.remind(request, items, rhythm, today())
        sent.append(
            letters.queue(
                partnership=round_.partnership,
                key=f"{request.about}:remind:{day.isoformat()}",
                about=request.about,
                kind="remind",
                to=request.email,
                subject=subject,
                body=body,
                by=by,
                link=request.link,
            )
        )
    if sent:
        tell(round_, "round.reminded", by, new={"leads": [_called(one) for one in sent]})
    return sent


def _called(letter: Letter) -> str:
    return letter.link.holder if letter.link else ""


def to_remind(round_: Round, day: datetime.date) -> list[tuple[Request, list[Item]]]:
    """Who has not answered, can be reached, and has not been written to on that day or since."""
    waiting = outstanding(round_)
    asked = Request.objects.filter(
        pk__in=waiting, asked_at__isnull=False, link__revoked_at=None, link__ended_at=None
    ).exclude(email="")
    found = []
    written = _written([f"request:{pk}" for pk in waiting])
    for request in asked.select_related("link"):
        request.round = round_
        if _may_be_written_to(request, written.get(request.about, []), day):
            found.append((request, waiting[request.pk]))
    return found


def _written(about: Iterable[str]) -> dict[str, list[Letter]]:
    found: dict[str, list[Letter]] = {}
    for letter in Letter.objects.filter(about__in=list(about), kind__in=WRITTEN).order_by("pk"):
        found.setdefault(letter.about, []).append(letter)
    return found


def _may_be_written_to(request: Request, written: list[Letter], day: datetime.date) -> bool:
    here = [letter for letter in written if letter.to == request.email]
    if here and here[-1].state in DEAD:
        return False
    live = [letter for letter in here if letter.state != "called-off"]
    return all(timezone.localdate(letter.made_at) < day for letter in live)


@change
def tell_board_member(*, request: Request, by: lines.Author) -> Letter:
    """Whoever sits on the board for the lead's organisation hears that an answer is missing."""
    request = Request.objects.select_related(
        "round__partnership", "post__organisation", "person__organisation", "organisation"
    ).get(pk=request.pk)
    require_stage(request.round, "asked", "review", otherwise="Nobody has been asked yet.")
    items = outstanding(request.round).get(request.pk)
    if not items:
        raise Refused("They have answered everything.")
    if request.board_told_at:
        raise Refused("Their board member was told already.")
    called, email = board_member(request)
    if not email:
        raise Refused("Nobody on the board speaks for this organisation and can be written to.")
    return _tell(request, items, called, email, by)


def _tell(request: Request, items: list[Item], called: str, email: str, by: lines.Author) -> Letter:
    subject, body = mail.to_board_member(request, items, rhythm_of(request.round))
    letter = letters.queue(
        partnership=request.round.partnership,
        key=f"{request.about}:board",
        about=request.about,
        kind="board",
        to=email,
        subject=subject,
        body=body,
        by=by,
    )
    request.board_told_at = timezone.now()
    request.save(update_fields=["board_told_at"])
    tell(request, "request.board-member-told", by, new={"who": called})
    return letter


def board_member(request: Request) -> tuple[str, str]:
    organisation = organisation_of(request)
    if organisation is None:
        return "", ""
    partnership = request.round.partnership
    boards = GroupPlace.objects.current().filter(partnership=partnership, kind="board")
    places = set(boards.values_list("pk", flat=True))
    return Addresses(partnership).board_member_of(organisation, places)


def organisation_of(request: Request) -> Organisation | None:
    for one in (request.post, request.person):
        if one and one.organisation:
            return one.organisation
    return request.organisation


def still_wanted(letter: Letter) -> bool:
    """Between the writing and the posting of a letter its answer may have come."""
    request = Request.objects.select_related("round").filter(pk=letter.about.split(":")[1]).first()
    if request is None or letter.kind not in (*WRITTEN, "board", "workbook"):
        return True
    if request.called_off_at or not request.round.is_running:
        return False
    return letter.kind not in ("remind", "board") or is_outstanding(request)
