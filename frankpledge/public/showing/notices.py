"""Says plainly when a page is not of the plan that runs now, or not of its newest version."""

from dataclasses import dataclass

from frankpledge.partnership.models.dated import today
from frankpledge.plan.queries.published import Publication
from frankpledge.public.addresses import Addresses
from frankpledge.public.finding import Published
from frankpledge.public.reading import day, readable
from frankpledge.public.showing.record import published_on
from frankpledge.public.words import long_day


@dataclass(frozen=True)
class Notice:
    title: str
    words: str
    url: str
    link: str


def notice_of(found: Published) -> Notice | None:
    if found.pinned:
        return _of_version(found)
    if found.current is not None and found.shown is not found.current:
        return _of_plan(found, found.current)
    return _of_ended(found)


def _of_version(found: Published) -> Notice:
    freeze, now = found.shown.freeze, Addresses(found.partnership.slug)
    on = long_day(published_on(found.shown))
    newest = any(each is found.shown for each in found.newest)
    if newest:
        words = "It is the newest there is. This address will always show this version."
        return Notice(f"Published on {on}", words, now.record(), "Every version")
    return Notice(
        f"An earlier version, published on {on}",
        "It is kept as it was. What has been said since is on the newest version.",
        now.earlier_plan(int(freeze.subject_id)),
        "The newest version",
    )


def _of_plan(found: Published, current: Publication) -> Notice:
    plan, now = readable(found.shown.plan), readable(current.plan)
    starts, ended = day(plan["starts"]), day(plan["ended_on"])
    title, words = "An earlier plan", "It can be read, but nothing in it changes any more."
    if starts and starts > today():
        title, words = "A plan that has not begun", f"It begins on {long_day(starts)}."
    elif ended:
        words = f"It was closed on {long_day(ended)}. {plan['ended_why']}".strip()
    return Notice(title, words, Addresses(found.partnership.slug).plan(), now["title"])


def _of_ended(found: Published) -> Notice | None:
    """The latest plan there is may itself be over."""
    plan = readable(found.shown.plan)
    ended, ends = day(plan["ended_on"]), day(plan["ends"])
    record = Addresses(found.partnership.slug).record()
    if ended:
        why = f"It was closed on {long_day(ended)}. {plan['ended_why']}".strip()
        return Notice("This plan is over", why, record, "Every version of it")
    over = found.partnership.ends
    if over and over < today():
        why = f"It ended with the partnership on {long_day(over)}."
        return Notice("This plan is over", why, record, "Every version of it")
    if ends and ends < today():
        why = f"It ran until {long_day(ends)}. The next has not been published yet."
        return Notice("This plan has run out", why, record, "Every version of it")
    return None
