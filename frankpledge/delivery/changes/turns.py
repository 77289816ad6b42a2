"""One writer at a time in each partnership: the chain is held first, as in every room."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import transaction

from frankpledge.delivery.models import Asked, Owed, Wave
from frankpledge.partnership.models import Partnership
from frankpledge.record import lines

Given = ParamSpec("Given")
Made = TypeVar("Made")
# What a change is made to, by the name under which it is given. The first that is there decides.
SUBJECTS = (
    "partnership",
    "measure",
    "activity",
    "question",
    "wave",
    "return_",
    "figure",
    "owed",
    "letter",
)


def change(write: Callable[Given, Made]) -> Callable[Given, Made]:
    """All of it or none, in turn."""

    @wraps(write)
    def in_turn(*args: Given.args, **given: Given.kwargs) -> Made:
        row = next(given[name] for name in SUBJECTS if name in given)
        with transaction.atomic():
            lines.hold(partnership_of(row).chain)
            return write(*args, **given)

    return in_turn


def partnership_of(row: Any) -> Partnership:
    if isinstance(row, Partnership):
        return row
    if isinstance(row, Wave):
        return row.question.partnership
    if isinstance(row, Owed | Asked):
        return row.of.partnership
    found: Partnership = row.partnership
    return found
