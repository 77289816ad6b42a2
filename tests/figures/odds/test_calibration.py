"""What is given 70 % happens about 70 % of the time; what did not keep that is words only."""

from itertools import pairwise

import numpy as np
import pytest

from frankpledge.figures.odds.ahead import due
from frankpledge.figures.odds.calibration import KINDS, as_number, words
from frankpledge.figures.odds.pool import learn
from frankpledge.figures.odds.seasonal import seasonal
from frankpledge.figures.odds.sums import at_most
from tests.figures.odds.making import FIRST, drifting

EDGES = (0, 0.2, 0.4, 0.6, 0.8, 1.0001)


def test_odds_on_series_with_season_trend_and_drift_keep_their_word() -> None:
    draw = np.random.default_rng(3)
    given, came = [], []
    for seed in range(6):
        values = drifting(seed, 400, 48)
        for at in (24, 30, 36):
            for months in (3, 6, 12):
                pool = learn(values[:, :at], np.zeros(400, int), FIRST)
                base = values[:, at - 12 : at - 12 + months].sum(1)
                most = np.round(base * draw.choice([0.8, 0.9, 1, 1.1, 1.2], 400))
                one = np.ones(400, int)
                found = due(
                    pool, np.arange(400), (FIRST + at) * one, months * one, (FIRST + at - 1) * one
                )
                given.append(at_most(found.mean, found.variance, most, pool.freedom))
                came.append(values[:, at : at + months].sum(1) <= most)
    said, happened = np.concatenate(given), np.concatenate(came)
    for low, high in pairwise(EDGES):
        within = (said >= low) & (said < high)
        assert within.sum() > 1000
        assert said[within].mean() == pytest.approx(happened[within].mean(), abs=0.05)


def test_a_number_is_given_only_by_a_kind_that_kept_its_word() -> None:
    assert {kind for kind, kept in KINDS.items() if kept.number} == {"count", "rate"}
    assert as_number("count", 0.7) == 0.7
    assert as_number("share", 0.7) is None
    assert as_number("delivered", 0.7) is None
    assert words("count", 0.7) == "about 2 in 3"
    assert [words("share", each) for each in (0.9, 0.5, 0.2)] == [
        "more likely than not",
        "could go either way",
        "less likely than not",
    ]


def test_drift_is_learned_from_all_series_together() -> None:
    none = np.zeros(300, int)
    calm = learn(drifting(1, 300, 48, drift=0.0), none, FIRST)
    wild = learn(drifting(1, 300, 48, drift=0.1), none, FIRST)
    assert wild.drift > 4 * calm.drift
    assert wild.discount < calm.discount


def test_a_season_is_learned_from_the_group_where_a_series_has_few() -> None:
    peak = 1 + 0.4 * np.cos(2 * np.pi * np.arange(36) / 12)
    draw = np.random.default_rng(5)
    many = draw.poisson(30 * peak, (40, 36)).astype(float)
    values = np.vstack([many, np.ones((1, 36))])
    alone = seasonal(values, np.array([0] * 40 + [1]), FIRST).index[-1]
    shared = seasonal(values, np.zeros(41, int), FIRST).index[-1]
    assert np.abs(alone - 1).max() < 0.05
    assert shared[0] > 1.2
    assert shared[6] < 0.8


def test_without_two_years_no_season_is_made_up() -> None:
    values = drifting(2, 20, 23)
    assert seasonal(values, np.zeros(20, int), FIRST).index == pytest.approx(1)
