"""What a coordinator decided once is remembered for the partnership's next file."""

from django.db import transaction
from django.utils import timezone

from frankpledge.drafting.mending.marks import said_of
from frankpledge.drafting.models import Habit, Mend
from frankpledge.drafting.present import File
from frankpledge.partnership.models import Partnership
from frankpledge.reading.understanding.columns import head_key
from frankpledge.reading.words import alike
from frankpledge.record import lines

PLURAL = {"column": "columns", "status": "statuses", "lead": "leads"}
LONGEST = 300


def remembered(partnership: Partnership) -> dict[str, dict[str, str]]:
    """What counts now: the newest word on each thing."""
    found: dict[str, dict[str, str]] = {kind: {} for kind in PLURAL.values()}
    rows = Habit.objects.filter(partnership=partnership, forgotten_at=None).order_by("pk")
    for habit in rows:
        found[PLURAL[habit.kind]][habit.said] = habit.means
    return found


def remember(mend: Mend, before: File, by: lines.Author) -> None:
    """From the mends that say what a word means, wherever it stands."""
    told = _told(mend, before)
    if told is None:
        return
    kind, said, means = told
    if said and means and len(said) <= LONGEST:
        Habit.objects.create(
            partnership=mend.draft.partnership,
            kind=kind,
            said=said,
            means=means[:LONGEST],
            mend=mend,
            made_by=by.record_name,
        )


def _told(mend: Mend, before: File) -> tuple[str, str, str] | None:
    given = mend.given
    if mend.kind == "column":
        return "column", head_key(given["head"]), given["means"]
    if mend.kind == "status" and given.get("everywhere"):
        return "status", _status_of(before, given["of"]), given["state"]
    if mend.kind == "lead" and given.get("everywhere"):
        named = [each for each in before["actions"] if each["id"] == given["action"]]
        return "lead", alike(named[0]["lead"] or "") if named else "", given["who"]
    return None


def _status_of(file: File, name: str) -> str:
    rows = [each for action in file["actions"] for each in (action, *action["outcomes"])]
    return next((said_of(each["status"]) for each in rows if each["id"] == name), "")


@transaction.atomic
def forget_habit(*, habit: Habit, by: lines.Author) -> None:
    """Every older word on the same thing goes too, or it would count again."""
    lines.hold(habit.partnership.chain)
    same = Habit.objects.filter(
        partnership=habit.partnership, kind=habit.kind, said=habit.said, forgotten_at=None
    )
    if same.update(forgotten_at=timezone.now()):
        lines.write(
            chain=habit.partnership.chain,
            by=by,
            verb="habit.forgotten",
            subject=lines.Subject("habit", str(habit.pk), habit.said),
            old={"means": habit.means},
        )
