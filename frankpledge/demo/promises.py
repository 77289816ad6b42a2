"""A plan, drafted priority by priority and promise by promise."""

from dataclasses import dataclass, field

from frankpledge.demo import given
from frankpledge.demo.content import Doc, as_list
from frankpledge.demo.world import Place
from frankpledge.plan import changes
from frankpledge.plan.models import Action, Outcome, Plan, Priority


@dataclass
class Drafted:
    """A plan while it is built, with its rows by the keys of the county's files."""

    place: Place
    plan: Plan
    content: Doc
    priorities: dict[str, Priority] = field(default_factory=dict)
    actions: dict[str, Action] = field(default_factory=dict)
    outcomes: dict[str, list[Outcome]] = field(default_factory=dict)
    promises: list[Doc] = field(default_factory=list)  # what the file says of each action


def draft(place: Place, content: Doc, earlier: dict[str, Drafted]) -> Drafted:
    day = place.days.day
    follows = earlier.get(content.get("follows", ""))
    plan = changes.draft_plan(
        partnership=place.partnership,
        title=content["title"],
        starts=day(content["starts"]),
        ends=day(content["ends"]),
        follows=follows.plan if follows else None,
        introduction=content.get("introduction", ""),
        funding_note=content.get("funding", ""),
        by=place.by,
    )
    drafted = Drafted(place, plan, content)
    if "years" in content:
        years = [(name, day(starts), day(ends)) for name, starts, ends in content["years"]]
        changes.set_slices(plan=plan, slices=years, by=place.by)
    for priority in content["priorities"]:
        _add_priority(drafted, priority, None, earlier)
    for about in drafted.promises:
        for also in as_list(about.get("also")):
            _place_again(drafted, about, also)
    return drafted


def _add_priority(
    drafted: Drafted, about: Doc, parent: Priority | None, earlier: dict[str, Drafted]
) -> None:
    by = drafted.place.by
    priority = changes.add_priority(
        plan=drafted.plan,
        title=about["title"],
        ref=about.get("ref", ""),
        parent=parent,
        about=about.get("about", ""),
        indicators=about.get("indicators", []),
        by=by,
    )
    drafted.priorities[about.get("ref") or about["title"]] = priority
    if answer := given.leads(drafted.place, about):
        changes.set_leads(of=priority, leads=answer, by=by)
    if "aligned" in about:
        aligned = [(body, strategy, aim) for body, strategy, aim in about["aligned"]]
        changes.align(priority=priority, aligned=aligned, by=by)
    for promise in about.get("actions", []):
        _add_action(drafted, promise, priority, earlier)
    for child in about.get("under", []):
        _add_priority(drafted, child, priority, earlier)


def key_of(about: Doc) -> str:
    return str(about.get("key") or about.get("ref") or about["words"])


def _add_action(
    drafted: Drafted, about: Doc, priority: Priority, earlier: dict[str, Drafted]
) -> None:
    key = key_of(about)
    carried = "from" in about
    action = (_carry if carried else _begin)(drafted, about, priority, earlier)
    drafted.actions[key] = action
    drafted.promises.append(about)
    by = drafted.place.by
    if answer := given.leads(drafted.place, about):
        changes.set_leads(of=action, leads=answer, by=by)
    if when := given.timescales(drafted.place, about.get("by")):
        changes.set_timescales(of=action, timescales=when, by=by)
    known = list(action.outcomes.all()) if carried else []
    for number, outcome in enumerate(about.get("outcomes", []), start=1):
        if number > len(known):
            known.append(_add_outcome(drafted, action, outcome, number))
    drafted.outcomes[key] = known


def _begin(drafted: Drafted, about: Doc, priority: Priority, earlier: dict[str, Drafted]) -> Action:
    return changes.add_action(
        plan=drafted.plan,
        priority=priority,
        words=about["words"],
        ref=about.get("ref", ""),
        kind=about.get("kind", "core"),
        aim=about.get("aim", ""),
        points=about.get("points", []),
        resources=about.get("resources", []),
        audience=about.get("audience", "public"),
        by=drafted.place.by,
    )


def _carry(drafted: Drafted, about: Doc, priority: Priority, earlier: dict[str, Drafted]) -> Action:
    old = earlier[about["from"]["plan"]].actions[str(about["from"]["ref"])]
    old.refresh_from_db()
    action = changes.carry_forward(
        action=old,
        version=old.version,
        plan=drafted.plan,
        priority=priority,
        decision=decision(drafted.place, about["from"]),
        by=drafted.place.by,
    )
    fields = {name: about[name] for name in ("ref", "words", "aim", "points") if name in about}
    changes.change_action(action=action, version=action.version, by=drafted.place.by, **fields)
    return action


def _add_outcome(drafted: Drafted, action: Action, about: Doc, number: int) -> Outcome:
    by = drafted.place.by
    outcome = changes.add_outcome(action=action, words=about["words"], number=number, by=by)
    targets = [
        given.target(drafted.place, each, about["words"]) for each in as_list(about.get("target"))
    ]
    if targets:
        changes.set_targets(outcome=outcome, targets=targets, by=by)
    if when := given.timescales(drafted.place, about.get("by")):
        changes.set_timescales(of=outcome, timescales=when, by=by)
    return outcome


def _place_again(drafted: Drafted, about: Doc, also: Doc) -> None:
    key = key_of(about)
    changes.place_action(
        action=drafted.actions[key],
        priority=drafted.priorities[str(also["under"])],
        ref=also.get("ref", ""),
        variants=also.get("differs", {}),
        only_outcomes=[drafted.outcomes[key][number - 1] for number in also.get("only", [])],
        by=drafted.place.by,
    )


def decision(place: Place, about: Doc) -> changes.Decision:
    return changes.Decision(on=place.days.day(about["day"]), by=about["decided"], why=about["why"])
