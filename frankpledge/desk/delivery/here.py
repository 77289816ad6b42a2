"""What the pages of this part of the desk share."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.utils.text import Truncator

from frankpledge.delivery import queries
from frankpledge.desk.access import DeskRequest
from frankpledge.partnership.roles import Permission
from frankpledge.plan.models import Outcome
from frankpledge.record.errors import Refused

HERE = "desk:log"
SEE = Permission.SEE_INTERNAL
LOG = Permission.LOG_DELIVERY
SET_UP = Permission.LOAD_EVIDENCE  # what is counted, surveys and whole sheets: analysts
RUN = Permission.RUN_ROUNDS
FEW = 12
Row = TypeVar("Row")


def may_see_restricted(request: DeskRequest) -> bool:
    return request.access.may(Permission.SEE_RESTRICTED)


def outcomes_for(request: DeskRequest, also: Iterable[Outcome] = ()) -> list[Outcome]:
    return queries.outcomes_offered(
        request.partnership, restricted=may_see_restricted(request), also=also
    )


def outcome_choices(outcomes: Sequence[Outcome]) -> list[tuple[str, Any]]:
    """Each after the promise that it stands under, since two outcomes may read alike.

    Many of them are folded by their priority, so that a phone shows them all.
    """
    if len(outcomes) <= FEW:
        return [_choice(one) for one in outcomes]
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in outcomes:
        groups.setdefault(_group(one), []).append(_choice(one))
    return list(groups.items())


def _choice(outcome: Outcome) -> tuple[str, str]:
    return str(outcome.pk), f"{_promise(outcome)}: {outcome}"


def _group(outcome: Outcome) -> str:
    plan = outcome.action.plan
    first = next(iter(outcome.action.placements.all()), None)
    name = str(first.priority) if first else plan.title
    return f"{name} (draft)" if plan.is_draft else name


def _promise(outcome: Outcome) -> str:
    action = outcome.action
    return action.ref or Truncator(action.words).words(6)


def picked(rows: Sequence[Row], chosen: Iterable[str]) -> list[Row]:
    wanted = set(chosen)
    return [one for one in rows if str(one.pk) in wanted]  # type: ignore[attr-defined]


def unseen(request: DeskRequest, held: Iterable[Outcome]) -> list[Outcome]:
    """What stands already and may not be seen here stays as it is."""
    if may_see_restricted(request):
        return []
    return [one for one in held if one.action.audience == "restricted"]


def uploaded(file: Any) -> tuple[bytes, str]:
    if file is None:
        raise Refused("Choose the file.", field="file")
    return file.read(), str(file.name or "file")
