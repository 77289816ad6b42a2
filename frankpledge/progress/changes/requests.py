"""Whom a round asks, and for what: made from the plan's leads when the round is opened."""

import datetime
from collections import defaultdict

from frankpledge.plan.changes.decisions import created
from frankpledge.plan.loading import load
from frankpledge.progress.models import Item, Request, Round, Verdict
from frankpledge.progress.periods import quarters_in
from frankpledge.progress.whom import Addresses, Whom, asked_of

QUARTER = 1


def make_requests(round_: Round) -> tuple[int, int]:
    """How many leads, and how many promises."""
    lacks = Lacking(round_)
    by_lead: dict[Whom, list[Item]] = defaultdict(list)
    promises = 0
    for action, leads in asked_of(load(round_.plan)):
        periods = lacks.of(action.pk)
        if periods is None:
            continue
        promises += 1
        for whom in leads:
            by_lead[whom].append(Item(action=action, only_periods=periods, order=promises))
    _keep(round_, by_lead)
    return len(by_lead), promises


def _keep(round_: Round, by_lead: dict[Whom, list[Item]]) -> None:
    addresses = Addresses(round_.partnership)
    made = []
    for whom, items in by_lead.items():
        request = created(Request, round=round_, email=addresses.of(whom), **whom.parts)
        for item in items:
            item.request = request
            made.append(item)
    Item.objects.bulk_create(made)


class Lacking:
    """A longer round asks only for the quarters that no shorter one has an agreed answer for."""

    def __init__(self, round_: Round) -> None:
        self._quarters = quarters_in(round_.starts, round_.ends)
        self._there = self._agreed(round_) if len(self._quarters) > QUARTER else {}

    def of(self, action: int) -> list[str] | None:
        """Nothing where no quarter is lacking; an empty list where all are."""
        there = self._there.get(action, set())
        lacking = [day for day in self._quarters if day not in there]
        if not lacking:
            return None
        return [] if len(lacking) == len(self._quarters) else [day.isoformat() for day in lacking]

    def _agreed(self, round_: Round) -> dict[int, set[datetime.date]]:
        inside = Verdict.objects.filter(
            undone_at=None,
            item__request__round__plan=round_.plan,
            item__request__round__starts__gte=round_.starts,
            item__request__round__ends__lte=round_.ends,
        ).exclude(item__request__round=round_)
        newest = {v.item_id: v for v in inside.select_related("item__request__round")}
        there: dict[int, set[datetime.date]] = defaultdict(set)
        for verdict in newest.values():
            of = verdict.item.request.round
            if verdict.kind == "agreed":
                there[verdict.item.action_id] |= set(quarters_in(of.starts, of.ends))
        return there
