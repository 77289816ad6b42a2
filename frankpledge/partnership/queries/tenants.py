"""Partnerships themselves: which there are, and which an account may enter."""

import datetime
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from frankpledge.partnership.models import Account, Partnership, RoleHolding, Succession
from frankpledge.partnership.models.dated import today


@dataclass(frozen=True)
class County:
    county: Partnership
    districts: list[Partnership]


def partnership_by_slug(slug: str) -> Partnership | None:
    return Partnership.objects.select_related("county").filter(slug=slug).first()


def partnership_by_logo(name: str) -> Partnership | None:
    return Partnership.objects.filter(logo=f"logos/{name}").first()


def partnerships_of(account: Account) -> list[Partnership]:
    """Whose desk this account may open, ended ones last."""
    if not account.is_active:
        return []
    found = Partnership.objects.select_related("county")
    if not account.is_host:
        held = RoleHolding.objects.current().filter(person=account.person_id, taken_at__isnull=True)
        across = held.filter(role="county-analyst")
        found = found.filter(
            Q(pk__in=held.values("partnership")) | Q(county__in=across.values("partnership"))
        )
    return sorted(found, key=lambda each: (not each.is_current, each.name))


def all_partnerships() -> list[Partnership]:
    """For the host and the command line: every one, with what it follows and what follows it."""
    successions = Succession.objects.select_related("predecessor", "successor")
    return list(
        Partnership.objects.select_related("county").prefetch_related(
            Prefetch("successions_in", queryset=successions),
            Prefetch("successions_out", queryset=successions),
        )
    )


def counties(day: datetime.date | None = None) -> list[County]:
    """The public list: each county with its districts, and each district that stands alone."""
    standing = list(_on(day).select_related("county"))
    tops = [each for each in standing if each.county_id is None]
    return [County(top, [each for each in standing if each.county_id == top.pk]) for top in tops]


def districts_of(county: Partnership, day: datetime.date | None = None) -> list[Partnership]:
    return list(_on(day).filter(county=county))


def predecessors(partnership: Partnership) -> list[Succession]:
    found = Succession.objects.filter(successor=partnership).select_related("predecessor")
    return list(found.order_by("on", "predecessor__name"))


def successors(partnership: Partnership) -> list[Succession]:
    found = Succession.objects.filter(predecessor=partnership).select_related("successor")
    return list(found.order_by("on", "successor__name"))


def _on(day: datetime.date | None) -> QuerySet[Partnership]:
    return Partnership.objects.on(day or today())
