"""When in the week things happen, and how many have no time to go by."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.seasons.week import week, week_of

MOMENTS = st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2026, 1, 1)) | st.none())


@given(MOMENTS)
def test_every_moment_is_counted_once_and_all_of_it_adds_up(moments: list[datetime | None]) -> None:
    found = week_of(moments)
    assert found.total == len(moments)
    assert found.untimed == sum(each is None for each in moments)
    assert sum(found.hours) == sum(found.days) == found.timed
    for day in range(7):
        for hour in range(24):
            due = sum((m.weekday(), m.hour) == (day, hour) for m in moments if m is not None)
            assert found.counts[day][hour] == due


def test_a_moment_with_a_zone_is_counted_when_it_was_here() -> None:
    # 23:30 in Greenwich on a Friday in July is half past midnight here, on Saturday.
    assert week_of([datetime(2025, 7, 4, 23, 30, tzinfo=UTC)]).counts[5][0] == 1
    assert week_of([datetime(2025, 1, 3, 23, 30, tzinfo=UTC)]).counts[4][23] == 1


def test_the_hour_with_most_and_the_share_without_a_time_are_said() -> None:
    found = week({(4, 22): 30, (5, 1): 12}, untimed=14)
    assert found.sentence == "Most in one hour of the week: 30 of 42, Friday 22:00 to 22:59."
    assert found.notes == ("14 of 56, 25 %, have no time and are left out.",)
    assert week({}, untimed=3).sentence == "None of 3 has a time."


def test_a_date_alone_has_no_time() -> None:
    assert week_of([date(2025, 1, 1), datetime(2025, 1, 1, 9)]).untimed == 1


def test_many_at_midnight_are_doubted_and_a_few_are_not() -> None:
    some = [datetime(2025, 1, 1, 9, at % 60) for at in range(98)]
    midnight = datetime(2025, 1, 2)
    assert week_of([*some, midnight]).notes == ()
    doubted = week_of([*some, midnight, midnight, midnight])
    assert "3 stand at midnight to the minute" in doubted.notes[0]


def test_days_and_hours_that_are_none_are_refused() -> None:
    for counts, midnight in (({(7, 0): 1}, 0), ({(0, 24): 1}, 0), ({(0, 1): -1}, 0), ({}, 1)):
        with pytest.raises(CannotWorkOut):
            week(counts, midnight=midnight)
