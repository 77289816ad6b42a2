"""Signal, odds and what contradicts beside delivery: from a mark to its rows in three steps."""

import datetime
import re
from typing import Any

import pytest
from django.test import Client

from frankpledge.judging import queries
from frankpledge.judging.models import Indicator, Meaning
from frankpledge.plan.models import Target
from frankpledge.record.models import Line
from tests.judging.conftest import Judging, home, judging, police, years

__all__ = ["home", "judging", "police", "years"]
QUARTERLY: dict[str, Any] = {
    "kind": "change",
    "number": 5,
    "is_percent": True,
    "direction": "down",
    "counts": "ASB",
    "per": "quarter",
}
SPRING, SUMMER = datetime.date(2026, 4, 1), datetime.date(2026, 7, 1)
PATROLS: dict[str, Any] = {
    "kind": "count-at-least",
    "number": 26,
    "counts": "patrols",
    "per": "quarter",
}


@pytest.fixture
def missed(judging: Judging) -> Target:
    """Said to be on track, and not met."""
    target = judging.target("At least 26 in the quarter", **PATROLS)
    judging.said(12, on=datetime.date(2026, 10, 2), period=SUMMER, rating=judging.small.good)
    judging.small.adopt()
    return target


def told(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_the_plan_sets_signal_and_odds_beside_what_people_say(
    missed: Target, alice: Client
) -> None:
    page = alice.get("/desk/marsh/plan/").content.decode()
    assert "The lead says on track; by the figures the target is not met." in page
    row = page[page.index('scope="rowgroup" role="rowheader"') :]
    assert row.index("On track") < row.index("Too few figures yet") < row.index("Not met")
    assert f"/desk/marsh/outcomes/{missed.outcome_id}/judged/" in row


def test_the_plan_can_be_read_by_signal(missed: Target, alice: Client) -> None:
    few = told(alice, "/desk/marsh/plan/?signal=few")
    assert "Visit every shop hit three times" in few
    worse = told(alice, "/desk/marsh/plan/?signal=worse")
    assert "Visit every shop hit three times" not in worse
    assert "No promise fits these filters." in worse


def test_from_the_promise_to_its_rows_in_three_steps(missed: Target, alice: Client) -> None:
    promise = alice.get(f"/desk/marsh/actions/{missed.outcome.action_id}/").content.decode()
    address = f"/desk/marsh/outcomes/{missed.outcome_id}/judged/"
    assert address in promise
    page = alice.get(address).content.decode()
    text = re.sub(r"<[^>]+>", " ", page)
    for words in (
        "not met. The target was at least 26 in July to September 2026; 12 were counted.",
        "12 counted, likely between 6 and 21",
        "How it was worked out",
        "The figures it rests on",
        "12, said by Ingrid Penhaligon on 2 October 2026",
        "People and figures do not agree",
    ):
        assert words in text, words
    assert f"/desk/marsh/actions/{missed.outcome.action_id}/#hist" in page


def test_figures_of_before_the_target_are_folded_and_those_after_it_are_none_of_it(
    judging: Judging, alice: Client
) -> None:
    until = datetime.date(2026, 6, 30)
    target = judging.target("At least 26", **{**PATROLS, "per": ""}, deadline=until)
    judging.mean(target, said="each")
    for day, period in ((2, datetime.date(2026, 1, 1)), (3, SPRING), (4, SUMMER)):
        judging.said(day, on=datetime.date(2026, 10, day), period=period)
    judging.small.adopt()
    page = alice.get(f"/desk/marsh/outcomes/{target.outcome_id}/judged/").content.decode()
    table, folded = page.split("1 figure from before the target</summary>")
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", table))
    assert re.search(r"July to September 2026 4,[^|]{1,80}After it", text)
    assert re.search(r"April to June 2026 3,[^|]{1,80}Yes", text)
    assert "January to March 2026" in folded
    assert "January to March 2026" not in table[table.index("The figures it rests on") :]


def test_a_question_is_answered_on_the_desk_and_stands_in_the_record(
    judging: Judging, alice: Client
) -> None:
    target = judging.target("Quarterly 5% decrease in ASB", **QUARTERLY)
    judging.small.adopt()
    asked = told(alice, "/desk/marsh/targets/questions/")
    assert "1 target waits for an answer" in asked
    assert "4 cuts of 5 % in a row make 18.5 % over a year." in asked
    assert "Suggested: Anti-social behaviour, from the published police figures." in asked
    address = f"/desk/marsh/targets/{target.pk}/meaning/"
    form = told(alice, address)
    assert "Compared with the quarter before, or with the same quarter last year?" in form
    page = alice.get(address).content.decode()
    assert re.search(r'<option value="asb"\s+selected', page)
    assert re.search(r'value="year-before"[^>]* checked', page)
    assert not Meaning.objects.exists()  # suggested is not said
    sent = {"indicator": "asb", "comparator": "year-before", "version": "0"}
    assert alice.post(address, sent).status_code == 302
    kept = Meaning.objects.get()
    assert (kept.indicator, kept.comparator) == ("asb", "year-before")
    assert kept.decided_by == "Alice Archer"
    assert Line.objects.filter(verb="target.meant").count() == 1
    assert alice.post(address, sent).status_code == 409
    assert queries.target_questions(judging.small.plan) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"baseline": "0"}, "nothing can fall below nought"),
        ({"baseline_from": "April"}, "is not a month"),
        ({"deadline_day": "1", "deadline_month": "1", "deadline_year": "2020"}, "later day"),
    ],
)
def test_what_cannot_be_meant_is_said_beside_its_field(
    judging: Judging, alice: Client, typed: dict[str, str], said: str
) -> None:
    target = judging.target("Quarterly 5% decrease in ASB", **QUARTERLY)
    judging.small.adopt()
    answer = alice.post(f"/desk/marsh/targets/{target.pk}/meaning/", {**typed, "version": "0"})
    assert answer.status_code == 422
    assert said in answer.content.decode()


ACCEPTED = {
    "why": "Two of the team were lent out.",
    "accepted_by": "The board, minute 6.2",
    "until_day": "31",
    "until_month": "3",
    "until_year": "2027",
}


def test_where_figures_see_no_miss_none_can_be_accepted(judging: Judging, alice: Client) -> None:
    target = judging.target("12 walkers", kind="count-at-least", number=12, counts="walkers")
    judging.said(14, on=datetime.date(2026, 10, 2), period=SUMMER, rating=judging.small.bad)
    judging.small.adopt()
    page = told(alice, f"/desk/marsh/outcomes/{target.outcome_id}/judged/")
    assert "The lead says stuck; by the figures the target is met." in page
    assert "Accept" not in page.replace("Accepted misses", "")
    answer = alice.post(f"/desk/marsh/outcomes/{target.outcome_id}/accept/", ACCEPTED)
    assert answer.status_code == 422
    assert "there is no miss to accept" in answer.content.decode()


def test_a_miss_is_accepted_until_a_day_and_ended_with_a_reason(
    missed: Target, alice: Client
) -> None:
    page = f"/desk/marsh/outcomes/{missed.outcome_id}/judged/"
    sent = ACCEPTED
    accept = f"/desk/marsh/outcomes/{missed.outcome_id}/accept/"
    assert alice.post(accept, sent).status_code == 302
    assert "It is accepted until 31 March 2027." in told(alice, page)
    promise = told(alice, f"/desk/marsh/actions/{missed.outcome.action_id}/")
    assert "Accepted until 31 March 2027" in promise
    (row,) = queries.deviations_of(missed.outcome)
    ended = alice.post(f"/desk/marsh/accepted/{row.pk}/end/", {"why": "They are back."})
    assert ended.status_code == 302
    assert "They are back." in told(alice, page)


def test_indicators_are_listed_added_mended_and_kept_as_history(
    judging: Judging, alice: Client
) -> None:
    assert "NI 16: serious acquisitive crime rate" in told(alice, "/desk/marsh/indicators/")
    assert "A scheme that helps them to report raises it." in told(
        alice, "/desk/marsh/indicators/of/shoplifting/"
    )
    sent = {
        "name": "Fires in bins",
        "counts": "fires in bins",
        "polarity": "down",
        "source": "counts",
        "of": "fires/bins",
        "breaks": "2026-04 the bins were moved",
        "provisional_months": "0",
        "lag_months": "1",
        "suppress_below": "5",
        "author": "Ann Alyst",
        "checker": "Bo Bester",
        "next_review_day": "1",
        "next_review_month": "4",
        "next_review_year": "2027",
    }
    wrong = alice.post("/desk/marsh/indicators/new/", {**sent, "checker": "Ann Alyst"})
    assert wrong.status_code == 422
    assert alice.post("/desk/marsh/indicators/new/", sent).status_code == 302
    row = Indicator.objects.get()
    assert (row.key, row.breaks) == ("fires-in-bins", {"2026-04": "the bins were moved"})
    edit = f"/desk/marsh/indicators/{row.pk}/edit/"
    assert "2026-04 the bins were moved" in told(alice, edit)
    assert alice.post(edit, {**sent, "note": "In parks too.", "version": "1"}).status_code == 302
    assert "In parks too." in told(alice, "/desk/marsh/indicators/of/fires-in-bins/")
    retire = f"/desk/marsh/indicators/{row.pk}/retire/"
    assert alice.post(retire, {"why": "The park is closed."}).status_code == 302
    assert "The park is closed." in told(alice, "/desk/marsh/indicators/")


def test_a_reader_sees_judgements_and_changes_none(missed: Target, rita: Client) -> None:
    page = told(rita, f"/desk/marsh/outcomes/{missed.outcome_id}/judged/")
    assert "Accept that this target is missed" not in page
    assert rita.get(f"/desk/marsh/targets/{missed.pk}/meaning/").status_code == 404
    assert rita.get("/desk/marsh/indicators/new/").status_code == 404


def test_police_figures_are_drawn_with_the_target_and_lead_to_their_page(
    judging: Judging, police: None, years: Any, alice: Client, monkeypatch: Any
) -> None:
    years(2020, 2022)
    target = judging.target("Quarterly 5% decrease in ASB", **QUARTERLY)
    judging.mean(target, indicator="asb", comparator="year-before")
    judging.small.adopt()
    page = alice.get(f"/desk/marsh/outcomes/{target.outcome_id}/judged/").content.decode()
    assert 'class="fp-fig' in page
    assert re.search(r"The target of [\d.]+ lies (within|above|below) the usual range", page)
    assert "/desk/marsh/evidence/types/anti-social-behaviour/" in page
    assert "Each quarter 5 % less than the same quarter a year before makes 5 % less" in page
    assert "Source: police.uk street-level crime as published by Loamshire Constabulary." in page
