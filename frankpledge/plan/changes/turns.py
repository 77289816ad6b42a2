"""One writer at a time in each partnership: whoever comes second sees what the first has done."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import models, transaction

from frankpledge.partnership.models import Partnership
from frankpledge.plan.changes.decisions import hangs_on, plan_of
from frankpledge.plan.models import ActionLink, Placement, Plan, Standing, Timescale
from frankpledge.record import lines
from frankpledge.record.errors import Refused

Given = ParamSpec("Given")
Made = TypeVar("Made")
# What a change is made to, by the name under which it is given. The first that is there decides.
SUBJECTS = (
    "partnership",
    "action",
    "outcome",
    "of",
    "placement",
    "link",
    "timescale",
    "standing",
    "priority",
    "plan",
)


def change(write: Callable[Given, Made]) -> Callable[Given, Made]:
    """All of it or none, in turn.

    The chain of the record is held before any row, in every change alike, so that two can never
    wait for each other.
    """

    @wraps(write)
    def in_turn(*args: Given.args, **given: Given.kwargs) -> Made:
        rows = [given[name] for name in SUBJECTS if name in given]
        with transaction.atomic():
            lines.hold(_partnership_of(rows[0]).chain)
            for row in rows:
                _require_there(row)
            return write(*args, **given)

    return in_turn


def _partnership_of(row: Any) -> Partnership:
    if isinstance(row, Partnership):
        return row
    if isinstance(row, Placement | ActionLink):
        return row.action.plan.partnership
    if isinstance(row, Timescale | Standing):
        return plan_of(hangs_on(row)).partnership
    return plan_of(row).partnership


def _require_there(row: Any) -> None:
    if isinstance(row, Partnership):
        return
    rows: models.QuerySet[Any] = type(row)._default_manager.filter(pk=row.pk)
    if not rows.exists():
        raise Refused("Somebody else has just removed this.")
    if isinstance(row, Plan):
        row.refresh_from_db()
