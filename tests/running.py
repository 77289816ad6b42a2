"""A running round of the small partnership, opened as the desk opens one: two promises asked."""

import datetime
from dataclasses import dataclass

import pytest

from frankpledge.asking import links
from frankpledge.asking.models import Link
from frankpledge.partnership.models.dated import today
from frankpledge.plan import changes as plan_changes
from frankpledge.plan.models import Action, Target
from frankpledge.progress import changes
from frankpledge.progress.given import AnswerGiven, OutcomeGiven
from frankpledge.progress.models import Item, Request, Round
from tests.small import BY, GROWN, LATER, Small, begin

STARTS, ENDS = datetime.date(2026, 7, 1), datetime.date(2026, 9, 30)


@dataclass
class Running:
    """2.1 has two outcomes, the first counting something; 2.2 has none."""

    small: Small
    round: Round
    request: Request
    link: Link
    first: Item
    second: Item

    @property
    def token(self) -> str:
        return links.token_of(self.link)

    @property
    def url(self) -> str:
        return f"/answer/{self.token}/"

    def given(self, *, words: str = "We visited 31 of 38.", **more: object) -> AnswerGiven:
        """An answer to the first promise."""
        small = self.small
        outcomes = (
            OutcomeGiven(small.first, rating=small.good, figure=plan_changes.Figure(31, 38)),  # type: ignore[arg-type]
            OutcomeGiven(small.second, rating=small.bad, condition="More hands."),
        )
        kept = {"outcomes": outcomes, "said_on": today(), "happened": words, **more}
        return AnswerGiven(**kept)  # type: ignore[arg-type]

    def typed(self, **more: str) -> dict[str, str]:
        """The form of the first promise as a browser sends it."""
        small = self.small
        return {
            "press": "a1b2",
            "do": "send",
            f"how-{small.first.pk}": f"rating-{small.good.pk}",
            f"figure-{small.first.pk}": "31",
            f"of-{small.first.pk}": "38",
            f"how-{small.second.pk}": f"rating-{small.good.pk}",
            "happened": "We visited 31 of 38.",
            **more,
        }

    def frozen(self) -> None:
        changes.start_review(round_=self.round, by=BY)
        changes.freeze(round_=self.round, by=BY)

    def revoked(self) -> None:
        changes.revoke(request=self.request, why="It went to the wrong box.", by=BY)


@pytest.fixture
def running(small: Small, request: pytest.FixtureRequest) -> Running:
    return request.node.stash.get(LATER, None) or under_way(small)


def under_way(small: Small | None = None) -> Running:
    small = small or begin()
    second = plan_changes.add_action(
        plan=small.plan, priority=small.priority, ref="2.2", words="Patrol the high street", by=BY
    )
    Target.objects.create(
        outcome=small.first,
        printed="Nine in ten",
        kind="proportion",
        number=90,
        is_percent=True,
        counts="shops visited in time",
        of="shops",
    )
    small.inspector.mailbox = "inspector@example.org"
    small.inspector.save()
    for action in (small.action, second):
        lead = plan_changes.LeadGiven(post=small.inspector)
        plan_changes.set_leads(of=action, leads=[lead], by=BY)
    small.adopt()
    changes.set_rhythm(partnership=small.partnership, version=1, ring="01632 960 144", by=BY)
    round_ = changes.plan_round(
        partnership=small.partnership,
        plan=small.plan,
        starts=STARTS,
        ends=ENDS,
        due_on=today() + datetime.timedelta(days=5),
        by=BY,
    )
    changes.open_round(round_=round_, by=BY)
    changes.ask(round_=round_, by=BY)
    return _running(small, Request.objects.get(round=round_))


GROWN["running"] = under_way


def _running(small: Small, request: Request) -> Running:
    items = list(request.items.order_by("order"))
    assert request.link
    return Running(small, request.round, request, request.link, items[0], items[-1])


def another(running: Running, action: Action) -> Running:
    """Another lead of the same round, who is asked for one of its promises."""
    request = Request.objects.create(round=running.round, called="Somebody else")
    request.link = links.make(
        partnership=running.small.partnership, opens=request.about, holder="Somebody else", by=BY
    )
    request.save()
    Item.objects.create(request=request, action=action)
    return _running(running.small, request)


def said_before(running: Running) -> None:
    """Last round, everything had been said."""
    small = running.small
    day = datetime.date(2026, 7, 3)
    for of in (small.first, small.second, running.second.action):
        plan_changes.say(
            of=of, rating=small.good, said_by="Inspector", said_on=day, words="As last year.", by=BY
        )
