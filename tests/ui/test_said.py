import datetime

import pytest
import time_machine

from frankpledge.ui import said

DAY = datetime.date(2026, 10, 9)


def test_what_people_wrote_keeps_its_lines_and_loses_its_power() -> None:
    shown = said.paragraphs("One <b>\r\ntwo\r\n\r\n \nThree & four")
    assert shown == (
        '<p class="fp-said" dir="auto">One &lt;b&gt;<br>two</p>'
        '<p class="fp-said" dir="auto">Three &amp; four</p>'
    )


def test_nothing_written_is_no_paragraph() -> None:
    assert said.paragraphs(None) == said.paragraphs(" \n\n") == ""


@time_machine.travel("2026-11-20")
def test_dates_in_words() -> None:
    assert said.date_long(DAY) == "9 October 2026"
    assert said.date_short(DAY) == "9 Oct"
    assert said.date_short(datetime.date(2024, 10, 9)) == "9 Oct 2024"
    assert said.date_day(datetime.date(2026, 10, 20)) == "Tuesday 20 October"
    assert said.month(DAY) == "October 2026"


def test_no_date_is_no_words() -> None:
    words = (said.date_long, said.date_short, said.date_day, said.month, said.moment)
    assert [word(None) for word in words] == [""] * 5


@pytest.mark.parametrize(
    ("utc", "words"),
    [
        ("2026-07-01T23:30", "2 July 2026, 12.30am"),  # London is an hour ahead in summer
        ("2026-12-01T14:00", "1 December 2026, 2pm"),
        ("2026-12-01T12:05", "1 December 2026, 12.05pm"),
    ],
)
def test_moments_are_told_in_london(utc: str, words: str) -> None:
    at = datetime.datetime.fromisoformat(f"{utc}+00:00")
    assert said.moment(at) == words


def test_the_day_of_a_moment_is_the_day_in_london() -> None:
    late = datetime.datetime(2026, 7, 1, 23, 30, tzinfo=datetime.UTC)
    assert said.date_long(late) == "2 July 2026"


@pytest.mark.parametrize(
    ("number", "words", "shown"),
    [
        (0, "promise", "0 promises"),
        (1, "promise", "1 promise"),
        (3, "person,people", "3 people"),
        (1, "person,people", "1 person"),
        (15000, "action", "15,000 actions"),
    ],
)
def test_counts(number: int, words: str, shown: str) -> None:
    assert said.count(number, words) == shown
