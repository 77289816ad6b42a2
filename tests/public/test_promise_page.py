"""One promise, whole. What people say and when they said it stand side by side, never merged."""

import pytest
from django.test import Client

from frankpledge.plan import changes
from frankpledge.plan.models import Action
from tests.makers import CLERK, a_person, an_organisation
from tests.public.conftest import Town, on, text_of
from tests.small import decided


@pytest.fixture
def action(town: Town) -> Action:
    return town.promise("Visit every shop", ref="2.1", aim="Nobody alone", points=["By foot"])


def page_of(town: Town, action: Action, reader: Client) -> str:
    return text_of(reader.get(f"{town.url}promises/{action.pk}/"))


def test_it_says_what_is_promised_who_answers_and_who_helps(
    town: Town, action: Action, reader: Client
) -> None:
    person = a_person("Ingrid Penhaligon", town.partnership)
    given = [
        changes.LeadGiven(organisation=an_organisation("Loamshire Police", "police")),
        changes.LeadGiven(person=person, organisation=an_organisation("Probation", "probation")),
        changes.LeadGiven(part="support", organisation=an_organisation("Traders", "business")),
    ]
    changes.set_leads(of=action, leads=given, by=CLERK)
    town.adopt()
    page = page_of(town, action, reader)
    assert "Promise 2.1" in page
    assert "What it is for: Nobody alone" in page
    assert '<li dir="auto">By foot</li>' in page
    assert "Loamshire Police and Probation" in page
    assert '<dt>Helps</dt><dd dir="auto">Traders</dd>' in page
    assert "Penhaligon" not in page


def test_it_says_by_when_as_printed_what_that_means_and_what_is_now_expected(
    town: Town, action: Action, reader: Client
) -> None:
    given = [
        changes.TimescaleGiven("Summer 2026", "date", due=on(8, 31)),
        changes.TimescaleGiven("When asked", "on-demand"),
    ]
    changes.set_timescales(of=action, timescales=given, by=CLERK)
    town.adopt()
    first = action.timescales.all()[0]
    changes.forecast(timescale=first, on=on(12, 31), why="INTERNAL-REASON", by=CLERK)
    town.say(action, "Slipping", on(10, 6))
    town.publish()
    page = page_of(town, action, reader)
    assert "Summer 2026<" in page
    assert "By 31 August 2026" in page
    assert "That day has passed" in page
    assert "Now expected by 31 December 2026" in page
    assert "When asked<" in page
    assert "INTERNAL-REASON" not in page


def test_how_it_stands_and_when_that_was_said_have_their_own_headings(
    town: Town, action: Action, reader: Client
) -> None:
    town.adopt()
    town.say(action, "Slipping", on(4, 8))
    town.publish()
    page = page_of(town, action, reader)
    said, when = page.index("Those who answer say"), page.index("When that was said")
    assert said < page.index("Slipping") < when < page.index("Last said 8 April")
    assert "We have heard nothing since April." in page


def test_nothing_said_yet_is_said(town: Town, action: Action, reader: Client) -> None:
    town.adopt()
    page = page_of(town, action, reader)
    assert "Nobody has said yet" in page
    assert "We have heard nothing yet." in page


def test_outcomes_show_targets_as_printed_and_how_each_stands(
    town: Town, action: Action, reader: Client
) -> None:
    first = changes.add_outcome(action=action, number=1, words="In time", by=CLERK)
    changes.add_outcome(action=action, number=2, words="Owners content", by=CLERK)
    target = changes.TargetGiven(printed="At least 90 %", kind="proportion")
    changes.set_targets(outcome=first, targets=[target], by=CLERK)
    town.adopt()
    town.say(first, "Stuck", on(10, 6))
    town.publish()
    page = page_of(town, action, reader)
    assert "Two outcomes were promised" in page
    assert "Target: At least 90 %" in page
    assert "1 of 2 outcomes" in page


def test_only_words_read_for_the_public_are_shown_and_silence_is_told(
    town: Town, action: Action, reader: Client
) -> None:
    town.adopt()
    town.say(action, "On track", on(10, 6), "Thirty-one of thirty-eight.")
    changes.say(
        of=action,
        rating=town.partnership.ratings.get(label="Slipping"),
        words="SECRET-WORDS",
        said_by="SECRET-INSPECTOR",
        said_on=on(7, 3),
        by=CLERK,
    )
    town.publish()
    page = page_of(town, action, reader)
    assert "Thirty-one of thirty-eight." in page
    assert "Said on 3 July 2026" in page
    assert "No words were published with it." in page
    assert "SECRET" not in page


def test_a_change_shows_old_and_new_words_when_and_why(
    town: Town, action: Action, reader: Client
) -> None:
    town.adopt()
    action.refresh_from_db()
    changes.change_action(
        action=action, version=action.version, words="Visit each", decision=decided(), by=CLERK
    )
    town.publish()
    page = page_of(town, action, reader)
    told = page[page.index("What was said and changed") :]
    assert told.index("Visit every shop") < told.index("Visit each")
    assert "Changed: the words of the promise, 14 July 2026" in told
    assert "Why: To match the hours the team has." in told
    assert "minute 6.2" not in page


def test_a_struck_promise_keeps_its_page_and_says_why(
    town: Town, action: Action, reader: Client
) -> None:
    town.adopt()
    action.refresh_from_db()
    changes.strike_action(
        action=action, version=action.version, decision=decided("The grant ended."), by=CLERK
    )
    town.publish()
    page = page_of(town, action, reader)
    assert "What was decided" in page
    assert "Struck on 14 July 2026" in page
    assert "The grant ended." in page


def test_done_through_another_leads_there(town: Town, action: Action, reader: Client) -> None:
    other = town.promise("Patrol the market")
    town.adopt()
    action.refresh_from_db()
    changes.link_actions(action=action, kind="through", other=other, by=CLERK)
    town.publish()
    link = f'It is done through <a href="/marshwick/promises/{other.pk}/" dir="auto">Patrol'
    assert link in page_of(town, action, reader)


def test_it_also_stands_elsewhere_with_what_differs_there(
    town: Town, action: Action, reader: Client
) -> None:
    changes.add_outcome(action=action, number=1, words="In time", by=CLERK)
    second = changes.add_outcome(action=action, number=2, words="Patrols", by=CLERK)
    quiet = changes.add_priority(plan=town.plan, title="Quiet streets", ref="4", by=CLERK)
    changes.place_action(
        action=action,
        priority=quiet,
        variants={"timescale": "Each month", "lead": "SECRET-LEAD", "update": "SECRET-UPDATE"},
        only_outcomes=[second],
        by=CLERK,
    )
    town.adopt()
    page = page_of(town, action, reader)
    assert f'<a href="/marshwick/priorities/{quiet.pk}/" dir="auto">4 Quiet streets</a>' in page
    assert "with outcome 2 only" in page
    assert "By when there: Each month" in page
    assert "SECRET" not in page
    assert "Each month" in text_of(reader.get(f"/marshwick/priorities/{quiet.pk}/"))


def test_a_priority_says_what_it_is_about_and_what_it_serves(town: Town, reader: Client) -> None:
    town.promise("Visit every shop")
    changes.change_priority(
        priority=town.priority,
        version=town.priority.version,
        about="Shops are hit daily.",
        indicators=["Thefts from shops"],
        by=CLERK,
    )
    changes.align(
        priority=town.priority,
        aligned=[("The commissioner", "Police plan", "Safe shops")],
        by=CLERK,
    )
    town.adopt()
    page = text_of(reader.get(f"/marshwick/priorities/{town.priority.pk}/"))
    for words in ("Shops are hit daily.", "Thefts from shops", "Police plan: Safe shops"):
        assert words in page
