"""Saves what a plan file yields, many rows at a time, and what of it no row can hold."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import models

from frankpledge.language.states import DECIDED
from frankpledge.plan.models import (
    Action,
    ActionLink,
    Alignment,
    Lead,
    Outcome,
    Piece,
    Placement,
    Priority,
    Source,
    Standing,
    Target,
    Timescale,
)
from frankpledge.plan.planfile.drafting import (
    NO_PRIORITY,
    Around,
    Drafted,
    drafted,
    priority_of,
)
from frankpledge.plan.planfile.exporting import action_now, plan_now
from frankpledge.plan.planfile.telling import (
    oldest_first,
    outcome_entry,
    plan_entry,
    priority_entry,
)
from frankpledge.plan.planfile.who import leads_of

Entry = dict[str, Any]
HELD_BY_ROWS = ("priorities", "actions")


class Building:
    def __init__(self, file: Entry, around: Around, *, check: Callable[[Any], Any]) -> None:
        self.file = file
        self.around = around
        self.check = check
        self.priorities: dict[str, Priority] = {}
        self.drafted: list[Drafted] = []

    def build(self, matches: Mapping[str, Action]) -> None:
        self._priorities()
        self.drafted = [
            drafted(entry, self.priorities, self.around) for entry in self.file["actions"]
        ]
        self._match(matches)
        self._save()
        self._show_newest()
        self._links()
        self._keep()

    @property
    def actions(self) -> list[Action]:
        return [each.action for each in self.drafted]

    @property
    def counts(self) -> dict[str, int]:
        return {
            "priorities": len(self.priorities),
            "actions": len(self.drafted),
            "outcomes": sum(len(each.outcomes) for each in self.drafted),
            "sayings": sum(len(each.standings) for each in self.drafted),
        }

    def _priorities(self) -> None:
        """Parents first, whatever the order in the document."""
        entries = {each["id"]: each for each in self.file["priorities"]}
        order = {name: at for at, name in enumerate(entries, start=1)}
        waiting = list(entries.values())
        while waiting:
            entry = next(e for e in waiting if not e["parent"] or e["parent"] in self.priorities)
            waiting.remove(entry)
            parent = self.priorities.get(entry["parent"] or "")
            made = priority_of(entry, self.around.plan, order[entry["id"]], parent)
            self.check(made).save(force_insert=True)
            self.priorities[entry["id"]] = made
        if any(not entry["priorities"] for entry in self.file["actions"]):
            self._unnamed(len(entries) + 1)
        self._beside_priorities(entries)

    def _unnamed(self, order: int) -> None:
        entry = {"title": NO_PRIORITY}
        self.priorities[""] = priority_of(entry, self.around.plan, order, None)
        self.check(self.priorities[""]).save(force_insert=True)

    def _beside_priorities(self, entries: dict[str, Entry]) -> None:
        leads: list[Lead] = []
        aligned: list[Alignment] = []
        for name, entry in entries.items():
            read = entry.get("leads") or []
            for order, lead in enumerate(
                leads_of(entry["lead"], read, self.around.people, "lead"), start=1
            ):
                lead.priority, lead.order = self.priorities[name], order
                leads.append(lead)
            aligned += [
                Alignment(priority=self.priorities[name], **each)
                for each in entry.get("alignments") or ()
            ]
        self._all(Lead, leads)
        self._all(Alignment, aligned)

    def _match(self, matches: Mapping[str, Action]) -> None:
        for name, made in self._named().items():
            made.action.carried_from = matches.get(name)

    def _named(self) -> dict[str, Drafted]:
        return {each.entry.get("id") or f"a{n}": each for n, each in enumerate(self.drafted, 1)}

    def _save(self) -> None:
        self._all(Action, self.actions)
        placements = [placed for each in self.drafted for placed in each.placements]
        for order, (placement, _) in enumerate(placements, start=1):
            placement.order = order
        self._all(Outcome, [row for each in self.drafted for _, row in each.outcomes])
        self._all(Placement, [placement for placement, _ in placements])
        for placement, only in placements:
            if only:
                placement.only_outcomes.set(only)
        self._all(Lead, [row for each in self.drafted for row in each.leads])
        self._all(Timescale, [row for each in self.drafted for row in each.timescales])
        self._all(Target, [row for each in self.drafted for row in each.targets])
        self._all(Standing, [row for each in self.drafted for row in each.standings])

    def _all(self, model: type[models.Model], rows: list[Any]) -> None:
        for row in rows:
            # A parent that was saved after it was set is known by its id only when set again.
            for field in row._meta.concrete_fields:
                if field.is_relation and field.is_cached(row):
                    setattr(row, field.name, getattr(row, field.name))
            self.check(row)
        model._default_manager.bulk_create(rows)

    def _show_newest(self) -> None:
        """Each row carries the newest of what was said of it."""
        for each in self.drafted:
            said = oldest_first(row for row in each.standings if not row.words_only)
            for row in said:
                of = row.action or row.outcome
                if of is not None and of.state not in DECIDED:
                    of.state, of.rating, of.said_on = row.state, row.rating, row.said_on
        changed = ("state", "rating", "said_on")
        Action.objects.bulk_update(self.actions, changed)
        Outcome.objects.bulk_update(
            [row for each in self.drafted for _, row in each.outcomes], changed
        )

    def _links(self) -> None:
        named = self._named()
        links = []
        for each in named.values():
            for link in each.entry.get("links") or ():
                other = named.get(link["other"])
                if other is None or other is each:
                    continue
                row = ActionLink(action=each.action, kind=link["kind"], other=other.action)
                row.note = link.get("note") or ""
                links.append(row)
                if link["kind"] == "through":
                    each.action.state = "through-another"
                    each.action.save(update_fields=["state"])
        self._all(ActionLink, links)

    def _keep(self) -> None:
        """The file beside what each row became, so that it can go out again as it came."""
        plan = self.around.plan
        said = {name: each for name, each in self.file.items() if name not in HELD_BY_ROWS}
        source = Source(plan=plan, said=said, was=plan_entry(plan))
        self.check(source).save(force_insert=True)
        names = {row.pk: name for name, row in self.priorities.items()}
        whole = plan_now(plan, {pk: name for pk, name in names.items() if name})
        pieces = []
        entries = {each["id"]: each for each in self.file["priorities"]}
        for priority in whole.loaded.priorities:
            was = priority_entry(priority, whole.loaded, whole.ids)
            entry = entries.get(names[priority.pk], {})
            pieces.append(Piece(source=source, priority=priority, said=entry, was=was))
        for each in self.drafted:
            entry = {name: value for name, value in each.entry.items() if name != "outcomes"}
            was = action_now(each.action, whole)
            pieces.append(Piece(source=source, action=each.action, said=entry, was=was))
            for told, outcome in each.outcomes:
                was = outcome_entry(outcome, whole.loaded, whole.details)
                pieces.append(Piece(source=source, outcome=outcome, said=told, was=was))
        self._all(Piece, pieces)
