"""The county's calendar: everything is counted from today, so that Loamshire never looks old."""

import datetime

import pytest

from frankpledge.demo.days import Days, filled_in

DATE = datetime.date
NOVEMBER = Days(DATE(2026, 11, 21))
MARCH = Days(DATE(2027, 3, 31))


@pytest.mark.parametrize(
    ("days", "written", "meant"),
    [
        (NOVEMBER, "q0+8", DATE(2026, 10, 9)),
        (NOVEMBER, "q-1+13", DATE(2026, 7, 14)),
        (NOVEMBER, "q-4+0", DATE(2025, 10, 1)),
        (MARCH, "q-1+0", DATE(2026, 10, 1)),
        (Days(DATE(2027, 1, 5)), "q0+8", DATE(2026, 10, 9)),
        (Days(DATE(2027, 1, 31)), "q0+8", DATE(2027, 1, 9)),
        (Days(DATE(2027, 4, 30)), "y0/4/1", DATE(2026, 4, 1)),
        (Days(DATE(2027, 5, 1)), "y0/4/1", DATE(2027, 4, 1)),
        (NOVEMBER, "y1/3/31", DATE(2027, 3, 31)),
        (MARCH, "y0/4/1", DATE(2026, 4, 1)),
        (NOVEMBER, "y-1/10/2", DATE(2025, 10, 2)),
        (NOVEMBER, "2009-04-01", DATE(2009, 4, 1)),
    ],
)
def test_days_are_counted_from_the_running_quarter_and_year(
    days: Days, written: str, meant: datetime.date
) -> None:
    assert days.day(written) == meant


def test_words_name_the_years_quarters_and_days_that_are_meant() -> None:
    text = "The plan, {y0} to {y3}: in {q-1:3}, from {q0+31}; {q-1}"
    said = "The plan, 2026 to 2029: in September, from 1 November; July to September"
    assert NOVEMBER.text(text) == said


def test_what_is_not_a_mark_is_left_alone() -> None:
    assert filled_in({"a": ["{x}", 3, "{y1}"]}, MARCH.text) == {"a": ["{x}", 3, "2027"]}
