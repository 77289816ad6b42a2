"""Where figures and the newest rating did not agree, the lead is asked which is right."""

import datetime
from decimal import Decimal

import pytest

from frankpledge.judging import changes as judging
from frankpledge.judging.models import JudgedThen
from frankpledge.partnership.models.dated import today
from frankpledge.plan import changes as plan
from frankpledge.plan.models import Target
from frankpledge.progress import queries
from frankpledge.progress.models import Item
from frankpledge.progress.queries.replying import OutcomeHere
from frankpledge.replying.forms.outcomes import fields_of
from tests.progress.rounds import ASKED_BY, Led


def not_met(led: Led, verdict: str = "not met") -> None:
    """Said to be on track in September, and judged in October."""
    day, good = datetime.date(2026, 9, 1), led.small.good
    plan.say(of=led.small.first, rating=good, said_on=day, said_by="Ingrid", by=ASKED_BY)
    doc = {"verdict": verdict, "target": "At least 26"}
    on = datetime.date(2026, 10, 1)
    JudgedThen.objects.create(outcome=led.small.first, as_at=on, doc=doc)


def here_of(led: Led) -> OutcomeHere:
    """The outcome as its lead sees it."""
    outcome = led.small.first
    item = Item.objects.get(request__round=led.asked().round, action=outcome.action)
    here = queries.asked_item(item.request, item.pk)
    (one,) = [one for one in here.outcomes if one.outcome == outcome]
    return one


@pytest.mark.parametrize(
    ("verdict", "asked"), [("not met", "by the figures the target is not met"), ("met", "")]
)
def test_a_lead_is_asked_where_figures_say_otherwise(led: Led, verdict: str, asked: str) -> None:
    not_met(led, verdict)
    asks = here_of(led).figures_ask
    assert bool(asks) == bool(asked)
    assert asked in asks


def test_of_an_accepted_miss_no_lead_is_asked(led: Led) -> None:
    not_met(led)
    judging.accept_deviation(
        outcome=led.small.first,
        why="Two of the team were lent out.",
        until=today(),
        accepted_by="The board, minute 6.2",
        by=ASKED_BY,
    )
    assert here_of(led).figures_ask == ""


@pytest.mark.parametrize(
    ("per", "said", "told"),
    [
        ("quarter", "", "This quarter alone."),
        ("", "", "All so far."),
        ("year", "so-far", "All so far."),
        ("year", "", ""),
    ],
)
def test_a_lead_reads_what_their_figure_is_to_count(
    led: Led, per: str, said: str, told: str
) -> None:
    """As it is judged; of a target of each year only once the coordinator has said."""
    given = plan.TargetGiven(
        "At least 26", kind="count-at-least", number=Decimal(26), counts="patrols", per=per
    )
    why = plan.Decision(on=today(), by="The board", why="Wanted.")
    plan.set_targets(outcome=led.small.first, targets=[given], decision=why, by=ASKED_BY)
    if said:
        judging.mean(target=Target.objects.get(), said=said, by=ASKED_BY)
    here = here_of(led)
    hint = fields_of(here, [])[f"figure-{here.key}"].help_text
    assert hint == f"At least 26. {told}".strip()
