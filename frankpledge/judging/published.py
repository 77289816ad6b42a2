"""What the public is told of a judgement: never a small count, and never in place of the rating."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from frankpledge.figures.small import threshold_for
from frankpledge.judging.queries.judged import judge_plan
from frankpledge.judging.working import Judged
from frankpledge.plan.figured import tells_figures
from frankpledge.plan.models import Outcome, Plan

Doc = dict[str, Any]
# What the police or a partner counts may be of few people; what was done by ourselves is not.
OF_PEOPLE = ("evidence", "counts", "return")
HELD_BACK = "The count is too small to be shown."


@tells_figures
def figures_of(plan: Plan) -> Mapping[str, Doc]:
    found = judge_plan(plan).outcomes
    public = Outcome.objects.filter(action__plan=plan, action__audience="public")
    shown = set(public.values_list("pk", flat=True))
    return {str(pk): told(one) for pk, one in found.items() if pk in shown and one.is_judged}


def told(judged: Judged) -> Doc:
    # By the printed words, which are public; what the coordinator calls it may not be.
    judgement = replace(judged.judgement, what=judged.printed)
    small, few = _is_small(judged), _has_small(judged)
    return {
        "verdict": judgement.verdict,
        "sentence": HELD_BACK if small else judgement.sentence,
        "odds": None if small else judgement.odds,
        "odds_words": judgement.odds_words,
        "signal": {
            "key": judged.signal.key,
            "words": judged.signal.words,
            "direction": judged.signal.direction,
        },
        "workings": [] if few else [list(each) for each in judgement.workings],
        "told": list(judged.told),
        "disagreement": judged.disagreement,
        "deviation": judged.deviation.to_dict() if judged.deviation else None,
    }


def _is_small(judged: Judged) -> bool:
    observed = judged.judgement.observed
    return _of_people(judged) and observed is not None and 0 < observed < threshold_for("public")


def _has_small(judged: Judged) -> bool:
    """Any month of the series may stand in the workings, or be worked out from them."""
    least = threshold_for("public")
    return _of_people(judged) and any(0 < one.count < least for one in judged.figures.figures)


def _of_people(judged: Judged) -> bool:
    return judged.figures.source in OF_PEOPLE
