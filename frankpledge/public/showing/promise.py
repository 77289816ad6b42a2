"""One promise, whole: what it says, who answers for it, how it stands and what was said."""

import datetime
from dataclasses import dataclass
from typing import Any

from frankpledge.public.addresses import Addresses
from frankpledge.public.reading import date
from frankpledge.public.showing.events import Event, events
from frankpledge.public.showing.figured import Figured, figured
from frankpledge.public.showing.rows import only
from frankpledge.public.showing.stands import Mark, ended, mark_of, silence, when_said
from frankpledge.public.showing.times import Time, times
from frankpledge.public.words import listed, number, opening, shortened, verb

Doc = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    number: str
    words: str
    targets: list[str]
    times: list[Time]
    mark: Mark
    freshness: str
    why: str
    figures: Figured | None = None


@dataclass(frozen=True)
class Place:
    """A priority it stands under, and what differs there."""

    title: str
    url: str
    is_base: bool
    differs: list[tuple[str, str]]
    note: str


@dataclass(frozen=True)
class Link:
    says: str
    words: str
    url: str


@dataclass(frozen=True)
class PromisePage:
    over: str
    words: str
    aim: str
    points: list[str]
    leads: str
    support: str
    times: list[Time]
    mark: Mark
    meaning: str
    of_outcomes: str
    freshness: str
    is_decided: bool
    quiet: str
    why: str
    outcomes: list[Outcome]
    base: Place | None
    places: list[Place]
    links: list[Link]
    events: list[Event]

    @property
    def outcomes_title(self) -> str:
        count = len(self.outcomes)
        were = verb(count, "outcome was", "outcomes were")
        return f"{opening(number(count))} {were} promised"


KINDS = {"project": "a project", "campaign": "a campaign"}
DIFFERS = {"aim": "Aim", "action": "Promise", "timescale": "By when", "outcomes": "Outcomes"}
LINKS = {
    "is done through": "It is done through",
    "replaces": "It replaces",
    "also serves": "It also serves",
}


def has_promise(body: Doc, action_id: int) -> bool:
    return str(action_id) in body["actions"]


def promise_page(body: Doc, action_id: int, to: Addresses) -> PromisePage:
    action, as_at = body["actions"][str(action_id)], date(body["as_at"])
    stands, mark = action["stands"], mark_of(action["stands"])
    places = _places(body, action, to)
    over = ended(stands, action["closed_on"])
    return PromisePage(
        over=_over(action),
        words=action["words"],
        aim=action["aim"],
        points=[str(point) for point in action["points"]],
        leads=listed(action["leads"]),
        support=listed(action["support"]),
        times=times(action["timescales"], stands, as_at),
        mark=mark,
        meaning=_meaning(body, mark),
        of_outcomes=f"{stands['says']} outcomes" if stands["says"] else "",
        freshness=over or when_said(stands, as_at),
        is_decided=bool(over),
        quiet="" if over or not stands["is_open"] else silence(stands, as_at),
        why=action["closed_why"] if over else "",
        outcomes=[
            _outcome(at, each, as_at, figured(body.get("figures", {}).get(str(each["id"])), to))
            for at, each in enumerate(action["outcomes"], 1)
        ],
        base=next((place for place in places if place.is_base), None),
        places=[place for place in places if not place.is_base],
        links=[_link(each, to) for each in action["links"]],
        events=events(body, action),
    )


def _over(action: Doc) -> str:
    """'Promise 4.5, a project'"""
    named = f"Promise {action['ref']}" if action["ref"] else ""
    return opening(", ".join(part for part in (named, KINDS.get(action["kind"], "")) if part))


def _meaning(body: Doc, mark: Mark) -> str:
    """What the partnership means by this step of its own scale."""
    return next((one["meaning"] for one in body["scale"] if one["label"] == mark.label), "")


def _outcome(at: int, outcome: Doc, as_at: datetime.date, figures: Figured | None) -> Outcome:
    stands = outcome["stands"]
    return Outcome(
        number=str(outcome["number"] or at),
        words=outcome["words"],
        targets=[one for one in outcome["targets"] if one != outcome["words"]],
        times=times(outcome["timescales"], stands, as_at),
        mark=mark_of(stands),
        freshness=ended(stands, outcome["closed_on"]) or when_said(stands, as_at),
        why=outcome["closed_why"],
        figures=figures,
    )


def _places(body: Doc, action: Doc, to: Addresses) -> list[Place]:
    return [
        Place(
            title=f"{priority['ref']} {priority['title']}".strip(),
            url=to.priority(priority["id"]),
            is_base=placement["is_base"],
            differs=[
                (words, placement["variants"][name])
                for name, words in DIFFERS.items()
                if placement["variants"].get(name)
            ],
            note=only(action, placement),
        )
        for priority in body["priorities"]
        for placement in priority["placements"]
        if placement["action"] == action["id"]
    ]


def _link(link: Doc, to: Addresses) -> Link:
    says = LINKS.get(link["kind"], f"It {link['kind']}")
    return Link(says, shortened(link["words"]), to.promise(link["action"]))
