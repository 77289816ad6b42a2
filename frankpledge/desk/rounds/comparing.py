"""Two rounds beside each other: what moved, what stalled, what came and went."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.pages import page
from frankpledge.desk.rounds.here import HERE, round_here
from frankpledge.partnership.roles import Permission
from frankpledge.progress import queries
from frankpledge.progress.comparing import Compared, compare
from frankpledge.progress.models import Round


@desk_view(Permission.SEE_INTERNAL)
def compare_rounds(request: DeskRequest, pk: int) -> HttpResponse:
    newer = round_here(request, pk)
    others = [one for one in queries.rounds_of(request.partnership) if _fits(one, newer)]
    older = _chosen(others, request.GET.get("with", ""))
    context = {
        "round": newer,
        "period": queries.period_words(newer),
        "others": [(one, queries.period_words(one)) for one in others],
        "older": older,
        "older_period": queries.period_words(older) if older else "",
        "found": _compared(request, older, newer) if older else None,
    }
    return page(request, "desk/rounds/compare.html", context, here=HERE)


def _fits(one: Round, newer: Round) -> bool:
    """Another frozen round of the same plan, of an earlier period."""
    return bool(one.freeze_hash) and one.plan_id == newer.plan_id and one.ends < newer.ends


def _chosen(others: list[Round], typed: str) -> Round | None:
    return next((one for one in others if str(one.pk) == typed), next(iter(others), None))


def _compared(request: DeskRequest, older: Round, newer: Round) -> Compared | None:
    before, now = queries.plan_as_frozen(older), queries.plan_as_frozen(newer)
    if before is None or now is None:
        return None
    restricted = request.access.may(Permission.SEE_RESTRICTED)
    return compare(*(one if restricted else _for_others(one) for one in (before, now)))


def _for_others(plan: Mapping[str, Any]) -> dict[str, Any]:
    seen = [one for one in plan["actions"] if one["audience"] != "restricted"]
    return {**plan, "actions": seen}
