"""Every publication so far, newest first."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from frankpledge.plan.queries.published import Publication
from frankpledge.public.addresses import Addresses
from frankpledge.public.reading import day, readable

Doc = dict[str, Any]


@dataclass(frozen=True)
class Line:
    on: datetime.date
    what: str
    url: str
    data: str
    short: str
    hash: str
    is_newest: bool


@dataclass(frozen=True)
class OtherPlan:
    title: str
    url: str
    starts: datetime.date | None
    ends: datetime.date | None
    note: str


def lines(every: list[Publication], slug: str) -> list[Line]:
    seen: set[str] = set()
    found = []
    for publication in every:
        freeze = publication.freeze
        to = Addresses(slug, freeze.pk)
        found.append(
            Line(
                on=published_on(publication),
                what=f"{readable(publication.plan['title'])}, version {freeze.version}",
                url=to.plan(),
                data=to.data(),
                short=freeze.hash[:8],
                hash=freeze.hash,
                is_newest=freeze.subject_id not in seen,
            )
        )
        seen.add(freeze.subject_id)
    return found


@dataclass(frozen=True)
class Round:
    period: str
    on: datetime.date | None


def rounds(told: list[Doc]) -> list[Round]:
    return [Round(readable(one)["period"], day(one["published_on"])) for one in told]


def published_on(publication: Publication) -> datetime.date:
    return timezone.localtime(publication.freeze.at).date()


def other_plans(
    newest: list[Publication], chosen: Publication, to: Addresses, today: datetime.date
) -> list[OtherPlan]:
    others = [each for each in newest if each.freeze.subject_id != chosen.freeze.subject_id]
    others.sort(key=lambda each: each.plan["starts"], reverse=True)
    return [_other(each, to, today) for each in others]


def _other(publication: Publication, to: Addresses, today: datetime.date) -> OtherPlan:
    plan = readable(publication.plan)
    starts, ended = day(plan["starts"]), day(plan["ended_on"])
    note = ""
    if ended:
        note = f"Closed. {plan['ended_why']}".strip()
    elif starts and starts > today:
        note = "Not yet begun."
    return OtherPlan(
        title=plan["title"],
        url=to.earlier_plan(plan["id"]),
        starts=starts,
        ends=day(plan["ends"]),
        note=note,
    )
