"""Leads, timescales and targets, from the short way the county's files write them."""

from decimal import Decimal
from typing import Any

from frankpledge.demo.content import Doc, as_list
from frankpledge.demo.world import Place
from frankpledge.plan.changes import LeadGiven, TargetGiven, TimescaleGiven


def leads(place: Place, about: Doc) -> list[LeadGiven]:
    answer = [_lead(place, named, "lead") for named in as_list(about.get("leads"))]
    return answer + [_lead(place, named, "support") for named in as_list(about.get("helps"))]


def _lead(place: Place, named: str, part: str) -> LeadGiven:
    """'post:inspector', 'org:police', 'org:police person:dilip', 'all', or words as printed."""
    if named == "all":
        return LeadGiven(part=part, everyone=True, printed="All partners")
    found: dict[str, Any] = {}
    for each in named.split():
        kind, _, key = each.partition(":")
        if kind == "post":
            found["post"] = place.posts[key]
        elif kind == "person":
            found["person"] = place.people[key]
        elif kind == "group":
            found["group"] = place.groups[key]
        elif kind == "org":
            found["organisation"] = place.organisation(key)
        else:
            return LeadGiven(part=part, printed=named)
    return LeadGiven(part=part, **found)


def timescales(place: Place, written: Any) -> list[TimescaleGiven]:
    """One list of words, or a list of such lists where the plan says several things."""
    several = written if written and isinstance(written[0], list) else [written] if written else []
    return [_timescale(place, *each) for each in several]


def _timescale(place: Place, printed: str, kind: str = "unread", *rest: Any) -> TimescaleGiven:
    day = place.days.day
    if kind == "date":
        return TimescaleGiven(printed, kind, due=day(rest[0]))
    if kind == "span":
        return TimescaleGiven(printed, kind, starts=day(rest[0]), due=day(rest[1]))
    if kind == "every":
        number, unit = str(rest[0]).split()
        due = day(rest[1]) if len(rest) > 1 else None
        return TimescaleGiven(printed, kind, every=int(number), unit=unit, due=due)
    if kind == "meeting":
        return TimescaleGiven(printed, kind, group=place.groups[rest[0]])
    if kind == "on-demand":
        return TimescaleGiven(printed, kind, condition=rest[0] if rest else "")
    return TimescaleGiven(printed, kind)


def target(place: Place, about: Doc, words: str) -> TargetGiven:
    def number(name: str) -> Decimal | None:
        return Decimal(str(about[name])) if name in about else None

    return TargetGiven(
        printed=about.get("printed", words),
        kind=about["kind"],
        number=number("number"),
        is_percent=about.get("percent", False),
        direction=about.get("direction", ""),
        counts=about.get("counts", ""),
        of=about.get("of", ""),
        per=about.get("per", ""),
        baseline=number("baseline"),
        baseline_says=about.get("baseline_says", ""),
        comparator=about.get("comparator", ""),
        deadline=place.days.day(about["deadline"]) if "deadline" in about else None,
    )
