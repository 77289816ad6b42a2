"""Whatever people type is shown as words, and harms no page."""

import pytest
from django.test import Client

from frankpledge.partnership import changes as who
from frankpledge.plan import changes
from tests.makers import CLERK
from tests.public.conftest import Town, on
from tests.public.test_manners import every_page
from tests.small import decided

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></head><body onload=x>",
    "{{ settings.SECRET_KEY }} {% load x %}",
    "javascript:alert(1)",
    "شكرا لكم جميعا على العمل",
    "\u202eevil\u202c \u2066mixed\u2069",
    "W" * 180,
    "‘quotes’ & <b>bold</b>",
]


def fill(town: Town, text: str) -> None:
    who.describe_partnership(
        partnership=town.partnership,
        name=text[:100],
        place=text[:100],
        help_words=text,
        accessibility_words=text,
        privacy_words=text,
        by=CLERK,
    )
    plan, priority = town.plan, town.priority
    changes.describe_plan(plan=plan, version=plan.version, title=text, introduction=text, by=CLERK)
    changes.change_priority(
        priority=priority,
        version=priority.version,
        title=text,
        ref=text[:20],
        about=text,
        indicators=[text],
        by=CLERK,
    )
    action = town.promise(text, ref=text[:20], aim=text, points=[text])
    outcome = changes.add_outcome(action=action, words=text, number=1, by=CLERK)
    target = changes.TargetGiven(printed=text, kind="unread")
    changes.set_targets(outcome=outcome, targets=[target], by=CLERK)
    when = [changes.TimescaleGiven(text)]
    changes.set_timescales(of=action, timescales=when, by=CLERK)
    plan.refresh_from_db()
    town.adopt()
    town.say(outcome, "Stuck", on(10, 6), text)
    action.refresh_from_db()
    changes.change_action(
        action=action, version=action.version, aim=f"{text} 2", decision=decided(text), by=CLERK
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_only_words(town: Town, reader: Client, text: str) -> None:
    fill(town, text)
    for address in every_page(town):
        response = reader.get(address)
        if response.status_code == 302:
            continue  # the home of a host with one partnership
        assert response.status_code == 200, address
        if response["Content-Type"].startswith("application/json"):
            continue
        for harm in ("<script", "<img src=x", "<body onload", "<b>bold", 'href="javascript:'):
            assert harm not in response.text, (address, harm)
        assert "{{" not in response.text or "SECRET_KEY }}" in response.text


def test_right_to_left_words_keep_to_themselves(town: Town, reader: Client) -> None:
    fill(town, HOSTILE[5])
    page = reader.get(town.url).text
    assert f"<bdi>{HOSTILE[5]}</bdi>" in page
    assert f'dir="auto">{HOSTILE[5]}' in page
