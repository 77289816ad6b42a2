"""What targets of the running plans mean, by whose figures, and one miss that is accepted."""

import datetime
from typing import Any

from django.db import transaction

from frankpledge.demo.days import Days
from frankpledge.demo.world import HOST
from frankpledge.judging import changes, queries
from frankpledge.partnership import queries as who
from frankpledge.partnership.models import Partnership
from frankpledge.plan.models import Outcome, Plan, Target
from frankpledge.plan.queries import current_plan
from frankpledge.record.lines import Author

WEEK = datetime.timedelta(days=7)
# Partnership and promise, how the outcome begins, and what its coordinator answered.
ANSWERED: dict[tuple[str, str], tuple[str, dict[str, Any]]] = {
    ("marshwick", "3.1"): ("Twelve new", {"said": "so-far", "why": "Irene counts the year."}),
    ("marshwick", "4.1"): (
        "A quarter fewer",
        {"indicator": "asb", "why": "The council's own calls are not counted by month yet."},
    ),
    ("marshwick", "6.1"): (
        "",
        {"indicator": "deliberate-fires", "why": "From the fire service's own list."},
    ),
    ("wychford", "1b.1"): ("Three hundred", {"said": "so-far", "why": "Both shows together."}),
}
MISSED = ("marshwick", "2.1", "Thefts from shops")
ACCEPTED = (
    "Most of the rise came from six shops that began to report all of their thefts. The board "
    "keeps the target and looks at it again when the year is over."
)


@transaction.atomic
def say_what_targets_mean(days: Days) -> None:
    """The rest are left as questions for whoever looks round."""
    for partnership in who.all_partnerships():
        plan = current_plan(partnership)
        if plan is None or plan.is_draft:
            continue
        by = _coordinator(partnership)
        _mean(plan, by)
        _accept(plan, days, by)
        changes.keep_judgements(plan=plan, by=by, as_at=days.today - WEEK)


def _mean(plan: Plan, by: Author) -> None:
    """What a coordinator answered; else, for a change of what the police publish, their figures."""
    for one in queries.wondered(plan):
        answer = _answer(one) or _published(plan, one.target)
        if answer:
            changes.mean(target=one.target, by=by, **answer)


def _answer(one: queries.Wondered) -> dict[str, Any]:
    action = one.outcome.action
    begins, answer = ANSWERED.get((action.plan.partnership.slug, action.ref), ("", {}))
    return answer if one.outcome.words.startswith(begins) else {}


def _published(plan: Plan, target: Target) -> dict[str, Any]:
    found = queries.suggested_for(plan, target)
    if target.kind != "change" or found is None or found.source != "evidence":
        return {}
    return {"indicator": found.key, "why": "The police publish it by month and by type."}


def _accept(plan: Plan, days: Days, by: Author) -> None:
    slug, ref, begins = MISSED
    found = Outcome.objects.filter(action__plan=plan, action__ref=ref, words__startswith=begins)
    outcome = found.select_related("action__plan__partnership").first()
    if outcome is None or plan.partnership.slug != slug or queries.deviations_of(outcome):
        return
    changes.accept_deviation(
        outcome=outcome,
        why=ACCEPTED,
        until=days.day("y1/4/30"),
        accepted_by="The board, minute 6.5",
        by=by,
    )


def _coordinator(partnership: Partnership) -> Author:
    people = (person for person in who.coordinators(partnership) if hasattr(person, "account"))
    return next((person.account for person in people), HOST)
