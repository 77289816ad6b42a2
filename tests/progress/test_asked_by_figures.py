"""Where figures and the newest rating did not agree, the lead is asked which is right."""

import datetime

import pytest

from frankpledge.judging.models import JudgedThen
from frankpledge.plan import changes as plan
from frankpledge.progress import queries
from frankpledge.progress.models import Item
from tests.progress.rounds import ASKED_BY, Led


@pytest.mark.parametrize(
    ("verdict", "asked"), [("not met", "by the figures the target is not met"), ("met", "")]
)
def test_a_lead_is_asked_where_figures_say_otherwise(led: Led, verdict: str, asked: str) -> None:
    outcome = led.small.first
    day = datetime.date(2026, 9, 1)
    good = led.small.good
    plan.say(of=outcome, rating=good, said_on=day, said_by="Ingrid", by=ASKED_BY)
    doc = {"verdict": verdict, "target": "At least 26"}
    JudgedThen.objects.create(outcome=outcome, as_at=datetime.date(2026, 10, 1), doc=doc)
    round_ = led.asked().round
    item = Item.objects.get(request__round=round_, action=outcome.action)
    here = queries.asked_item(item.request, item.pk)
    asks = [one.figures_ask for one in here.outcomes if one.outcome == outcome]
    assert len(asks) == 1
    assert bool(asks[0]) == bool(asked) and asked in asks[0]
