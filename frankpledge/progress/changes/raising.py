"""What a lead has raised: a concern for the coordinator, or a decision asked of the board."""

from django.utils import timezone

from frankpledge.plan.changes.decisions import checked
from frankpledge.progress.changes.reviewing import write_line
from frankpledge.progress.changes.turns import change
from frankpledge.progress.models import Raised
from frankpledge.record import lines
from frankpledge.record.errors import Refused, Stale


@change
def decide_raised(
    *,
    raised: Raised,
    decided: str,
    version: int,
    by: lines.Author,
    for_the_board: str = "",
    why: str = "",
) -> Raised:
    """Confirmed, or set aside with the reason. Also after the freeze: a board meets later."""
    raised = Raised.objects.select_related("answer__item__request__round").get(pk=raised.pk)
    if version != raised.version:
        raise Stale(version=raised.version, current=_decided(raised))
    if decided not in dict(Raised.DECIDED):
        raise Refused("Choose what is to be done with it.", field="decided")
    if decided == "set-aside" and not why.strip():
        raise Refused("Say why it is set aside.", field="why")
    raised.decided, raised.decided_why = decided, why
    raised.for_the_board = for_the_board if decided == "confirmed" else ""
    raised.decided_by, raised.decided_at = by.record_name[:160], timezone.now()
    raised.version += 1
    checked(raised).save()
    # What a concern says is for the coordinator alone, so the record tells only that there is one.
    told = {"for the board": raised.for_the_board} if raised.kind == "decision" else {}
    write_line(raised.answer.item, f"{raised.kind}.{decided}", by, told)
    return raised


def _decided(raised: Raised) -> dict[str, str]:
    return {
        "decided": raised.decided,
        "for_the_board": raised.for_the_board,
        "why": raised.decided_why,
    }
