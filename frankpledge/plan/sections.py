"""What a plan contributes to a freeze: everything, and what of it the public may see."""

from typing import Any

from frankpledge.partnership.models.dated import today
from frankpledge.plan.figured import figures
from frankpledge.plan.models import Plan
from frankpledge.plan.published import public_plan
from frankpledge.plan.whole import whole_plan
from frankpledge.record.freezes import contributes


@contributes("plan", "plan")
def everything(plan: Plan) -> Any:
    return whole_plan(plan)


@contributes("plan", "public")
def for_the_public(plan: Plan) -> Any:
    return {**public_plan(plan, as_at=today()), "figures": figures(plan)}
