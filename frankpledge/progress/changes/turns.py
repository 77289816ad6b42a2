"""One writer at a time in each partnership, for rounds as for plans: the chain is held first."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import transaction

from frankpledge.asking.models import Letter
from frankpledge.partnership.models import Partnership
from frankpledge.plan.models import Plan
from frankpledge.progress.models import (
    Answer,
    Item,
    ProposedStrike,
    Question,
    Raised,
    Request,
    Round,
    Upload,
    Verdict,
)
from frankpledge.record import lines

Given = ParamSpec("Given")
Made = TypeVar("Made")
# What a change is made to, by the name under which it is given. The first that is there decides.
SUBJECTS = (
    "partnership",
    "plan",
    "round_",
    "request",
    "item",
    "answer",
    "raised",
    "verdict",
    "question",
    "upload",
    "strike",
    "letter",
)


def change(write: Callable[Given, Made]) -> Callable[Given, Made]:
    """All of it or none, in turn."""

    @wraps(write)
    def in_turn(*args: Given.args, **given: Given.kwargs) -> Made:
        row = next(given[name] for name in SUBJECTS if name in given)
        with transaction.atomic():
            lines.hold(partnership_of(row).chain)
            if isinstance(row, Round):
                row.refresh_from_db()  # another may have just taken it further
            return write(*args, **given)

    return in_turn


def partnership_of(row: Any) -> Partnership:
    if isinstance(row, Partnership):
        return row
    if isinstance(row, Plan | Round | Letter):
        return row.partnership
    return round_of(row).partnership


def round_of(row: Any) -> Round:
    if isinstance(row, Request | Question | ProposedStrike):
        return row.round
    if isinstance(row, Item):
        return row.request.round
    if isinstance(row, Answer | Upload | Verdict):
        return row.item.request.round
    if isinstance(row, Raised):
        return row.answer.item.request.round
    raise TypeError(f"{row!r} belongs to no round.")
