"""Figures that partners owe and have returned, by month or by the periods they give."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.text import slugify

from frankpledge.delivery.models import Asked
from frankpledge.delivery.queries import Returned, returned
from frankpledge.figures.periods import Period, period
from frankpledge.judging.series import Figure, Figures
from frankpledge.partnership.models import Partnership

Received = Mapping[int, Sequence[Returned]]


@dataclass(frozen=True)
class Given:
    found: Received = field(default_factory=dict)  # by the figure asked
    names: Mapping[str, int] = field(default_factory=dict)  # by the figure's word
    serves: Mapping[int, int] = field(default_factory=dict)  # by outcome
    called: Mapping[int, str] = field(default_factory=dict)


def given(partnership: Partnership, as_at: datetime.date) -> Given:
    """What had come in by the day; four queries, however many returns there are."""
    asked = list(Asked.objects.filter(of__partnership=partnership).select_related("of"))
    serves: dict[int, int] = {}
    links = Asked.outcomes.through.objects.filter(asked__of__partnership=partnership)
    for one, outcome in links.order_by("pk").values_list("asked_id", "outcome_id"):
        serves.setdefault(outcome, one)
    return Given(
        _by(returned(partnership), as_at) if asked else {},
        {slugify(one.name): one.pk for one in asked},
        serves,
        {one.pk: f"{one.name} ({one.of.name})" for one in asked},
    )


def _by(found: Mapping[int, Sequence[Returned]], as_at: datetime.date) -> Received:
    return {key: [one for one in rows if one.received <= as_at] for key, rows in found.items()}


def figures(here: Given, what: str, key: int | None) -> Figures:
    if key is None:
        return Figures("return", what, why_none="No partner is asked for it yet.")
    rows = here.found.get(key, ())
    if not rows:
        why = f"{here.called[key]}: nothing has come in yet."
        return Figures("return", what, why_none=why, awaited=True)
    made = tuple(_figure(one) for one in rows)
    newest = max(rows, key=lambda one: one.received)
    told = (
        f"Source: returned by a partner, {here.called[key]}.",
        f"Periods: {made[0].over.words} to {made[-1].over.words}, {len(made)} figures.",
        f"Newest: received on {newest.received.day} {newest.received:%B %Y} from {newest.by_whom}.",
    )
    return Figures("return", what, made, told, group="return")


def _figure(one: Returned) -> Figure:
    over = Period(period(one.month).start, one.months)
    words = f"{one.count}, received on {one.received.day} {one.received:%B %Y}"
    return Figure(over, one.count, words=words)


def by_name(here: Given, names: Sequence[str]) -> int | None:
    return next((here.names[name] for name in names if name in here.names), None)
