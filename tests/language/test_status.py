"""The words of status columns, and what is no status at all."""

import pytest

from frankpledge.language import explain_status, read_status

STATES = {
    "Completed": "complete",
    "Leaflet printed and delivered": "complete",
    "100%": "complete",
    "In progress": "in-progress",
    "On track": "in-progress",
    "60% complete": "in-progress",
    "Nearly complete": "in-progress",
    "Not complete": "in-progress",
    "Not yet started": "not-started",
    "Work has not commenced": "not-started",
    "0% complete": "not-started",
    "Autumn issue pending": "not-started",
    "Not on track": "delayed",
    "Postponed to May": "delayed",
    "Behind schedule": "delayed",
    "On hold": "blocked",
    "Stalled for want of money": "blocked",
    "Cancelled": "struck",
    "No longer required": "struck",
    "Carried forward": "carried",
    "Superseded": "through-another",
    "Done under action 7": "through-another",
    "Part complete": "part-complete",
    "Due to rain, only 1 fair held": "part-complete",
    "Scheduled for spring": "planned",
    "At risk": "not-stated",
    "Red Lion visit": "not-stated",
    "": "not-stated",
    "3.": "not-stated",
    "7": "not-stated",
}


@pytest.mark.parametrize(("text", "state"), STATES.items())
def test_a_state_is_read(text: str, state: str) -> None:
    assert read_status(text).state == state


COLOURS = {
    "Green": "green",
    "RAG: Amber": "amber",
    "R": "red",
    "Blue - complete": "blue",
    "Status: Red": "red",
    "green spaces improved": None,
    "Redbridge": None,
    "green means done, red means not": None,
    "4.": None,
}


@pytest.mark.parametrize(("text", "colour"), COLOURS.items())
def test_a_colour_is_read_only_where_one_is_said(text: str, colour: str | None) -> None:
    assert read_status(text).colour == colour


def test_a_bare_number_is_no_status() -> None:
    status = read_status("1.")
    assert (status.state, status.colour, status.number) == ("not-stated", None, 1)


def test_the_number_the_state_and_the_reason_come_apart() -> None:
    status = read_status("2. Not started \u2013 nobody in post")
    assert (status.number, status.state, status.reason) == (2, "not-started", "nobody in post")


def test_a_reason_may_come_first() -> None:
    assert read_status("Due to rain, only 1 fair held").reason == "rain"


def test_what_is_only_proposed_is_not_yet_so() -> None:
    status = read_status("Proposed to strike from the plan")
    assert (status.state, status.proposed) == ("not-stated", "struck")
    assert read_status("May be postponed").proposed == "delayed"


def test_a_status_is_said_in_one_sentence() -> None:
    assert explain_status(read_status("2. Stalled due to frost")) == "Blocked, frost"
