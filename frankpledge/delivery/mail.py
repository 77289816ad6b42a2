"""The words of the letters about returns. Pure."""

import datetime
from collections.abc import Sequence

from frankpledge.delivery.models import Owed
from frankpledge.delivery.periods import day_words, in_words

Written = tuple[str, str]  # subject and body
MOST_NAMED = 12


def ask(owed: Owed, figures: Sequence[str]) -> Written:
    name = owed.partnership.name
    body = _paragraphs(
        f"{name} asks you for these figures, {in_words(owed.starts, owed.ends)}:",
        _listed(figures),
        f"Please give them by {day_words(owed.due_on)}. It takes a few minutes and no account:",
        "{link}",
        "Nought is a figure. Where you cannot give one, say why instead.",
        owed.of.note,
    )
    return f"{name}: figures of {in_words(owed.starts, owed.ends)}", body


def remind(owed: Owed, figures: Sequence[str], day: datetime.date) -> Written:
    name, late = owed.partnership.name, day > owed.due_on
    when = "were due on" if late else "are due on"
    body = _paragraphs(
        f"{name} has not had these figures yet, {in_words(owed.starts, owed.ends)}:",
        _listed(figures),
        f"They {when} {day_words(owed.due_on)}. Give them here, or say why you cannot:",
        "{link}",
    )
    kind = "overdue" if late else "still to come"
    return f"{name}: figures of {in_words(owed.starts, owed.ends)} {kind}", body


def _listed(figures: Sequence[str]) -> str:
    lines = [f"- {' '.join(one.split())}" for one in figures[:MOST_NAMED]]
    more = len(figures) - MOST_NAMED
    return "\n".join([*lines, f"- and {more} more"] if more > 0 else lines)


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"
