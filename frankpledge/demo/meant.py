"""What targets of the running plans mean, where the police's own figures show them."""

import datetime

from django.db import transaction

from frankpledge.demo.days import Days
from frankpledge.demo.world import HOST
from frankpledge.judging import changes, queries
from frankpledge.partnership import queries as who
from frankpledge.partnership.models import Partnership
from frankpledge.plan.models import Plan
from frankpledge.plan.queries import current_plan
from frankpledge.record.lines import Author

WEEK = datetime.timedelta(days=7)


@transaction.atomic
def say_what_targets_mean(days: Days) -> None:
    """Changes of what the police count; the rest are left as questions for whoever looks round."""
    for partnership in who.all_partnerships():
        plan = current_plan(partnership)
        if plan is None or plan.is_draft:
            continue
        by = _coordinator(partnership)
        _mean(plan, by)
        changes.keep_judgements(plan=plan, by=by, as_at=days.today - WEEK)


def _mean(plan: Plan, by: Author) -> None:
    for one in queries.wondered(plan):
        found = queries.suggested_for(plan, one.target)
        if one.target.kind == "change" and found and found.source == "evidence":
            changes.mean(
                target=one.target,
                indicator=found.key,
                why="The police publish it by month and by type.",
                by=by,
            )


def _coordinator(partnership: Partnership) -> Author:
    people = (person for person in who.coordinators(partnership) if hasattr(person, "account"))
    return next((person.account for person in people), HOST)
