"""What is new: each publication, and the newest state of the figures."""

import datetime
from dataclasses import dataclass

from frankpledge.evidence import queries
from frankpledge.figures.periods import Period
from frankpledge.partnership.models import Partnership
from frankpledge.plan.queries.published import Publication
from frankpledge.public.addresses import Addresses
from frankpledge.public.finding import Published
from frankpledge.public.reading import readable
from frankpledge.public.showing.figures.addresses import Figures
from frankpledge.public.showing.record import Round, published_on
from frankpledge.record.errors import Refused

MOST = 30


@dataclass(frozen=True)
class Item:
    """`key` is the same for as long as it is the same piece of news."""

    title: str
    says: str
    url: str
    key: str
    at: datetime.datetime


def items(found: Published, rounds: list[Round]) -> list[Item]:
    told = {one.on: one.period for one in reversed(rounds) if one.on}
    made = [_publication(each, found.partnership, told) for each in found.every[:MOST]]
    made += _figures(found.partnership)
    return sorted(made, key=lambda each: each.at, reverse=True)


def _publication(
    each: Publication, partnership: Partnership, told: dict[datetime.date, str]
) -> Item:
    freeze, title = each.freeze, readable(each.plan["title"])
    url = Addresses(partnership.slug, freeze.pk).plan()
    period = told.get(published_on(each))
    named = f"{title}, version {freeze.version}"
    says = f"How each promise stood in {period}." if period else "The promises as they now stand."
    return Item(named, says, url, url, freeze.at)


def _figures(partnership: Partnership) -> list[Item]:
    """Loaded again, the same months are the same piece of news at a later hour."""
    if not queries.is_shown(partnership):
        return []
    try:
        release = queries.released(partnership)
    except Refused:
        return []
    made = queries.generation_by_number(release.generation)
    if made is None or not release.months:
        return []
    last, url = Period(release.months[-1]), Figures(partnership.slug).home()
    title = f"What was reported in {release.area.name}, up to {last.words}"
    return [Item(title, release.told.source, url, f"{url}#{last.name}", made.made_at)]
