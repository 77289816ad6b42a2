"""Targets with a question: each in words, with a suggestion, for the coordinator to answer."""

from collections.abc import Iterable

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.pages import page
from frankpledge.judging.queries import judge_plan, wondered
from frankpledge.judging.working import Judged
from frankpledge.partnership.roles import Permission
from frankpledge.plan.queries import current_plan


@desk_view(Permission.SEE_INTERNAL)
def show_questions(request: DeskRequest) -> HttpResponse:
    plan = current_plan(request.partnership)
    restricted = request.access.may(Permission.SEE_RESTRICTED)
    listed = wondered(plan, restricted=restricted) if plan else []
    context = {
        "plan": plan,
        "stuck": [one for one in listed if one.is_stuck],
        "better": [one for one in listed if not one.is_stuck and not one.judged.read.by_word],
        "unclear": [one for one in listed if not one.is_stuck and one.judged.read.by_word],
        **_judged(judge_plan(plan).outcomes.values() if plan else ()),
        "may_edit": bool(plan and plan.can_change) and request.access.may(Permission.EDIT_PLAN),
    }
    return page(request, "desk/judging/questions.html", context, here="desk:plan")


def _judged(found: Iterable[Judged]) -> dict[str, int]:
    judged = [one for one in found if one.is_judged]
    waiting = sum(one.judgement.verdict == "not enough data" for one in judged)
    return {"judged": len(judged), "waiting": waiting}
