"""A partnership with a published plan, and a stranger who reads it."""

import datetime
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from frankpledge.partnership.models import Partnership
from frankpledge.plan import changes
from frankpledge.plan.models import Action, Plan, Priority
from frankpledge.record.models import Freeze
from tests.makers import CLERK, a_partnership, an_organisation
from tests.small import decided

NOON = datetime.datetime(2026, 10, 22, 12, tzinfo=datetime.UTC)


def on(month: int, day: int, year: int = 2026) -> datetime.date:
    return datetime.date(year, month, day)


@dataclass
class Town:
    partnership: Partnership
    plan: Plan
    priority: Priority

    @property
    def url(self) -> str:
        return f"/{self.partnership.slug}/"

    def promise(self, words: str, **fields: Any) -> Action:
        return changes.add_action(
            plan=self.plan,
            priority=fields.pop("under", self.priority),
            words=words,
            by=CLERK,
            decision=decided() if self.plan.is_live else None,
            **fields,
        )

    def say(self, of: Any, label: str, said_on: datetime.date, words: str = "") -> None:
        of.refresh_from_db()
        standing = changes.say(
            of=of,
            rating=self.partnership.ratings.get(label=label),
            words=words,
            said_by="Inspector",
            said_on=said_on,
            by=CLERK,
        )
        if words:
            changes.publish_words(standing=standing, public=True, by=CLERK)

    def adopt(self) -> None:
        changes.adopt(plan=self.plan, on=on(4, 1), decided_by="The board", by=CLERK)
        self.plan.refresh_from_db()

    def publish(self) -> Freeze:
        return changes.publish(plan=self.plan, by=CLERK, why="A quarter")


def a_town(slug: str, name: str, **fields: Any) -> Town:
    partnership = a_partnership(slug, name=name, **fields)
    plan = changes.draft_plan(
        partnership=partnership,
        title=f"The plan of {name}, 2026 to 2029",
        starts=on(4, 1),
        ends=on(3, 31, 2029),
        by=CLERK,
    )
    priority = changes.add_priority(plan=plan, title="Fair trade", ref="2", by=CLERK)
    return Town(partnership, plan, priority)


@pytest.fixture(autouse=True)
def autumn(time_machine: Any) -> None:
    time_machine.move_to(NOON)


@pytest.fixture
def town(db: None) -> Town:
    return a_town("marshwick", "Safer Marshwick", place="Marshwick")


@pytest.fixture
def reader() -> Client:
    return Client()


@pytest.fixture
def police(town: Town) -> Any:
    return an_organisation("Loamshire Police", kind="police")


def text_of(response: Any) -> str:
    assert response.status_code == 200, response.status_code
    return str(response.content.decode())
