"""What came for one period: kept as it was sent, and followed by whatever comes after it."""

import datetime
from collections.abc import Sequence

from frankpledge.asking import letters
from frankpledge.asking.models import Link
from frankpledge.delivery.changes.fair import MOST
from frankpledge.delivery.changes.telling import tell
from frankpledge.delivery.changes.turns import change
from frankpledge.delivery.given import FigureGiven, press_of
from frankpledge.delivery.models import Asked, Figure, Owed, Reply
from frankpledge.delivery.periods import month_of, months_on
from frankpledge.partnership.models.dated import today
from frankpledge.plan.changes.decisions import created
from frankpledge.record import lines
from frankpledge.record.errors import Refused


class LinkRevoked(Refused):
    """The link was taken back: nothing that comes through it is kept."""


@change
def give_figures(
    *,
    owed: Owed,
    figures: Sequence[FigureGiven],
    press: str,
    by: lines.Author,
    note: str = "",
    via: str = "link",
    said_by: str = "",
    typed_by: str = "",
    link: Link | None = None,
) -> Reply:
    _refuse_if_revoked(link)
    owed = Owed.objects.select_related("of__partnership").get(pk=owed.pk)
    stored = press_of(f"{owed.pk}:{press}", _told(figures), note)
    there = Reply.objects.filter(press=stored).first()
    if there:
        return there
    _require_fair(owed, figures)
    reply = created(
        Reply,
        owed=owed,
        press=stored,
        via=via,
        said_by=(said_by or owed.called or str(owed.of))[:300],
        typed_by=typed_by[:160],
        note=note,
        is_late=today() > owed.due_on,
    )
    for one in figures:
        created(
            Figure,
            reply=reply,
            asked=one.asked,
            starts=one.starts,
            months=one.months,
            count=one.count,
            none_because=one.none_because,
        )
    letters.call_off(partnership=owed.partnership, about=owed.about, kinds=["remind"])
    tell(owed, "return-owed.answered", by, new={"figures": _told(figures), "note": note})
    return reply


def slots_of(owed: Owed) -> list[tuple[datetime.date, int]]:
    """The months, or the one period, that each figure is given for."""
    of = owed.of
    if not of.by_month:
        return [(owed.starts, of.grain)]
    return [(months_on(owed.starts, at), 1) for at in range(of.grain)]


def _require_fair(owed: Owed, figures: Sequence[FigureGiven]) -> None:
    wanted = set(Asked.objects.filter(of=owed.of, retired_on=None).values_list("pk", flat=True))
    slots = set(slots_of(owed))
    given = {(one.asked.pk, (one.starts, one.months)) for one in figures}
    if given != {(pk, slot) for pk in wanted for slot in slots} or len(given) < len(figures):
        raise Refused("The figures that are asked have changed meanwhile. Look at them again.")
    for one in figures:
        _require_one(one)


def _require_one(given: FigureGiven) -> None:
    if given.count is None and not given.none_because:
        raise Refused(f"{given.asked}: give the figure, or say why you cannot.")
    if given.count is not None and given.none_because:
        raise Refused(f"{given.asked}: there is a figure and a reason why there is none.")
    if given.count is not None and not 0 <= given.count <= MOST:
        raise Refused(f"{given.asked}: the number must be from 0 to {MOST:,}.")


def _told(figures: Sequence[FigureGiven]) -> dict[str, int | str | None]:
    return {
        f"{one.asked}, {month_of(one.starts)}": one.none_because or one.count for one in figures
    }


def _refuse_if_revoked(link: Link | None) -> None:
    """Asked again inside the change: it may have been revoked since the page was opened."""
    if link and Link.objects.filter(pk=link.pk, revoked_at__isnull=False).exists():
        raise LinkRevoked("This link was taken back, so nothing was kept. Ring the coordinator.")
