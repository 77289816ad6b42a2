"""The plan as one scannable table."""

from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.judging.beside import Beside, of_table, only, standing
from frankpledge.desk.pages import page
from frankpledge.drafting.queries import drafts_of
from frankpledge.judging.queries import JudgedPlan, judge_plan, wondered
from frankpledge.partnership.roles import Permission
from frankpledge.plan import queries
from frankpledge.plan.models import Plan
from frankpledge.plan.queries import Filters

FILTERS = ("priority", "lead", "delivery", "fresh", "due", "signal")


@desk_view(Permission.SEE_INTERNAL)
def show_current_plan(request: DeskRequest) -> HttpResponse:
    plan = queries.current_plan(request.partnership)
    if plan is None:
        return redirect("desk:plans", slug=request.partnership.slug)
    return _table(request, plan)


@desk_view(Permission.SEE_INTERNAL)
def show_plan(request: DeskRequest, pk: int) -> HttpResponse:
    return _table(request, queries.plan_in(request.partnership, pk))


@desk_view(Permission.SEE_INTERNAL)
def list_plans(request: DeskRequest) -> HttpResponse:
    plans = queries.plans_with_years(request.partnership)
    editing = request.access.may(Permission.EDIT_PLAN)
    drafts = drafts_of(request.partnership) if editing else []
    context = {"plans": plans, "drafts": drafts}
    return page(request, "desk/plan/plans.html", context, here="desk:plan")


def _table(request: DeskRequest, plan: Plan) -> HttpResponse:
    given = {name: request.GET.get(name, "")[:200] for name in FILTERS}
    if any("\x00" in value for value in given.values()):
        raise Http404
    restricted = request.access.may(Permission.SEE_RESTRICTED)
    signal = given["signal"]
    filters = Filters(**{name: said for name, said in given.items() if name != "signal"})
    table = queries.plan_table(plan, filters=filters, restricted=restricted)
    judged = judge_plan(plan)
    besides = of_table(judged, table)
    editing = request.access.may(Permission.EDIT_PLAN) and plan.can_change
    context = {
        "plan": plan,
        "table": only(table, besides, signal),
        "filters": filters,
        "filtered": filters.any or bool(signal),
        "signal": signal,
        "standing": {**_standing(table, given), "signal": _signals(besides, given)},
        "besides": besides,
        "wondering": _wondering(plan, judged, restricted=restricted) if editing else 0,
        "may_edit": editing,
        "may_adopt": request.access.may(Permission.ADOPT_PLAN),
    }
    return page(request, "desk/plan/table.html", context, here="desk:plan")


def _standing(
    table: queries.PlanTable, given: dict[str, str]
) -> dict[str, list[dict[str, object]]]:
    """The counts over the table. Each is a link that filters by it."""
    return {
        "delivery": [
            {
                "n": n,
                "words": one.label,
                "shown": one,
                "url": _with(given, "delivery", one.label),
            }
            for one, n in table.delivery
        ],
        "fresh": [
            {"n": n, "words": words, "key": key, "url": _with(given, "fresh", key)}
            for key, words, n in table.fresh
        ],
    }


def _wondering(plan: Plan, judged: JudgedPlan, *, restricted: bool) -> int:
    """Targets that wait for an answer before figures can judge them."""
    listed = wondered(plan, restricted=restricted, judged=judged)
    return sum(one.is_stuck for one in listed)


def _signals(besides: dict[int, Beside], given: dict[str, str]) -> list[dict[str, object]]:
    return [
        {"n": n, "words": words, "key": key, "url": _with(given, "signal", key)}
        for key, words, n in standing(besides)
    ]


def _with(given: dict[str, str], name: str, value: str) -> str:
    kept = {key: text for key, text in {**given, name: value}.items() if text}
    return f"?{urlencode(kept)}#plan"
