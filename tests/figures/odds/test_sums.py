"""The sums behind the odds, against the same done term by term."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frankpledge.figures.odds.levels import levels
from frankpledge.figures.odds.pool import walk
from frankpledge.figures.odds.shares import SharePool, _tail, at_least
from frankpledge.figures.odds.sums import _one, at_most, scales
from tests.oracles import odds as oracle


@given(st.floats(0.2, 300), st.floats(1.05, 30), st.integers(0, 400))
def test_the_chance_of_at_most_so_many_is_that_of_its_double(
    mean: float, times: float, most: int
) -> None:
    found = _one(np.array([mean]), np.array([mean * times]), np.array([float(most)]))[0]
    assert found == pytest.approx(oracle.negative_binomial(mean, mean * times, most), abs=1e-9)


def test_less_than_nought_cannot_come_and_every_count_can() -> None:
    mean = np.array([5.0, 5.0, 0.0])
    found = at_most(mean, mean * 2, np.array([-1.0, 1e9, 0.0]), 12.0)
    assert found.tolist() == pytest.approx([0, 1, 1])


def test_the_fewer_months_are_known_the_wider_the_variance_may_be() -> None:
    assert max(scales(4)) > max(scales(30)) > 1 > min(scales(30)) > min(scales(4))
    assert scales(1e7) == pytest.approx([1] * 7, abs=1e-2)


@given(
    st.lists(st.integers(0, 90), min_size=1, max_size=30),
    st.floats(0.7, 1.0),
    st.floats(0.5, 40),
)
def test_what_was_seen_long_ago_weighs_little(
    counts: list[int], discount: float, usual: float
) -> None:
    exposure = [1 + (at % 3) / 10 for at in range(len(counts))]
    found = levels(np.array([counts], float), np.array([exposure]), np.array([usual]), discount)
    due = oracle.gamma_that_forgets(list(map(float, counts)), exposure, usual, discount)
    assert (found.shape[0, -1], found.rate[0, -1]) == pytest.approx(due)


def test_a_missing_month_teaches_nothing_and_is_not_a_nought() -> None:
    one = np.ones((1, 3))
    gap = levels(np.array([[10.0, np.nan, 10.0]]), one, np.array([10.0]), 0.9)
    nought = levels(np.array([[10.0, 0.0, 10.0]]), one, np.array([10.0]), 0.9)
    assert gap.mean[0, -1] == pytest.approx(10)
    assert nought.mean[0, -1] < 8


@given(st.integers(1, 12), st.integers(1, 12))
def test_a_walk_over_months_to_come_varies_as_walks_do(begin: int, months: int) -> None:
    ahead = range(begin, begin + months)
    by_pairs = sum(min(one, other) for one in ahead for other in ahead) / months**2
    steps, slope = walk(np.array([float(begin)]), np.array([float(months)]))
    assert steps[0] == pytest.approx(by_pairs)
    assert slope[0] == pytest.approx((sum(ahead) / months) ** 2)


@given(st.integers(2, 120), st.floats(0.3, 60), st.floats(0.3, 60), st.data())
def test_the_tail_of_a_share_is_that_of_its_double(
    of: int, yes: float, no: float, data: st.DataObject
) -> None:
    least = data.draw(st.integers(1, of))
    due = oracle.beta_binomial(of, yes, no, least)
    assert _tail(least, of, yes, no) == pytest.approx(due, abs=1e-8)


def test_a_share_of_very_many_is_reached_as_often_as_of_nearly_as_many() -> None:
    assert _tail(10_100, 20_001, 60, 60) == pytest.approx(_tail(10_100, 20_000, 60, 60), abs=1e-3)


def test_a_share_that_needs_none_is_sure_and_one_that_needs_too_many_is_lost() -> None:
    pool = SharePool(1.0, 0.0, 20.0, np.array([6.0]), np.array([4.0]))
    assert at_least(pool, 0, 0, 10, months=3) == 1
    assert at_least(pool, 0, 11, 10, months=3) == 0
    assert at_least(pool, 0, 1, 1, months=1) == pytest.approx(0.6)
    drifting = SharePool(1.0, 0.2, 20.0, np.array([600.0]), np.array([400.0]))
    still = SharePool(1.0, 0.0, 20.0, np.array([600.0]), np.array([400.0]))
    assert at_least(drifting, 0, 70, 100, months=9) > at_least(still, 0, 70, 100, months=9)
