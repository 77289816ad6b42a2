"""Over two years or more, hot spots last, are new, come and go, or have gone."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.places.history import KINDS, Shares, classified, history, kind
from frankpledge.figures.places.hotspots import hot_spots
from tests.figures.places.lattice import lattice

MONTHS = [f"{2024 + at // 12}-{at % 12 + 1:02d}" for at in range(30)]


@pytest.mark.parametrize(
    ("hot", "recent", "said"),
    [
        (24, 6, "persistent"),
        (23, 6, "intermittent"),
        (1, 1, "emerging"),
        (3, 2, "emerging"),
        (3, 0, "former"),
        (4, 1, "intermittent"),
        (2, 0, "none"),
        (0, 0, "none"),
    ],
)
def test_of_thirty_months_the_newest_six_are_recent(hot: int, recent: int, said: str) -> None:
    assert kind(hot, recent, 30, 6, Shares()) == said


@given(st.integers(0, 2**30 - 1))
def test_each_place_has_one_class_and_its_reversal_swaps_new_and_gone(pattern: int) -> None:
    row = np.array([[bool(pattern >> at & 1) for at in range(30)]] * 12)
    known, half = lattice(3, 4), Shares(recent=0.5)
    one = classified(row, known, half).kinds[0]
    other = classified(row[:, ::-1], known, half).kinds[0]
    assert one in KINDS
    swapped = {"emerging": "former", "former": "emerging"}
    assert other == swapped.get(one, one)


def test_a_place_that_is_always_high_lasts_and_a_new_one_emerges() -> None:
    table = np.random.default_rng(4).poisson(10, (225, 30)).astype(float)
    grid = table.reshape(15, 15, 30)
    grid[1:4, 1:4, :] += 40
    grid[10:13, 10:13, 26:] += 40
    grid[1:4, 10:13, :20] += 40
    found = history(table, MONTHS, lattice(15, 15))
    kinds = dict(zip(found.keys, found.kinds, strict=True))
    assert kinds["2:2"] == "persistent"
    assert kinds["11:11"] == "emerging"
    assert kinds["2:11"] == "former"
    assert kinds["7:7"] == "none"
    assert found.recent == 6
    assert found.tally["persistent"] == sum(each == "persistent" for each in found.kinds)
    assert found.sentence.startswith("Of 225 places over 30 months: ")
    assert "hot in 10 % or more of the newest 6 months" in " ".join(found.method)


def test_each_month_is_judged_as_it_would_be_alone() -> None:
    table = np.random.default_rng(9).gamma(0.5, 20, (100, 24)).round()
    known = lattice(10, 10)
    found = history(table, MONTHS[:24], known)
    alone = [hot_spots(table[:, at], known).hot for at in range(24)]
    for key, hot in zip(known.keys, found.hot, strict=True):
        assert hot == sum(key in month for month in alone)
    assert sum(found.hot) > 0


def test_months_in_which_nothing_was_counted_are_left_out_and_named() -> None:
    table = np.random.default_rng(4).poisson(10, (100, 30))
    table[:, 3] = 0
    found = history(table, MONTHS, lattice(10, 10))
    assert found.months == 29
    assert found.notes == ("Left out, since nothing was counted in them: 2024-04.",)
    table[:, 3:10] = 0
    with pytest.raises(CannotWorkOut, match="at least 24 months"):
        history(table, MONTHS, lattice(10, 10))


def test_months_that_are_thin_are_said_to_be_thin() -> None:
    table = np.random.default_rng(4).poisson(0.3, (100, 30)) + np.eye(100, 30)
    assert "fewer than 5" in history(table, MONTHS, lattice(10, 10)).notes[-1]
    assert history(table + 5, MONTHS, lattice(10, 10)).notes == ()


def test_what_cannot_be_is_refused_in_words() -> None:
    with pytest.raises(CannotWorkOut, match="30 months are named and 24 given"):
        history(np.ones((100, 24)), MONTHS, lattice(10, 10))
    with pytest.raises(CannotWorkOut, match="between 0 and 1"):
        Shares(persistent=0.1, some=0.2)
