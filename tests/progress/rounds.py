"""A round of promises that are led by a post, a person, a group and a body."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import time_machine

from frankpledge.partnership import changes as partnership_changes
from frankpledge.partnership.models import Contact, GroupPlace, Partnership, Post
from frankpledge.plan import changes as plan
from frankpledge.plan.models import Action
from frankpledge.progress import changes
from frankpledge.progress.models import Item, Request, Round
from frankpledge.record.lines import System
from tests.small import BY, GROWN, LATER, SPRING, Small, begin

OCTOBER = datetime.datetime(2026, 10, 2, 9, 0, tzinfo=datetime.UTC)
AFTERWARDS = OCTOBER + datetime.timedelta(minutes=1)
ASKED_BY = System("Alice Archer", "account:1")


@dataclass
class Led:
    small: Small
    actions: dict[str, Action]
    round: Round

    @property
    def partnership(self) -> Partnership:
        return self.small.partnership

    def request(self, called: str) -> Request:
        return Request.objects.select_related("round__partnership", "link").get(
            round=self.round, called__startswith=called
        )

    def opened(self) -> "Led":
        changes.open_round(round_=self.round, by=ASKED_BY)
        return self

    def asked(self) -> "Led":
        self.opened()
        changes.ask(round_=self.round, by=ASKED_BY)
        return self

    def answer(self, called: str, press: str = "press") -> None:
        """Everything they are asked for, in few words."""
        for item in self.request(called).items.all():
            self.answer_item(item, f"{press}-{item.pk}")

    def answer_item(self, item: Item, press: str) -> None:
        from frankpledge.partnership.models.dated import today
        from frankpledge.progress.given import AnswerGiven, OutcomeGiven

        outcomes = list(item.action.outcomes.all())
        rated = [OutcomeGiven(one, rating=self.small.good) for one in outcomes] or [
            OutcomeGiven(None, rating=self.small.good)
        ]
        given = AnswerGiven(tuple(rated), today(), happened="We went on as planned.")
        changes.send_answer(item=item, given=given, press=press, by=BY)


def lead_by(action: Action, **who: object) -> None:
    given = plan.LeadGiven(**who)  # type: ignore[arg-type]
    plan.set_leads(of=action, leads=[given], by=BY)


@pytest.fixture
def led(small: Small, request: pytest.FixtureRequest) -> Iterator[Led]:
    made = request.node.stash.get(LATER, None) or in_october(small)
    with time_machine.travel(AFTERWARDS, tick=True):
        yield made


def in_october(small: Small | None = None) -> Led:
    small = small or begin()
    with time_machine.travel(OCTOBER, tick=True):
        return _led(small)


GROWN["led"] = in_october


def _led(small: Small) -> Led:
    actions = {"2.1": small.action}
    for ref, words in (("2.2", "Train the staff"), ("2.3", "Meet"), ("2.4", "Light the yard")):
        actions[ref] = plan.add_action(
            plan=small.plan, priority=small.priority, ref=ref, words=words, by=BY
        )
    Post.objects.filter(pk=small.inspector.pk).update(mailbox="inspector@police.example")
    small.inspector.refresh_from_db()
    Contact.objects.create(
        partnership=small.partnership, person=small.person, email="ingrid@police.example"
    )
    group = _group(small)
    lead_by(actions["2.1"], post=small.inspector)
    lead_by(actions["2.2"], person=small.person)
    lead_by(actions["2.3"], group=group)
    lead_by(actions["2.4"], organisation=small.police)
    small.adopt()
    round_ = changes.plan_round(
        partnership=small.partnership,
        plan=small.plan,
        starts=datetime.date(2026, 7, 1),
        ends=datetime.date(2026, 9, 30),
        by=ASKED_BY,
    )
    return Led(small, actions, round_)


def _group(small: Small) -> GroupPlace:
    secretary = partnership_changes.add_person(
        name="Sefton Vail", partnership=small.partnership, by=BY
    )
    Contact.objects.filter(partnership=small.partnership, person=secretary).delete()
    Contact.objects.create(
        partnership=small.partnership, person=secretary, email="sefton@group.example"
    )
    place = partnership_changes.add_group(
        partnership=small.partnership, local_name="Traders' forum", kind="theme", by=BY
    )
    partnership_changes.add_group_member(
        place=place, part="secretary", person=secretary, starts=SPRING, by=BY
    )
    return place
