"""The plan as one table. Loaded whole, filtered in memory: plans are small, queries are dear."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from frankpledge.partnership.models.dated import today
from frankpledge.plan import fresh
from frankpledge.plan.loading import Loaded, load
from frankpledge.plan.models import (
    Action,
    Lead,
    Outcome,
    Placement,
    Plan,
    Priority,
    Standing,
    Timescale,
)
from frankpledge.plan.naming import in_words, organisation_of
from frankpledge.plan.printed_names import is_only_printed, names_of
from frankpledge.plan.showing import Shown, counted
from frankpledge.plan.when import (
    DUE_WORDS,
    FRESHNESS_WORDS,
    Freshness,
    due_key,
    freshness,
    last_quarters,
    next_due,
)


@dataclass(frozen=True)
class Filters:
    priority: str = ""
    lead: str = ""
    delivery: str = ""
    fresh: str = ""
    due: str = ""

    def keep(self, row: "Row") -> bool:
        return (
            (not self.priority or str(row.priority.pk) == self.priority)
            and (not self.lead or self.lead in row.organisations)
            and (not self.delivery or row.shown.label == self.delivery)
            and (not self.fresh or row.freshness.key == self.fresh)
            and (not self.due or row.due_key == self.due)
        )

    @property
    def any(self) -> bool:
        return any((self.priority, self.lead, self.delivery, self.fresh, self.due))


@dataclass(frozen=True)
class Row:
    action: Action
    priority: Priority
    placement: Placement
    ref: str
    words: str
    leads: str
    lead_rows: list[Lead]
    organisations: tuple[str, ...]
    timescales: list[Timescale]
    timescale_variant: str
    due: datetime.date | None
    due_key: str
    forecast: datetime.date | None
    shown: Shown
    outcomes: list[tuple[Outcome, Shown]]
    freshness: Freshness


@dataclass(frozen=True)
class PlanTable:
    plan: Plan
    priorities: list[tuple[Priority, list[Row]]]  # in the plan's own order
    rows: int  # distinct actions shown: one may stand under two priorities
    promises: int  # distinct actions in the whole plan, whatever is filtered
    delivery: list[tuple[Shown, int]]
    fresh: list[tuple[str, str, int]]  # key, words, count
    due: list[tuple[str, str]]
    leads: list[str]
    all_priorities: list[Priority]
    quarters: list[datetime.date]
    led_by: dict[int, list[str]]  # by priority
    unnamed: int  # names that are printed and nobody here goes by


def plan_table(plan: Plan, *, filters: Filters | None = None, restricted: bool) -> PlanTable:
    filters = filters or Filters()
    loaded = load(plan)
    hidden = set() if restricted else _restricted(loaded)
    quarters = last_quarters(today())
    asked = fresh.asked(plan)
    said = _said(plan, quarters[0]) if asked is None else {}
    found = _rows(loaded, said, quarters)
    rows = [_as_asked(row, asked) for row in found if row.action.pk not in hidden]
    kept = defaultdict(list)
    for row in rows:
        if filters.keep(row):
            kept[row.priority.pk].append(row)
    once = {row.action.pk: row for row in rows}
    ordered = in_tree_order(loaded.priorities)
    return PlanTable(
        plan=plan,
        priorities=[(p, kept[p.pk]) for p in ordered if p.pk in kept or not filters.any],
        rows=len({row.action.pk for under in kept.values() for row in under}),
        promises=len(once),
        delivery=counted(row.shown for row in once.values()),
        fresh=_fresh_counts(once.values()),
        due=list(DUE_WORDS.items()),
        leads=sorted({name for row in rows for name in row.organisations}),
        all_priorities=ordered,
        quarters=quarters,
        led_by=_led_by(loaded),
        unnamed=_unnamed(loaded),
    )


def _as_asked(row: Row, asked: fresh.Told | None) -> Row:
    current = fresh.by_rounds(row.freshness, asked, row.action.pk)
    return row if current is row.freshness else replace(row, freshness=current)


def _led_by(loaded: Loaded) -> dict[int, list[str]]:
    return {
        pk: [name for lead in leads if lead.part == "lead" and (name := in_words(lead))]
        for pk, leads in loaded.priority_leads.items()
    }


def _unnamed(loaded: Loaded) -> int:
    leads = [*chain(*loaded.leads.values()), *chain(*loaded.priority_leads.values())]
    return len(names_of(lead for lead in leads if is_only_printed(lead)))


def _restricted(loaded: Loaded) -> set[int]:
    return {pk for pk, action in loaded.actions.items() if action.audience == "restricted"}


def _said(plan: Plan, since: datetime.date) -> dict[int, list[datetime.date]]:
    """The days on which anything was said of each action in the last quarters."""
    of_plan = Standing.objects.filter(said_on__gte=since).order_by()
    rows = of_plan.filter(action__plan=plan).values_list("action_id", "said_on")
    others = of_plan.filter(outcome__action__plan=plan)
    rows = rows.union(others.values_list("outcome__action_id", "said_on"))
    found = defaultdict(list)
    for action, day in rows:
        found[action].append(day)
    return found


def in_tree_order(priorities: Iterable[Priority]) -> list[Priority]:
    children: dict[int | None, list[Priority]] = defaultdict(list)
    for priority in priorities:
        children[priority.parent_id].append(priority)
    ordered: list[Priority] = []
    waiting = list(reversed(children[None]))
    while waiting:
        here = waiting.pop()
        ordered.append(here)
        waiting.extend(reversed(children[here.pk]))
    return ordered


def _rows(
    loaded: Loaded, said: dict[int, list[datetime.date]], quarters: list[datetime.date]
) -> Iterator[Row]:
    day, ends = today(), loaded.plan.ends
    for priority in loaded.priorities:
        for placement in loaded.placements.get(priority.pk, ()):
            yield _row(loaded, priority, placement, said, quarters, day, ends)


def _row(
    loaded: Loaded,
    priority: Priority,
    placement: Placement,
    said: dict[int, list[datetime.date]],
    quarters: list[datetime.date],
    day: datetime.date,
    ends: datetime.date,
) -> Row:
    action = placement.action
    leads = [lead for lead in loaded.leads.get(action.pk, ()) if lead.part == "lead"]
    timescales = loaded.timescales.get(action.pk, [])
    shown = loaded.shown[action.pk]
    due = next_due(timescales, day)
    days = said.get(action.pk, [])
    if shown.said_on:
        days = [*days, shown.said_on]
    return Row(
        action=action,
        priority=priority,
        placement=placement,
        ref=placement.ref or action.ref,
        words=placement.variants.get("action") or action.words,
        leads="; ".join(filter(None, map(in_words, leads))),
        lead_rows=leads,
        organisations=tuple(dict.fromkeys(filter(None, map(organisation_of, leads)))),
        timescales=timescales,
        timescale_variant=placement.variants.get("timescale", ""),
        due=due,
        due_key=due_key(due, day, ends) if shown.is_open else "none",
        forecast=next((t.forecast for t in timescales if t.forecast), None),
        shown=shown,
        outcomes=[(o, loaded.scale.shown(o)) for o in loaded.outcomes.get(action.pk, ())],
        freshness=freshness(days, quarters),
    )


def _fresh_counts(rows: Iterable[Row]) -> list[tuple[str, str, int]]:
    keys = [row.freshness.key for row in rows]
    return [(key, words, keys.count(key)) for key, words in FRESHNESS_WORDS.items() if key in keys]
