"""Periods, and whom to ask or ring, in words."""

import datetime

from frankpledge.partnership import queries as partnership_queries
from frankpledge.partnership.models import GroupPlace, Organisation, Partnership, Person, Post
from frankpledge.plan.when import quarter_words
from frankpledge.progress.models import Item, Rhythm, Round


def period_words(round_: Round) -> str:
    """'July to September 2026', 'April 2026 to March 2027', 'July 2026'"""
    starts, ends = round_.starts, round_.ends
    if (starts.year, starts.month) == (ends.year, ends.month):
        return f"{starts:%B %Y}"
    if starts.year == ends.year:
        return f"{starts:%B} to {ends:%B %Y}"
    return f"{starts:%B %Y} to {ends:%B %Y}"


def periods_words(item: Item) -> str:
    """The quarters it is asked for, where that is not the whole period."""
    days = sorted(datetime.date.fromisoformat(day) for day in item.only_periods)
    return " and ".join(map(quarter_words, days))


def whom_to_ring(partnership: Partnership) -> str:
    """The number to ring when a link fails, as the coordinator has put it."""
    rhythm = Rhythm.objects.filter(partnership=partnership).first()
    return rhythm.ring if rhythm else ""


Addressee = Post | Person | GroupPlace | Organisation


def addressees(partnership: Partnership) -> dict[str, Addressee]:
    """Whom a lead may ask something: posts, groups and members, by a key for a form."""
    posts = [here.post for here in partnership_queries.posts(partnership)]
    bodies = partnership_queries.organisations_here(partnership)
    found: dict[str, Addressee] = {f"post-{one.pk}": one for one in posts}
    groups = [here.place for here in partnership_queries.groups(partnership)]
    found |= {f"group-{one.pk}": one for one in groups}
    return found | {f"body-{one.pk}": one for one in bodies}


def called(addressee: Addressee) -> str:
    """'Neighbourhood inspector, Police'"""
    if isinstance(addressee, Post) and addressee.organisation:
        return f"{addressee.title}, {addressee.organisation.called}"
    return str(addressee)
