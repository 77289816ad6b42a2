"""The tests' universe: a small part of Loamshire, built by the demonstration's own builders.

    Safer Loamshire (the county)
    │   Hannah: county analyst, so an analyst in every district
    │
    ├── Safer Marshwick                        ├── Safer Thornhay
    │   the plan before: closed                │   the farm plan: one priority, four promises
    │   the plan now: 26 promises, 6 headings  │   Hills and Hedges Forum
    │   next year's: a draft                   │
    │   a round under way, partly answered     │   a round under way, partly answered
    │                                          │
    │   Alice:  coordinator                    │   Charlie: coordinator. To Marshwick a stranger
    │   Bob:    lead; roads sergeant, so 6.3   │
    │   Dora:   board member                   │
    │   Eric:   reader                         │
    │   Ruth, Dilip, ...: as in the county     │
    │
    Hob: host of it all

Alice signs in as alice@example.org, and so on. The rows are made once for each run of the tests,
kept in memory and put back inside the transaction of each test that asks for `universe`, so that
no test sees what another did and no other test sees the universe.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.db import models, transaction
from django.test import Client

from frankpledge.demo.build import build, build_some
from frankpledge.partnership import changes
from frankpledge.partnership.models import Account, Partnership, Post
from frankpledge.partnership.models.dated import today
from frankpledge.plan.models import Action, Plan
from frankpledge.record.lines import System
from tests.again import Rows, put_back, rows_of
from tests.delivery.counting import put_counts_in
from tests.papers.going import put_a_paper_in
from tests.progress.going import put_rounds_in

CLERK = System("The clerk")
BUILT = ("loamshire", "marshwick", "thornhay")
ROOMS = ("record", "partnership", "asking", "plan", "delivery", "judging", "progress", "papers")
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
# who, their email, their partnership, their role
PEOPLE = (
    ("Alice Archer", "alice@example.org", "marshwick", "coordinator"),
    ("Bob Brewer", "bob@example.org", "marshwick", "lead"),
    ("Charlie Cooper", "charlie@example.org", "thornhay", "coordinator"),
    ("Dora Draper", "dora@example.org", "marshwick", "board"),
    ("Eric Eyre", "eric@example.org", "marshwick", "reader"),
)


@dataclass
class Universe:
    county: Partnership
    marshwick: Partnership
    thornhay: Partnership
    alice: Account
    bob: Account
    charlie: Account
    dora: Account
    eric: Account
    hob: Account
    hannah: Account
    plan: Plan
    _clients: dict[int, Client] = field(default_factory=dict)

    def client(self, account: Account) -> Client:
        """A browser in which this account is signed in; the same each time."""
        if account.pk not in self._clients:
            self._clients[account.pk] = signed_in(account)
        return self._clients[account.pk]

    def action(self, ref: str) -> Action:
        """A promise of Marshwick's running plan, by its printed reference."""
        return Action.objects.get(plan=self.plan, ref=ref)

    def somebody(self, partnership: Partnership, role: str, name: str, email: str) -> Account:
        return somebody(partnership, role, name, email)


def signed_in(account: Account) -> Client:
    client = Client()
    client.force_login(account, backend=BACKEND)
    return client


def somebody(partnership: Partnership, role: str, name: str, email: str) -> Account:
    person = changes.add_person(name=name, partnership=partnership, by=CLERK)
    account = changes.open_account(person=person, email=email, by=CLERK)
    changes.give_role(partnership=partnership, person=person, role=role, by=CLERK)
    return account


def build_universe() -> None:
    build_some(BUILT)
    for name, email, slug, role in PEOPLE:
        somebody(Partnership.objects.get(slug=slug), role, name, email)
    hob = changes.add_person(name="Hob Steward", by=CLERK)
    changes.open_account(person=hob, email="hob@example.org", is_host=True, by=CLERK)
    roads = Post.objects.get(partnership__slug="marshwick", title="Roads sergeant")
    bob = _account("bob@example.org").person
    changes.hold_post(post=roads, person=bob, starts=today(), by=CLERK)
    for slug in ("marshwick", "thornhay"):
        put_rounds_in(Partnership.objects.get(slug=slug))
        put_counts_in(Partnership.objects.get(slug=slug))
        put_a_paper_in(Partnership.objects.get(slug=slug))


def _account(email: str) -> Account:
    return Account.objects.select_related("person").get(email=email)


def found() -> Universe:
    def partnership(slug: str) -> Partnership:
        return Partnership.objects.select_related("county").get(slug=slug)

    marshwick = partnership("marshwick")
    return Universe(
        county=partnership("loamshire"),
        marshwick=marshwick,
        thornhay=partnership("thornhay"),
        alice=_account("alice@example.org"),
        bob=_account("bob@example.org"),
        charlie=_account("charlie@example.org"),
        dora=_account("dora@example.org"),
        eric=_account("eric@example.org"),
        hob=_account("hob@example.org"),
        hannah=_account("hannah.birtwistle@loamshire.example"),
        plan=Plan.objects.get(partnership=marshwick, status="adopted"),
    )


def kept(build: Callable[[], None], blocker: Any) -> Rows:
    """Every row that `build` makes, made in a transaction that is then undone."""
    with blocker.unblock(), transaction.atomic():
        build()
        rows = rows_of(_models())
        transaction.set_rollback(True)
    return rows


def _models() -> list[type[models.Model]]:
    ours = [apps.get_app_config(label) for label in ROOMS]
    found = [m for app in ours for m in app.get_models(include_auto_created=True)]
    return [*found, EmailAddress]


@pytest.fixture(scope="session")
def universe_rows(django_db_setup: None, django_db_blocker: Any) -> Rows:
    return kept(build_universe, django_db_blocker)


@pytest.fixture
def universe(db: None, universe_rows: Rows) -> Universe:
    put_back(universe_rows)
    return found()


@pytest.fixture(scope="session")
def county_rows(django_db_setup: None, django_db_blocker: Any) -> Rows:
    return kept(build, django_db_blocker)


@pytest.fixture
def county(db: None, county_rows: Rows) -> None:
    """The whole demonstration, as script/demo builds it."""
    put_back(county_rows)
