"""Weights of harm that a partnership may use: its own, and those the host brought."""

from datetime import date

from django.db.models import Q

from frankpledge.evidence.models import HarmWeights
from frankpledge.figures.harm import Weights, in_force
from frankpledge.partnership.models import Partnership
from frankpledge.record.errors import Refused


def weights(partnership: Partnership | None = None) -> list[HarmWeights]:
    """Every edition, by name, the newest first."""
    mine = Q(partnership=None) | Q(partnership=partnership)
    return list(HarmWeights.objects.filter(mine).select_related("partnership"))


def weights_on(partnership: Partnership | None, name: str, day: date) -> Weights:
    """The edition of a set that held on a day; of several of one day, the last that came."""
    known = weights(partnership)
    found = [each for each in known if each.name.casefold() == name.strip().casefold()]
    if not found:
        listed = ", ".join(sorted({each.name for each in known}))
        there = f"there are {listed}" if listed else "none have been loaded"
        raise Refused(f"No weights are called {name.strip()}: {there}.")
    by_day = {each.since: each for each in sorted(found, key=lambda each: each.pk)}
    return in_force([_as_figures(each) for each in by_day.values()], day)


def _as_figures(each: HarmWeights) -> Weights:
    return Weights(each.name, each.since, each.unit, each.values, each.source)
