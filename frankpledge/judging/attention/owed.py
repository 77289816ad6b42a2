"""Figures that should be here by now: partners' returns, and the police's own months."""

from collections.abc import Iterator
from datetime import date

from frankpledge.delivery.models import Owed
from frankpledge.delivery.queries import ledger
from frankpledge.figures.periods import Period
from frankpledge.judging.attention.matter import Matter
from frankpledge.partnership.models import Partnership

# Forces publish a month about two months after it.
MONTHS_BEHIND = 3


def of_owed(partnership: Partnership) -> Iterator[Matter]:
    for here in ledger(partnership).missing:
        owed = here.owed
        yield Matter(
            "owed",
            f"owed:{owed.pk}",
            f"{owed.of.name}, {here.period}, {_whose(owed)}: due on {owed.due_on.day} "
            f"{owed.due_on:%B %Y}, and not here.",
            "Remind them, or ring and type what you hear.",
            "desk:owed",
            (owed.pk,),
        )


def _whose(owed: Owed) -> str:
    return owed.called or str(owed.of.organisation or "nobody named")


def of_months(month: Period | None, as_at: date) -> Iterator[Matter]:
    """The newest that the area's own forces are here with."""
    this_month = as_at.year * 12 + as_at.month - 1
    if month is not None and this_month - month.end > MONTHS_BEHIND:
        yield Matter(
            "owed",
            f"months:{month.name}",
            f"The newest police figures here are of {month.words}.",
            "Load the months that were published since.",
            "desk:evidence-load",
        )
