"""Chance is worked out for figures that lean to one side, as those of crime do."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm, pearson3, poisson, skew

from frankpledge.figures.places.hotspots import deviations, hot_spots
from frankpledge.figures.places.neighbours import of_pairs
from frankpledge.figures.places.tails import bell, chances, leaning
from tests.figures.places.lattice import lattice
from tests.oracles import places as oracle


@given(
    st.lists(st.integers(0, 50), min_size=4, max_size=9).filter(lambda each: len(set(each)) > 1),
    st.integers(1, 8),
)
def test_a_sum_keeps_as_much_of_the_skew_as_every_sum_written_out(
    values: list[int], size: int
) -> None:
    size = min(size, len(values) - 1)
    pairs = np.array([[0] * size, range(size)])
    known = of_pairs([str(at) for at in range(len(values))], pairs, "told")
    found = float(leaning(known)[0] * skew(values))
    assert found == pytest.approx(oracle.skew_of_sums(values, size), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("mean", [0.1, 4])
def test_the_chance_of_counts_is_the_larger_of_the_two_curves(mean: float) -> None:
    known = lattice(12, 12)
    values = np.random.default_rng(1).poisson(mean, 144).astype(float)
    z = deviations(values, known)
    made = chances(z, values, known, rate=1.0)
    for at, kept in enumerate(leaning(known)):
        curve = pearson3.sf(z[at], kept * poisson(values.mean()).stats("s"))
        due = max(2 * norm.sf(abs(z[at])), 2 * curve if z[at] > 0 else 0)
        assert made[at] == pytest.approx(min(1.0, due), rel=1e-9)


def test_rates_have_the_bell_alone() -> None:
    known = lattice(6, 6)
    values = np.random.default_rng(1).gamma(0.5, 4, 36)
    z = deviations(values, known)
    assert chances(z, values, known, rate=1.0).tolist() == bell(z).tolist()
    assert hot_spots(values, known).method[2] == "chance: a bell"


def test_asking_less_often_decides_the_same() -> None:
    known = lattice(20, 20)
    table = np.random.default_rng(2).poisson(0.4, (400, 8)).astype(float)
    z = deviations(table, known)
    every, some = chances(z, table, known, rate=1.0), chances(z, table, known, rate=0.05)
    assert ((every <= 0.05) == (some <= 0.05)).all()
    assert every[every <= 0.05].tolist() == some[every <= 0.05].tolist()
