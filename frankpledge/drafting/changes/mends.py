"""A mend is made, or taken back. Those that do not fit are refused and not kept."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from frankpledge.drafting.changes.columns import Read, reread
from frankpledge.drafting.changes.habits import remember
from frankpledge.drafting.changes.opening import keep_reading
from frankpledge.drafting.changes.turns import counted, in_turn
from frankpledge.drafting.mending import Sent, Unfit, cleaned
from frankpledge.drafting.models import Draft, Habit, Mend
from frankpledge.drafting.present import as_mended, columns_of, key_of, reading_with, standing
from frankpledge.plan.models import Action
from frankpledge.record import lines
from frankpledge.record.errors import Refused
from frankpledge.record.texts import refuse_unkeepable

MOST_MENDS = 5000


def mend(
    *, draft: Draft, kind: str, given: Mapping[str, Any], version: int, by: lines.Author
) -> Mend:
    try:
        taken = cleaned(kind, given)
    except Unfit as why:
        raise Refused(str(why)) from why
    refuse_unkeepable("text", taken)
    # The document is read before anybody is kept waiting.
    read = reread(draft, taken) if kind == "column" else None
    with in_turn(draft, version):
        return _made(draft, kind, taken, read, by)


def _made(
    draft: Draft, kind: str, given: dict[str, Any], read: Read | None, by: lines.Author
) -> Mend:
    mends = list(draft.mends.all())
    if len(mends) >= MOST_MENDS:
        raise Refused("This draft has been mended more often than anybody could follow.")
    reading = reading_with(draft, columns_of(draft, mends))
    before = as_mended(draft, reading, standing(mends))
    made = Mend(draft=draft, kind=kind, given=given, by=by.record_name, number=len(mends) + 1)
    if read is None:
        after = as_mended(draft, reading, [*standing(mends), Sent(made.number, kind, given)])
        if made.number in after.unfit:
            raise Refused(after.unfit[made.number])
    elif not draft.readings.filter(key=key_of(read.columns)).exists():
        keep_reading(draft, read.told, read.file, read.columns)
    made.save(force_insert=True)
    remember(made, before.file, by)
    counted(draft)
    return made


def undo(*, draft: Draft, version: int, by: lines.Author) -> Mend:
    """The newest that stands is taken back, and with it what was remembered from it."""
    with in_turn(draft, version):
        last: Mend | None = draft.mends.filter(undone_at=None).order_by("number").last()
        if last is None:
            raise Refused("There is nothing to take back.")
        last.undone_at, last.undone_by = timezone.now(), by.record_name
        last.save(update_fields=["undone_at", "undone_by"])
        Habit.objects.filter(mend=last, forgotten_at=None).update(forgotten_at=timezone.now())
        counted(draft)
        return last


def see(*, draft: Draft, doubt: str, version: int, by: lines.Author) -> Mend:
    return mend(draft=draft, kind="seen", given={"doubt": doubt}, version=version, by=by)


def match(*, draft: Draft, action: str, to: Action | None, version: int, by: lines.Author) -> Mend:
    if to is not None and to.plan_id != draft.follows_id:
        raise Refused("That promise is not of the plan that this one follows.")
    given = {"action": action, "to": to.pk if to else None}
    return mend(draft=draft, kind="match", given=given, version=version, by=by)


def unmatch(*, draft: Draft, action: str, version: int, by: lines.Author) -> Mend:
    given = {"action": action, "to": "guess"}
    return mend(draft=draft, kind="match", given=given, version=version, by=by)
