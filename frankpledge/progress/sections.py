"""What a round contributes to its own freeze, and to the freezes of its plan."""

from typing import Any

from frankpledge.evidence.queries.annex import annex_as_it_stands
from frankpledge.evidence.queries.frozen import evidence_as_it_stands
from frankpledge.judging.queries import judge_plan
from frankpledge.partnership.models.dated import today
from frankpledge.plan.figured import figures
from frankpledge.plan.models import Plan
from frankpledge.plan.published import public_plan
from frankpledge.plan.whole import whole_plan
from frankpledge.progress.annexed import (
    asked_of_people,
    done_in_the_half_year,
    done_in_the_year,
    feared,
)
from frankpledge.progress.as_of import without_later
from frankpledge.progress.document import whole_round
from frankpledge.progress.models import Round
from frankpledge.progress.queries.wording import period_words
from frankpledge.record.freezes import contributes


@contributes("round", "round")
def what_was_said(round_: Round) -> Any:
    return whole_round(round_)


@contributes("round", "plan")
def plan_as_it_stood(round_: Round) -> Any:
    return without_later(whole_plan(round_.plan), round_.ends)


@contributes("round", "public")
def for_the_public(round_: Round) -> Any:
    return {**public_plan(round_.plan, as_at=today()), "figures": figures(round_.plan)}


@contributes("round", "judgements")
def judgements_as_they_stood(round_: Round) -> Any:
    found = judge_plan(round_.plan)
    return {
        "as_at": found.as_at.isoformat(),
        "generation": found.generation,
        "outcomes": {str(pk): one.to_dict() for pk, one in found.outcomes.items()},
    }


@contributes("round", "evidence")
def evidence_as_it_stood(round_: Round) -> Any:
    return evidence_as_it_stands(round_.partnership)


@contributes("round", "annex")
def tables_as_they_stood(round_: Round) -> Any:
    """What a yearly assessment prints, so that it is printed the same in ten years."""
    return {
        **annex_as_it_stands(round_.partnership),
        "perception": asked_of_people(round_.partnership),
        "fear": feared(round_.partnership),
        "done": done_in_the_year(round_),
        "done_half": done_in_the_half_year(round_),
    }


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
