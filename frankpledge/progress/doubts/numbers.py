"""Done, with the number not reached; and on track, with its day past."""

from collections.abc import Iterator
from decimal import Decimal

from frankpledge.language.states import State
from frankpledge.progress.doubts.model import Aim, Doubt, OutcomeSaid, Said


def short_of_its_number(said: Said) -> Iterator[Doubt]:
    for one in said.outcomes:
        missed = next((aim for aim in one.aims if misses(one, aim)), None)
        if one.state == State.COMPLETE and missed:
            yield Doubt(
                said.answer,
                "number-not-reached",
                f"is marked {one.label.lower()} with its number not reached",
                because=f"{one.name or 'It'} says {missed.printed}: the answer counts "
                f"{counted(one)}.",
                ask=f"You say {one.label.lower()}, and counted {counted(one)} "
                f"where it says {missed.printed}. Is it done?",
                part=one.key,
            )


def misses(one: OutcomeSaid, aim: Aim) -> bool:
    if one.figure is None:
        return False
    reached = _reached(one, aim)
    if reached is None:
        return False
    if aim.kind == "count-at-most":
        return reached > aim.number
    return reached != aim.number if aim.kind == "count-exactly" else reached < aim.number


def _reached(one: OutcomeSaid, aim: Aim) -> Decimal | None:
    """In the aim's own measure: a share of a group, or a number."""
    if not aim.is_percent:
        return one.figure
    if one.of:
        return (one.figure or Decimal(0)) * 100 / one.of
    return None  # a bare number may be the count or the share


def counted(one: OutcomeSaid) -> str:
    number = f"{one.figure.normalize():f}" if one.figure is not None else "nothing"
    return f"{number} of {one.of.normalize():f}" if one.of else number


def overdue_and_green(said: Said) -> Iterator[Doubt]:
    for one in said.outcomes:
        if one.due and one.due <= said.ends and one.is_open and one.is_good:
            due = f"{one.due.day} {one.due:%B %Y}"
            yield Doubt(
                said.answer,
                "overdue",
                f"was due by {due} and is rated {one.label.lower()}",
                because=f"{one.name}: {one.words}" if one.words else "",
                ask=f"This was due by {due}. Is it done, or by when do you expect it now?",
                part=one.key,
            )
