"""What the leads said, quarter by quarter, oldest first."""

import datetime
from decimal import Decimal
from typing import Any

from frankpledge.demo.content import Doc, as_list
from frankpledge.demo.promises import Drafted, key_of
from frankpledge.demo.world import Place
from frankpledge.plan import changes
from frankpledge.plan.changes import Figure
from frankpledge.plan.models import Action, Outcome
from frankpledge.plan.when import quarter_before, quarter_start

COORDINATOR = "Community safety coordinator"
Saying = tuple[datetime.date, Action | Outcome, Doc, list[Any]]


def say_all(drafted: Drafted, after: datetime.date, until: datetime.date) -> None:
    """Everything said after one day and until another; what lies ahead is not said yet."""
    last = min(until, drafted.place.days.today)
    sayings = [each for each in _sayings(drafted) if after < each[0] <= last]
    for on, of, about, said in sorted(sayings, key=lambda each: each[0]):
        _say(drafted.place, on, of, about, said)


def _sayings(drafted: Drafted) -> list[Saying]:
    day = drafted.place.days.day
    found: list[Saying] = []
    for about in drafted.promises:
        key = key_of(about)
        pairs: list[tuple[Action | Outcome, Doc]] = [(drafted.actions[key], about)]
        pairs += zip(drafted.outcomes[key], about.get("outcomes", []), strict=False)
        for of, told in pairs:
            found += [(day(said[0]), of, about, said) for said in told.get("said", [])]
    return found


def _say(
    place: Place, on: datetime.date, of: Action | Outcome, about: Doc, said: list[Any]
) -> None:
    how = said[1]
    words = said[2] if len(said) > 2 else ""
    more = said[3] if len(said) > 3 else {}
    rating = place.ratings.get(how.casefold())
    who, is_name = (more["by"], True) if "by" in more else who_says(place, about)
    standing = changes.say(
        of=of,
        rating=rating,
        state="" if rating else how,
        words=words,
        condition=more.get("condition", ""),
        said_on=on,
        said_by=who,
        said_by_is_name=is_name,
        period=period_of(on),
        figure=figure_of(more),
        by=place.by,
    )
    # Words are public once somebody has read them for that, which is done for most.
    if words and more.get("public", True):
        changes.publish_words(standing=standing, public=True, by=place.by)


def figure_of(more: Doc) -> Figure:
    """31, or [31, 38] for 31 of 38."""
    given = [Decimal(str(each)) for each in as_list(more.get("figure"))]
    number, of, *_ = [*given, None, None]
    return Figure(number, of)


def who_says(place: Place, about: Doc) -> tuple[str, bool]:
    """The first who answers for it, as the plan calls them, and whether that is a name."""
    listed = about.get("leads") or ""
    named = (listed if isinstance(listed, str) else listed[0]).split()
    kind, _, key = named[-1].partition(":") if named else ("", "", "")
    if kind == "person":
        return place.people[key].name, True
    if kind == "post":
        return place.posts[key].title, False
    if kind == "group":
        return place.groups[key].local_name, False
    return (place.organisation(key).called if kind == "org" else COORDINATOR), False


def period_of(on: datetime.date) -> datetime.date:
    """Answers come in the first weeks of a quarter and speak of the one before."""
    start = quarter_start(on)
    return quarter_before(start) if (on - start).days < 42 else start
