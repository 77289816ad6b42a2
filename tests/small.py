"""A partnership of three bodies with one draft plan, made as the screens make one."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from frankpledge.partnership.models import Organisation, Partnership, Person, Post, Rating
from frankpledge.plan import changes
from frankpledge.plan.models import Action, Outcome, Plan, Priority
from frankpledge.record.lines import System
from tests.again import again

BY = System("Alice Archer", "account:1")
SPRING = datetime.date(2026, 4, 1)


def decided(why: str = "To match the hours the team has.") -> changes.Decision:
    return changes.Decision(on=datetime.date(2026, 7, 14), by="The board, minute 6.2", why=why)


@dataclass
class Small:
    """One plan with one priority, one action and two outcomes; and a second partnership."""

    partnership: Partnership
    other: Partnership
    police: Organisation
    inspector: Post
    person: Person
    good: Rating
    bad: Rating
    plan: Plan
    priority: Priority
    action: Action
    first: Outcome
    second: Outcome

    def adopt(self) -> None:
        changes.adopt(plan=self.plan, on=SPRING, decided_by="The board", by=BY)
        for row in (self.action, self.first, self.second):
            row.refresh_from_db()


# By the name of a fixture that goes on from `small`: what makes both at once.
GROWN: dict[str, Callable[[], Any]] = {}
LATER = pytest.StashKey[Any]()


@pytest.fixture
def small(db: None, request: pytest.FixtureRequest) -> Small:
    for name in GROWN.keys() & set(request.fixturenames):
        request.node.stash[LATER] = again(GROWN[name])
        return request.node.stash[LATER].small  # type: ignore[no-any-return]
    return again(begin)


def begin() -> Small:
    partnership = Partnership.objects.create(slug="marsh", name="Safer Marsh")
    police = Organisation.objects.create(
        name="Loamshire Police", short_name="Police", kind="police"
    )
    good = _rating(partnership, "On track", "circle", "lincoln", 3, "in-progress", good=True)
    bad = _rating(partnership, "Stuck", "square", "madder", 1, "blocked", good=False)
    plan = changes.draft_plan(
        partnership=partnership,
        title="The plan, 2026 to 2029",
        starts=SPRING,
        ends=datetime.date(2029, 3, 31),
        by=BY,
    )
    priority = changes.add_priority(plan=plan, title="Fair trade", ref="2", by=BY)
    action = changes.add_action(
        plan=plan, priority=priority, ref="2.1", words="Visit every shop hit three times", by=BY
    )
    return Small(
        partnership=partnership,
        other=Partnership.objects.create(slug="dale", name="Safer Dale"),
        police=police,
        inspector=Post.objects.create(
            partnership=partnership, title="Neighbourhood inspector", organisation=police
        ),
        person=Person.objects.create(name="Ingrid Penhaligon", organisation=police),
        good=good,
        bad=bad,
        plan=plan,
        priority=priority,
        action=action,
        first=changes.add_outcome(action=action, number=1, words="Nine in ten in time", by=BY),
        second=changes.add_outcome(action=action, number=2, words="Two patrols a week", by=BY),
    )


def _rating(
    partnership: Partnership,
    label: str,
    shape: str,
    colour: str,
    severity: int,
    implies: str,
    *,
    good: bool,
) -> Rating:
    return Rating.objects.create(
        partnership=partnership,
        label=label,
        shape=shape,
        colour=colour,
        severity=severity,
        implies=implies,
        is_good=good,
    )
