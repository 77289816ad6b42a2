"""The host's partnerships, county by county."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from frankpledge.partnership.models import Partnership
from frankpledge.plan.queries.published import Standing
from frankpledge.public import finding
from frankpledge.public.reading import date, day, readable
from frankpledge.public.showing.sentences import how_it_stands
from frankpledge.public.showing.stands import Mark, mark_of, tallied
from frankpledge.public.words import long_day, month, opening, promises

Doc = dict[str, Any]


@dataclass(frozen=True)
class Followed:
    name: str
    url: str


@dataclass(frozen=True)
class Entry:
    name: str
    place: str
    url: str
    made: str
    counts: list[tuple[Mark, int]]
    standing: str
    published: str
    lifetime: str = ""
    followed_by: tuple[Followed, ...] = ()
    figures: str = ""


@dataclass(frozen=True)
class County:
    name: str  # empty: districts that stand in no county
    top: Entry | None
    entries: list[Entry]


@dataclass(frozen=True)
class HomePage:
    heading: str
    counties: list[County]
    ended: list[Entry]


def home_page(
    partnerships: Sequence[Partnership],
    standings: dict[str, list[Standing]],
    today: datetime.date,
    with_figures: Collection[int] = (),
) -> HomePage:
    live = [each for each in partnerships if each.ends is None or each.ends >= today]
    shown = {
        each.pk: entry_of(each, standings, today, has_figures=each.pk in with_figures)
        for each in partnerships
    }
    tops = [each for each in live if each.kind == "county"]
    counties = [
        County(top.place or top.name, shown[top.pk], _in_county(top, live, shown)) for top in tops
    ]
    alone = [
        shown[each.pk]
        for each in live
        if each.kind != "county" and each.county_id not in {top.pk for top in tops}
    ]
    if alone:
        counties.append(County("", None, alone))
    ended = [shown[each.pk] for each in partnerships if each not in live]
    return HomePage(_heading(counties), counties, ended)


def _in_county(
    top: Partnership, live: Sequence[Partnership], shown: dict[int, Entry]
) -> list[Entry]:
    return [shown[each.pk] for each in live if each.county_id == top.pk]


def _heading(counties: list[County]) -> str:
    if len(counties) == 1 and counties[0].name:
        return f"What was promised across {counties[0].name}, and how it stands"
    return "What was promised, place by place, and how it stands"


def entry_of(
    partnership: Partnership,
    standings: dict[str, list[Standing]],
    today: datetime.date,
    *,
    has_figures: bool = False,
) -> Entry:
    told = {s.publication.freeze.pk: s for s in standings.get(partnership.chain, [])}
    chosen = finding.current([each.publication for each in told.values()])
    standing = told[chosen.freeze.pk] if chosen else None
    counts = _counts(standing)
    return Entry(
        name=partnership.name,
        place=partnership.place,
        url=reverse("public:plan", args=[partnership.slug]),
        made=_made(standing, today),
        counts=counts,
        standing=f"{how_it_stands(counts)}." if standing else "",
        published=_published(standing),
        lifetime=_lifetime(partnership, today),
        followed_by=_followed_by(partnership),
        figures=reverse("public:figures", args=[partnership.slug]) if has_figures else "",
    )


def _counts(standing: Standing | None) -> list[tuple[Mark, int]]:
    rows = standing.counts if standing else []
    return tallied((mark_of(row), row["n"]) for row in readable(rows))


def _made(standing: Standing | None, today: datetime.date) -> str:
    if standing is None:
        return ""
    count = sum(row["n"] for row in standing.counts)
    ends = date(standing.publication.plan["ends"])
    due = "to be kept by" if ends >= today else "which were to be kept by"
    return f"{opening(promises(count))}, {due} {month(ends)}."


def _published(standing: Standing | None) -> str:
    on = day(standing.as_at) if standing else None
    return f"Published {long_day(on)}" if on else ""


def _lifetime(partnership: Partnership, today: datetime.date) -> str:
    if partnership.ends and partnership.ends < today:
        return f"Ended on {long_day(partnership.ends)}."
    if partnership.starts and partnership.starts > today:
        return f"Begins on {long_day(partnership.starts)}."
    return ""


def _followed_by(partnership: Partnership) -> tuple[Followed, ...]:
    return tuple(
        Followed(each.successor.name, reverse("public:plan", args=[each.successor.slug]))
        for each in partnership.successions_out.all()
    )
