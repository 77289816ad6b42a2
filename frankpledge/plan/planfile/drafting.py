"""A plan file's promises as rows that are not saved yet."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from frankpledge.language import Context
from frankpledge.partnership.models import Rating
from frankpledge.plan.models import (
    Action,
    Lead,
    Outcome,
    Placement,
    Plan,
    Priority,
    Standing,
    Target,
    Timescale,
)
from frankpledge.plan.planfile.fitting import clipped, small
from frankpledge.plan.planfile.meaning import kept_rows, targets_of, timescales_of
from frankpledge.plan.planfile.news import news_of, struck
from frankpledge.plan.planfile.variants import as_text
from frankpledge.plan.planfile.who import Known, leads_of

Entry = dict[str, Any]
NO_WORDS = "(no words in the document)"
NO_PRIORITY = "Without a priority"


@dataclass(frozen=True)
class Around:
    """What must be known to read an entry."""

    plan: Plan
    people: Known
    context: Context
    ratings: list[Rating]
    legend: dict[str, str]
    on: date  # the day of what was said without one
    typed_by: str


@dataclass
class Drafted:
    """An action with everything that hangs on it."""

    entry: Entry
    action: Action
    placements: list[tuple[Placement, list[Outcome]]] = field(default_factory=list)
    leads: list[Lead] = field(default_factory=list)
    timescales: list[Timescale] = field(default_factory=list)
    outcomes: list[tuple[Entry, Outcome]] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    standings: list[Standing] = field(default_factory=list)


def priority_of(entry: Entry, plan: Plan, order: int, parent: Priority | None) -> Priority:
    return Priority(
        plan=plan,
        ref=clipped(entry.get("ref"), 20),
        title=clipped(entry.get("title"), 300) or NO_WORDS,
        about=entry.get("about") or "",
        indicators=list(entry.get("indicators") or ()),
        parent=parent,
        order=order,
    )


def drafted(entry: Entry, priorities: dict[str, Priority], around: Around) -> Drafted:
    made = Drafted(entry, _action(entry, around.plan))
    struck(made.action, entry, around)
    for order, each in enumerate(entry["outcomes"], start=1):
        _outcome(made, each, order, around)
    made.leads = [
        *_ordered(leads_of(entry["lead"], entry["leads"], around.people, "lead")),
        *_ordered(leads_of(entry["support"], entry.get("supports", []), around.people, "support")),
    ]
    for lead in made.leads:
        lead.action = made.action
    made.timescales += _timescales(entry, around, printed=entry["timescale"])
    for each in made.timescales:
        each.action = made.action if each.outcome is None else None
    made.placements = list(_placements(made, priorities))
    made.standings += news_of(made.action, entry, made.outcomes, around)
    return made


def _ordered(rows: list[Any]) -> list[Any]:
    for order, row in enumerate(rows, start=1):
        row.order = order
    return rows


def _action(entry: Entry, plan: Plan) -> Action:
    words = entry["action"] or entry["aim"] or _first_outcome(entry) or NO_WORDS
    return Action(
        plan=plan,
        ref=clipped(entry["ref"], 20),
        kind=entry.get("kind") or "core",
        aim=entry["aim"] or "",
        words=words,
        points=list(entry.get("points") or ()),
        resources=list(entry["resources"]),
        audience=entry.get("audience") or "public",
    )


def _first_outcome(entry: Entry) -> str:
    return next((each["text"] for each in entry["outcomes"] if each["text"]), "")


def _outcome(made: Drafted, entry: Entry, order: int, around: Around) -> None:
    outcome = Outcome(
        action=made.action,
        number=small(entry["number"]),
        words=entry["text"] or NO_WORDS,
        order=order,
    )
    struck(outcome, entry, around)
    made.outcomes.append((entry, outcome))
    listed = entry.get("targets")
    targets = (
        targets_of(entry["text"], around.context)
        if listed is None
        else kept_rows(Target, listed, around.people)
    )
    for target in _ordered(targets):
        target.outcome = outcome
    made.targets += targets
    for each in _timescales(entry, around, printed=None):
        each.outcome = outcome
        made.timescales.append(each)


def _timescales(entry: Entry, around: Around, *, printed: str | None) -> list[Timescale]:
    listed = entry.get("timescales")
    if listed is not None:
        return _ordered(kept_rows(Timescale, listed, around.people))
    if not printed:
        return []
    return _ordered(timescales_of(printed, around.context, around.people))


def _placements(
    made: Drafted, priorities: dict[str, Priority]
) -> Iterator[tuple[Placement, list[Outcome]]]:
    """The first priority is where the action belongs; the others say what differs there."""
    entry = made.entry
    for at, name in enumerate(dict.fromkeys(entry["priorities"]) or [""]):
        differs = entry["variants"].get(name, {})
        only = _only(differs, made.outcomes)
        text = as_text(
            {key: each for key, each in differs.items() if key != "outcomes" or not only}
        )
        ref = differs["ref"] if "ref" in differs else entry["ref"]
        placement = Placement(
            action=made.action,
            priority=priorities[name],
            ref=clipped(ref, 20),
            is_base=at == 0,
            variants=text if at else {},
        )
        yield placement, only


def _only(differs: Entry, outcomes: list[tuple[Entry, Outcome]]) -> list[Outcome]:
    """The action's own outcomes, where those that differ are some of them and nothing else."""
    wanted = [(each["number"], each["text"]) for each in differs.get("outcomes", ())]
    found = [row for entry, row in outcomes if (entry["number"], entry["text"]) in wanted]
    return found if wanted and len(found) == len(wanted) < len(outcomes) else []
