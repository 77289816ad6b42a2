"""How few places have half of it, and how few chance would make it."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.places.concentration import concentration
from tests.oracles import places as oracle


@given(
    st.lists(st.integers(0, 30), min_size=1, max_size=9).filter(any),
    st.sampled_from([Fraction(1, 2), Fraction(1, 4), Fraction(4, 5)]),
)
def test_no_smaller_set_of_places_has_the_part(counts: list[int], part: Fraction) -> None:
    found = concentration(counts, part=float(part))
    assert found.taken == oracle.fewest_places(counts, part)
    assert found.held >= part * sum(counts)
    assert found.share == found.taken / len(counts)


@pytest.mark.parametrize("mean", [0.05, 0.3, 1.0, 4.7, 30.0])
def test_the_share_at_random_is_that_of_a_spread_written_out(mean: float) -> None:
    counts = [1] * round(2000 * mean) + [0] * max(0, 2000 - round(2000 * mean))
    if mean > 1:
        counts = [round(mean * 10)] * 200 + [0] * 1800
    found = concentration(counts)
    due = oracle.share_at_random(sum(counts) / len(counts), 0.5, 1_000_000)
    assert found.at_random == pytest.approx(due, abs=2e-5)


def test_counts_that_fell_at_random_are_no_more_concentrated_than_chance() -> None:
    counts = np.random.default_rng(1).poisson(2.0, 20_000).tolist()
    found = concentration(counts)
    assert found.share == pytest.approx(found.at_random, abs=0.005)


def test_large_counts_are_no_trouble() -> None:
    assert concentration([10**6] * 50).at_random == pytest.approx(0.5, abs=0.001)


def test_it_is_said_with_what_chance_would_do() -> None:
    found = concentration([60, 20, 10, 10, *[5] * 16], what="robbery")
    assert found.sentence == (
        "3 of 20 places, 15 %, have half of the robbery; by chance alone 37 % would have it."
    )
    assert not found.sparse


def test_more_places_than_counts_is_said_and_allowed_for() -> None:
    found = concentration([2, 1, 1, *[0] * 97])
    assert (found.taken, found.share, found.generalised) == (1, 0.01, 0.25)
    assert "There are fewer counts (4) than places" in found.sentence
    assert found.sentence.endswith("of as many places as counts, it is 25 %.")


def test_what_cannot_be_is_refused_in_words() -> None:
    with pytest.raises(CannotWorkOut, match="Nothing was counted"):
        concentration([0, 0])
    with pytest.raises(CannotWorkOut, match="is not a part"):
        concentration([1], part=1)
    with pytest.raises(CannotWorkOut, match="not a count"):
        concentration([1, -1])
