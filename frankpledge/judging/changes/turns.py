"""One writer at a time in each partnership, as everywhere."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import transaction

from frankpledge.judging.models import Deviation, Indicator, Pair
from frankpledge.partnership.models import Partnership
from frankpledge.plan.models import Outcome, Plan, Target
from frankpledge.record import lines
from frankpledge.record.errors import Refused

Given = ParamSpec("Given")
Made = TypeVar("Made")
SUBJECTS = ("partnership", "plan", "target", "indicator", "deviation", "pair", "outcome")


def change(write: Callable[Given, Made]) -> Callable[Given, Made]:
    """All of it or none, in turn: the chain of the record is held before any row is read."""

    @wraps(write)
    def in_turn(*args: Given.args, **given: Given.kwargs) -> Made:
        row = next(given[name] for name in SUBJECTS if name in given)
        with transaction.atomic():
            lines.hold(partnership_of(row).chain)
            _require_there(row)
            return write(*args, **given)

    return in_turn


def partnership_of(row: Any) -> Partnership:
    if isinstance(row, Partnership):
        return row
    if isinstance(row, Plan | Indicator | Pair):
        return row.partnership
    if isinstance(row, Deviation | Target):
        return row.outcome.action.plan.partnership
    if isinstance(row, Outcome):
        return row.action.plan.partnership
    raise TypeError(f"{row!r} belongs to no partnership.")


def _require_there(row: Any) -> None:
    if isinstance(row, Indicator | Deviation | Pair):
        if not type(row)._default_manager.filter(pk=row.pk).exists():
            raise Refused("Somebody else has just removed this.")
        row.refresh_from_db()
    elif isinstance(row, Target) and not Target.objects.filter(pk=row.pk).exists():
        raise Refused("Somebody else has just changed the words of this target.")
