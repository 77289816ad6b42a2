"""A whole plan file becomes a draft plan, in one transaction."""

import datetime
from collections.abc import Mapping
from typing import Any

from frankpledge.language import Context
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.queries import ratings
from frankpledge.plan.changes.decisions import checked, write_line
from frankpledge.plan.changes.plans import draft_plan, set_slices
from frankpledge.plan.changes.turns import change
from frankpledge.plan.models import Action, Plan
from frankpledge.plan.planfile.building import Building
from frankpledge.plan.planfile.drafting import Around
from frankpledge.plan.planfile.fitting import day
from frankpledge.plan.planfile.who import known
from frankpledge.reading.planfile import Malformed, checked_file
from frankpledge.record import lines
from frankpledge.record.errors import Refused

PlanFile = dict[str, Any]


@change
def adopt_file(
    *,
    partnership: Partnership,
    file: PlanFile,
    title: str,
    starts: datetime.date,
    ends: datetime.date,
    by: lines.Author,
    follows: Plan | None = None,
    matches: Mapping[str, Action] | None = None,
) -> Plan:
    """Makes a draft plan of a plan file; adopting it is the coordinator's own step.

    `matches` says which promise of the plan before goes on in which of the file, by the file's
    id of the action: its "id", or "a1", "a2" and so on by its place.
    """
    file = _checked(file)
    plan = draft_plan(
        partnership=partnership,
        title=title,
        starts=starts,
        ends=ends,
        follows=follows,
        introduction=file.get("introduction") or "",
        funding_note=file.get("funding_note") or "",
        by=by,
    )
    _years(plan, file, by)
    building = Building(file, _around(plan, file, by), check=checked)
    building.build(_fitting(matches or {}, follows))
    for action in building.actions:
        new = {"ref": action.ref, "words": action.words}
        write_line(action, by=by, verb="action.added", new=new)
    write_line(plan, by=by, verb="plan.taken-in", new=building.counts)
    return plan


def _checked(file: PlanFile) -> PlanFile:
    try:
        return checked_file(file)
    except Malformed as error:
        raise Refused(f"This is no plan file: {error}.") from error


def _years(plan: Plan, file: PlanFile, by: lines.Author) -> None:
    """The years of the plan, where they still lie inside the period that was chosen."""
    years = [
        (each["name"], day(each["starts"]), day(each["ends"])) for each in file.get("years", ())
    ]
    slices = [(name, starts, ends) for name, starts, ends in years if starts and ends]
    if slices and all(plan.starts <= starts <= ends <= plan.ends for _, starts, ends in slices):
        set_slices(plan=plan, slices=slices, by=by)


def _around(plan: Plan, file: PlanFile, by: lines.Author) -> Around:
    people = known(plan.partnership)
    context = Context(
        plan_start=plan.starts,
        plan_end=plan.ends,
        year_start_month=plan.partnership.year_starts_in,
        groups=people.group_names,
    )
    told = file.get("period") or {}
    return Around(
        plan=plan,
        people=people,
        context=context,
        ratings=ratings(plan.partnership),
        legend=file.get("legend") or {},
        on=min(day(told.get("end")) or today(), today()),
        typed_by=by.record_name,
    )


def _fitting(matches: Mapping[str, Action], follows: Plan | None) -> Mapping[str, Action]:
    if any(follows is None or action.plan_id != follows.pk for action in matches.values()):
        raise Refused("Only promises of the plan that this one follows can go on in it.")
    return matches
