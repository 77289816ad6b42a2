"""What papers need of the day of a freeze and could not work out from it later."""

from typing import Any

from frankpledge.papers.audiences import KEYS, Audience
from frankpledge.plan.fresh import asked
from frankpledge.plan.loading import load
from frankpledge.plan.models import Lead, Plan
from frankpledge.plan.naming import shown_to
from frankpledge.progress.models import Round
from frankpledge.record.freezes import contributes


@contributes("round", "papers")
def of_a_round(round_: Round) -> Any:
    return _for_papers(round_.plan)


@contributes("plan", "papers")
def of_a_plan(plan: Plan) -> Any:
    return _for_papers(plan)


def _for_papers(plan: Plan) -> dict[str, Any]:
    """How each audience may call the leads, and how current each promise is."""
    loaded = load(plan)
    told = asked(plan) or {}
    wider = [one for one in KEYS.values() if one > Audience.INTERNAL]
    return {
        "leads": {
            str(pk): {one.name: _named(loaded.leads.get(pk, []), one) for one in wider}
            for pk in sorted(loaded.actions)
        },
        "fresh": {
            str(pk): {"key": told[pk].key, "tally": list(told[pk].tally)}
            for pk in sorted(told)
            if pk in loaded.actions
        },
    }


def _named(leads: list[Lead], audience: Audience) -> dict[str, list[str]]:
    return {part: _part(leads, part, audience) for part in ("lead", "support")}


def _part(leads: list[Lead], part: str, audience: Audience) -> list[str]:
    names = [shown_to(lead, audience) for lead in leads if lead.part == part]
    return list(dict.fromkeys(name for name in names if name))
