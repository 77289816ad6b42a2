"""What the public is told of a judgement: never a small count, and never in place of the rating."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from frankpledge.evidence.queries import is_shown
from frankpledge.evidence.released import rule_on
from frankpledge.figures.small import threshold_for
from frankpledge.judging.queries.judged import judge_plan
from frankpledge.judging.working import Judged
from frankpledge.partnership.models import Area
from frankpledge.partnership.models.dated import today
from frankpledge.plan.figured import tells_figures
from frankpledge.plan.models import Outcome, Plan

Doc = dict[str, Any]
# What the police or a partner counts may be of few people; what was done by ourselves is not.
OF_PEOPLE = ("evidence", "counts", "return")
HELD_BACK = "The count is too small to be shown."
# With the table of places, where some are held back, one of them told here would tell others.
OF_A_PLACE = "The counts of one small place are not shown."


@tells_figures
def figures_of(plan: Plan) -> Mapping[str, Doc]:
    found = judge_plan(plan).outcomes
    public = Outcome.objects.filter(action__plan=plan, action__audience="public")
    shown = set(public.values_list("pk", flat=True))
    ours = {pk: one for pk, one in found.items() if pk in shown and one.is_judged}
    in_public, small = is_shown(plan.partnership), _small_places(ours.values())
    return {str(pk): told(one, in_public, small) for pk, one in ours.items()}


def _small_places(found: Iterable[Judged]) -> frozenset[str]:
    """Those whose counts are held back by a rule on the pages of the figures."""
    named = {_place(one) for one in found} - {""}
    areas = Area.objects.filter(code__in=named, kind__in=rule_on(today()).small) if named else []
    return frozenset(area.code for area in areas)


def _place(judged: Judged) -> str:
    meaning = judged.read.meaning
    return meaning.area if meaning and judged.figures.source in ("evidence", "counts") else ""


def told(
    judged: Judged, in_public: bool = False, small_places: frozenset[str] = frozenset()
) -> Doc:
    """`in_public`: the partnership shows its police figures, so that their pages can be read."""
    # By the printed words, which are public; what the coordinator calls it may not be.
    judgement = replace(judged.judgement, what=judged.printed)
    of_a_place = _place(judged) in small_places
    small, few = of_a_place or _is_small(judged), of_a_place or _has_small(judged)
    held = OF_A_PLACE if of_a_place else HELD_BACK
    return {
        "verdict": judgement.verdict,
        "sentence": held if small else judgement.sentence,
        "odds": None if small else judgement.odds,
        "odds_words": judgement.odds_words,
        "signal": {
            "key": judged.signal.key,
            "words": judged.signal.words,
            "direction": judged.signal.direction,
        },
        "workings": [] if few else [list(each) for each in judgement.workings],
        # Whoever gave the newest figure may be named there, and is not named in public.
        "told": [line for line in judged.told if not line.startswith("Newest:")],
        "types": _types(judged) if in_public else [],
        "disagreement": judged.disagreement,
        "deviation": judged.deviation.to_dict() if judged.deviation else None,
    }


def _types(judged: Judged) -> list[str]:
    """What the police publish of the whole area: month by month on pages of its own."""
    read = judged.read
    of_a_part = read.meaning and read.meaning.area
    if judged.figures.source != "evidence" or read.indicator is None or of_a_part:
        return []
    return list(read.indicator.of)


def _is_small(judged: Judged) -> bool:
    observed = judged.judgement.observed
    return _of_people(judged) and observed is not None and 0 < observed < threshold_for("public")


def _has_small(judged: Judged) -> bool:
    """Any month of the series may stand in the workings, or be worked out from them."""
    least = threshold_for("public")
    return _of_people(judged) and any(0 < one.count < least for one in judged.figures.figures)


def _of_people(judged: Judged) -> bool:
    return judged.figures.source in OF_PEOPLE
