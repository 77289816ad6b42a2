"""A year up to each month, and none over a gap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.periods import Period
from frankpledge.figures.seasons.rolling import rolling_year
from frankpledge.figures.signals.series import Observed


@given(st.lists(st.integers(0, 10**6), max_size=40), st.sets(st.integers(0, 39), max_size=3))
def test_each_sum_is_that_of_its_own_twelve_months(values: list[int], gone: set[int]) -> None:
    start = 2022 * 12
    kept = {at: value for at, value in enumerate(values) if at not in gone}
    observed = [Observed(Period(start + at).name, value) for at, value in kept.items()]
    due = {
        Period(start + end).name: sum(values[end - 11 : end + 1])
        for end in range(11, len(values))
        if all(at in kept for at in range(end - 11, end + 1))
    }
    assert {each.month: each.value for each in rolling_year(observed)} == due


def test_a_year_with_a_provisional_month_is_provisional() -> None:
    observed = [Observed(Period(2024 * 12 + at).name, 5, at == 12) for at in range(13)]
    whole, newest = rolling_year(observed)
    assert (whole.provisional, newest.provisional) == (False, True)
    assert newest.period.words == "February 2024 to January 2025"


def test_years_and_months_out_of_order_are_refused() -> None:
    with pytest.raises(CannotWorkOut, match="by month"):
        rolling_year([Observed("2024", 1), Observed("2025", 1)])
    with pytest.raises(CannotWorkOut, match="in order"):
        rolling_year([Observed("2024-02", 1), Observed("2024-01", 1)])
