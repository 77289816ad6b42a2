"""Finds the partnership and the publication a page is about, or says that there is none."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.http import Http404

from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.queries import partnership_by_slug
from frankpledge.plan.queries.published import (
    Publication,
    publications,
    published_bodies,
    published_body,
)
from frankpledge.public.addresses import Addresses
from frankpledge.public.reading import readable

Doc = dict[str, Any]


@dataclass
class Published:
    """What a partnership has published, and the one publication this page reads."""

    partnership: Partnership
    every: list[Publication]  # newest first
    chosen: Publication | None
    pinned: bool = False  # an address of this very version
    to: Addresses = field(init=False)

    def __post_init__(self) -> None:
        pin = self.chosen.freeze.pk if self.pinned and self.chosen else None
        self.to = Addresses(self.partnership.slug, pin)

    @cached_property
    def body(self) -> Doc:
        return readable(self.raw)

    @cached_property
    def raw(self) -> Doc:
        return published_body(self.shown)

    @property
    def shown(self) -> Publication:
        if self.chosen is None:
            raise Http404
        return self.chosen

    @property
    def current(self) -> Publication | None:
        return current(self.newest)

    @property
    def newest(self) -> list[Publication]:
        """The newest publication of each plan."""
        by_plan: dict[str, Publication] = {}
        for publication in self.every:
            by_plan.setdefault(publication.freeze.subject_id, publication)
        return list(by_plan.values())


def partnership_or_404(slug: str) -> Partnership:
    partnership = partnership_by_slug(slug)
    if partnership is None:
        raise Http404
    return partnership


def current(newest: list[Publication]) -> Publication | None:
    """The plan that runs today; otherwise the one still in force; otherwise the latest."""
    day = today().isoformat()

    def rank(publication: Publication) -> tuple[bool, bool, str]:
        plan = publication.plan
        live = plan["status"] == "adopted"
        return live and plan["starts"] <= day <= plan["ends"], live, plan["starts"]

    return max(newest, key=rank, default=None)


def published(slug: str, freeze_id: int | None = None) -> Published:
    """The current plan, or the version that was asked for."""
    found = _all(slug)
    if freeze_id is None:
        return Published(found.partnership, found.every, found.current)
    pinned = _first(found.every, lambda each: each.freeze.pk == freeze_id)
    return Published(found.partnership, found.every, pinned, pinned=True)


def published_plan(slug: str, plan_id: int) -> Published:
    found = _all(slug)
    wanted = _first(found.every, lambda each: each.freeze.subject_id == str(plan_id))
    return Published(found.partnership, found.every, wanted)


def published_with(slug: str, freeze_id: int | None, holds: Callable[[Doc], bool]) -> Published:
    """Whichever plan's newest publication holds what is asked for, the current one first."""
    found = published(slug, freeze_id)
    if found.pinned or found.chosen is None:
        return _holding(found, holds)
    if holds(found.raw):
        return found
    others = [each for each in found.newest if each is not found.chosen]
    bodies = published_bodies(others)
    one = _first(others, lambda each: holds(bodies[each.freeze.pk]))
    earlier = Published(found.partnership, found.every, one)
    earlier.raw = bodies[one.freeze.pk]
    return earlier


def _holding(found: Published, holds: Callable[[Doc], bool]) -> Published:
    if not holds(found.raw):
        raise Http404
    return found


def _all(slug: str) -> Published:
    partnership = partnership_or_404(slug)
    return Published(partnership, publications(partnership), None)


def _first(every: list[Publication], fits: Callable[[Publication], bool]) -> Publication:
    found = next((each for each in every if fits(each)), None)
    if found is None:
        raise Http404
    return found


def plan_address(found: Published) -> str:
    """The page of the plan that was found, which need not be the current one."""
    if found.pinned or found.shown is found.current:
        return found.to.plan()
    return found.to.earlier_plan(int(found.shown.freeze.subject_id))
