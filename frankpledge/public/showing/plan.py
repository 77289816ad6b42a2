"""The plan on a page."""

import datetime
from dataclasses import dataclass
from typing import Any

from frankpledge.public.addresses import Addresses
from frankpledge.public.reading import date
from frankpledge.public.showing import sentences
from frankpledge.public.showing.headings import Heading, headings
from frankpledge.public.showing.rows import Row, row_of
from frankpledge.public.showing.stands import SHORT, Mark, counted, mark_of, silence
from frankpledge.public.words import shortened

Doc = dict[str, Any]
MOST_SHORT = 6  # further ones are in their places below
FEW = 8  # a plan so short is shown whole on a phone too


@dataclass(frozen=True)
class Falling:
    row: Row
    says: str


@dataclass(frozen=True)
class PlanPage:
    title: str
    introduction: str
    who: str
    said: str
    standing: str
    counts: list[tuple[Mark, int]]
    each_mark: str
    falling: list[Falling]
    falling_more: str
    headings: list[Heading]
    is_long: bool
    quiet: str


def plan_page(body: Doc, to: Addresses, kind_of: dict[str, str], today: datetime.date) -> PlanPage:
    plan, actions = body["plan"], list(body["actions"].values())
    as_at, ends = date(body["as_at"]), date(plan["ends"])
    marks = [mark_of(action["stands"]) for action in actions]
    counts = counted(marks)
    leads = [name for action in actions for name in action["leads"]]
    falling = falling_short(actions, to, as_at)
    return PlanPage(
        title=plan["title"],
        introduction=plan["introduction"],
        who=sentences.who_promised(
            sentences.kinds_that_lead(leads, kind_of), len(actions), plan, ends, today
        ),
        said=sentences.as_said(as_at),
        standing=sentences.how_it_stands(counts),
        counts=counts,
        each_mark=sentences.each_mark(counts),
        falling=falling[:MOST_SHORT],
        falling_more=sentences.further(len(falling) - MOST_SHORT),
        headings=headings(body, to, as_at),
        is_long=len(actions) > FEW,
        quiet=sentences.gone_quiet(as_at, today) if plan["status"] == "adopted" else "",
    )


def falling_short(actions: list[Doc], to: Addresses, as_at: datetime.date) -> list[Falling]:
    """Open and not as promised, the worst first, and of these what has been silent longest."""
    short = [action for action in actions if mark_of(action["stands"]).group == SHORT]
    short.sort(key=lambda one: (one["stands"]["badness"], one["stands"]["said_on"] or ""))
    return [Falling(row_of(action, to, as_at), last_words(action, as_at)) for action in short]


def last_words(action: Doc, as_at: datetime.date) -> str:
    """The newest public words about what falls short, or that nothing was heard for long."""
    quiet = silence(action["stands"], as_at)
    if quiet:
        return quiet
    label = action["stands"]["label"]
    words = (each["words"] for each in action["said"] if each["label"] == label)
    return shortened(next((each for each in words if each), ""), 220)
