"""What a round contributes to its own freeze, and to the freezes of its plan."""

from typing import Any

from frankpledge.partnership.models.dated import today
from frankpledge.plan.models import Plan
from frankpledge.plan.published import public_plan
from frankpledge.plan.whole import whole_plan
from frankpledge.progress.document import whole_round
from frankpledge.progress.models import Round
from frankpledge.progress.queries.wording import period_words
from frankpledge.record.freezes import contributes


@contributes("round", "round")
def what_was_said(round_: Round) -> Any:
    return whole_round(round_)


@contributes("round", "plan")
def plan_as_it_stood(round_: Round) -> Any:
    return whole_plan(round_.plan)


@contributes("round", "public")
def for_the_public(round_: Round) -> Any:
    return public_plan(round_.plan, as_at=today())


@contributes("plan", "rounds")
def rounds_published(plan: Plan) -> Any:
    """Which rounds the public can know of, newest first."""
    published = Round.objects.filter(plan=plan, published_on__isnull=False)
    return [
        {
            "name": one.name,
            "period": period_words(one),
            "starts": one.starts.isoformat(),
            "ends": one.ends.isoformat(),
            "published_on": one.published_on.isoformat() if one.published_on else "",
        }
        for one in published
    ]
