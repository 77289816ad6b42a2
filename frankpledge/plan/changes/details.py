"""Who answers, by when, and how much: lists that are given anew each time they change."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from django.db import models

from frankpledge.partnership.models import (
    GroupPlace,
    Organisation,
    Partnership,
    Person,
    Post,
)
from frankpledge.plan.changes.decisions import (
    Decision,
    checked,
    created,
    hangs_on,
    note_revision,
    plan_of,
    require_changeable,
    require_open,
    touch,
    write_line,
)
from frankpledge.plan.changes.turns import change
from frankpledge.plan.models import Action, Lead, Outcome, Priority, Target, Timescale
from frankpledge.record import lines
from frankpledge.record.errors import Refused


@dataclass(frozen=True)
class LeadGiven:
    part: str = "lead"
    organisation: Organisation | None = None
    post: Post | None = None
    person: Person | None = None
    group: GroupPlace | None = None
    everyone: bool = False
    printed: str = ""
    name_is_public: bool = False

    @property
    def says(self) -> str:
        named = [str(one) for one in (self.post, self.person, self.group, self.organisation) if one]
        who = ", ".join(named) or ("all partners" if self.everyone else self.printed)
        return who if self.part == "lead" else f"{who} (helps)"


@dataclass(frozen=True)
class TimescaleGiven:
    printed: str
    kind: str = "unread"
    starts: datetime.date | None = None
    due: datetime.date | None = None
    every: int | None = None
    unit: str = ""
    group: GroupPlace | None = None
    condition: str = ""
    forecast: datetime.date | None = None
    forecast_why: str = ""


@dataclass(frozen=True)
class TargetGiven:
    printed: str
    kind: str = "unread"
    number: Decimal | None = None
    is_percent: bool = False
    direction: str = ""
    counts: str = ""
    of: str = ""
    per: str = ""
    baseline: Decimal | None = None
    baseline_says: str = ""
    comparator: str = ""
    deadline: datetime.date | None = None


@change
def set_leads(
    *,
    of: Action | Priority,
    leads: Sequence[LeadGiven],
    by: lines.Author,
    version: int | None = None,
    decision: Decision | None = None,
) -> None:
    require_changeable(of.plan, decision)
    for lead in leads:
        _require_of_partnership(lead, of.plan.partnership)
    old = [given_again(LeadGiven, lead).says for lead in of.leads.all()]
    touch(of, version=version)
    of.leads.all().delete()
    owner = {"action": of} if isinstance(of, Action) else {"priority": of}
    for order, lead in enumerate(leads, start=1):
        created(Lead, **owner, order=order, **_shallow(lead))
    new = [lead.says for lead in leads]
    _tell(of, "who answers for it", "led", old, new, decision, by)


def _require_of_partnership(lead: LeadGiven, partnership: Partnership) -> None:
    for row in (lead.post, lead.group):
        if row is not None and row.partnership_id != partnership.pk:
            raise Refused("A lead must belong to this partnership.", field="lead")


@change
def set_timescales(
    *,
    of: Action | Outcome,
    timescales: Sequence[TimescaleGiven],
    by: lines.Author,
    version: int | None = None,
    decision: Decision | None = None,
) -> None:
    require_changeable(plan_of(of), decision)
    for item in timescales:
        if item.starts and item.due and item.due < item.starts:
            raise Refused("The end must not come before the start.", field="due")
    old = [item.printed for item in of.timescales.all()]
    touch(of, version=version)
    of.timescales.all().delete()
    owner = {"action": of} if isinstance(of, Action) else {"outcome": of}
    for order, item in enumerate(timescales, start=1):
        created(Timescale, **owner, order=order, **_shallow(item))
    _tell(of, "by when", "timed", old, [item.printed for item in timescales], decision, by)


@change
def set_targets(
    *,
    outcome: Outcome,
    targets: Sequence[TargetGiven],
    by: lines.Author,
    version: int | None = None,
    decision: Decision | None = None,
) -> None:
    require_changeable(outcome.action.plan, decision)
    old = [target.printed for target in outcome.targets.all()]
    touch(outcome, version=version)
    outcome.targets.all().delete()
    for order, target in enumerate(targets, start=1):
        created(Target, outcome=outcome, order=order, **_shallow(target))
    new = [target.printed for target in targets]
    _tell(outcome, "the target", "targeted", old, new, decision, by)


def _tell(
    row: Action | Outcome | Priority,
    what: str,
    verb: str,
    old: list[str],
    new: list[str],
    decision: Decision | None,
    by: lines.Author,
) -> None:
    before, after = {what: old}, {what: new}
    kind = type(row).__name__.lower()
    if old != new:
        note_revision(row, what=what, old=before, new=after, decision=decision, by=by)
    write_line(row, by=by, verb=f"{kind}.{verb}", old=before, new=after, decision=decision)


@change
def forecast(*, timescale: Timescale, on: datetime.date | None, why: str, by: lines.Author) -> None:
    """When it is now expected. The promised date stays as it is."""
    of = hangs_on(timescale)
    require_open(plan_of(of))
    if on and not why:
        raise Refused("Say why it is expected on another day.", field="why")
    old = {"forecast": timescale.forecast.isoformat() if timescale.forecast else ""}
    timescale.forecast, timescale.forecast_why = on, why
    checked(timescale).save(update_fields=["forecast", "forecast_why"])
    write_line(
        of,
        by=by,
        verb=f"{type(of).__name__.lower()}.forecast",
        old=old,
        new={"forecast": on.isoformat() if on else "", "of": timescale.printed},
        why=why,
    )


def copy_details(earlier: Action, later: Action) -> None:
    """What an action takes with it into a later plan, save what was said of it."""
    _copy(earlier.leads.all(), action=later)
    _copy(earlier.timescales.all(), action=later, forecast=None, forecast_why="")
    for outcome in earlier.outcomes.exclude(state="struck"):
        again = created(
            Outcome,
            action=later,
            number=outcome.number,
            words=outcome.words,
            order=outcome.order,
        )
        _copy(outcome.targets.all(), outcome=again)
        _copy(outcome.timescales.all(), outcome=again, forecast=None, forecast_why="")


def _copy(rows: "models.QuerySet[Any]", **changes: Any) -> None:
    for row in rows:
        row.pk, row._state.adding = None, True
        for name, value in changes.items():
            setattr(row, name, value)
        row.save()


def _shallow(given: Any) -> dict[str, Any]:
    """The fields of a given thing; asdict would copy the rows it points at."""
    return {field.name: getattr(given, field.name) for field in fields(given)}


def given_again(kind: type, row: models.Model) -> Any:
    """What was given to make this row: for forms that show it, and for the record."""
    return kind(**{field.name: getattr(row, field.name) for field in fields(kind)})
