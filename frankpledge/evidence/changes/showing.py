"""The partnership's own choice whether the public sees its evidence."""

from django.db import transaction

from frankpledge.evidence.models import Showing
from frankpledge.partnership.models import Partnership
from frankpledge.record import lines
from frankpledge.record.errors import Refused


@transaction.atomic
def show_to_public(*, partnership: Partnership, by: lines.Author, why: str = "") -> Showing:
    """Whoever asks has seen to it that they may publish."""
    return _set(partnership, by, why, is_shown=True)


@transaction.atomic
def hide_from_public(*, partnership: Partnership, by: lines.Author, why: str = "") -> Showing:
    return _set(partnership, by, why, is_shown=False)


def _set(partnership: Partnership, by: lines.Author, why: str, *, is_shown: bool) -> Showing:
    lines.hold(partnership.chain)  # so that of two at once one sees what the other did
    row = Showing.objects.filter(partnership=partnership).first()
    was = row.is_shown if row else False
    if was == is_shown:
        now = "shown to the public already" if is_shown else "not shown to the public"
        raise Refused(f"The evidence is {now}.")
    row = row or Showing(partnership=partnership)
    row.is_shown = is_shown
    row.save()
    lines.write(
        chain=partnership.chain,
        by=by,
        verb="evidence.shown" if is_shown else "evidence.hidden",
        subject=lines.Subject("evidence", str(partnership.pk), "The evidence"),
        old={"public": was},
        new={"public": is_shown},
        why=why,
    )
    return row
