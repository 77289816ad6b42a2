"""A hot spot is a place that, with its neighbours, has more than chance explains."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control, norm

from frankpledge.figures.discovery import adjusted
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.places.discovery import adjusted_many
from frankpledge.figures.places.hotspots import hot_spots
from frankpledge.figures.places.neighbours import Neighbours, of_pairs
from tests.figures.places.lattice import lattice
from tests.oracles import places as oracle

# Worked out by another library for this lattice, its weights binary and each place its own.
VALUES = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 2, 6, 4, 3]
ELSEWHERE = [
    *(-0.8382339165605129, -0.6156853285598822, -1.728369657282561, -0.8011327166803283),
    *(-1.0542735857771397, -0.05934316419854254, 0.7458136634314722, 0.08580157189919563),
    *(1.0758197091976105, 0.31155161204235, 0.12610422392190404, 0.7458136634314722),
    *(1.240822732080679, 1.9008348236129557, 1.4242359407650294, -0.4302379404394357),
    *(0.2508045947822653, 1.0758197091976105, 1.735831800729887, 1.2387885526445823),
    *(-1.2703132549937668, -1.1720274929212213, -0.6156853285598822, -0.05934316419854254),
    0.025924760305994828,
]


def test_deviations_are_those_of_another_library() -> None:
    assert hot_spots(VALUES, lattice(5, 5)).z.tolist() == pytest.approx(ELSEWHERE, abs=1e-9)


@given(
    st.lists(st.integers(0, 10**6), min_size=12, max_size=20),
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=40),
)
def test_deviations_are_those_of_the_printed_formula(
    values: list[int], pairs: list[tuple[int, int]]
) -> None:
    near = [{other for one, other in pairs if one == at} for at in range(len(values))]
    named = [str(at) for at in range(len(values))]
    known = of_pairs(named, np.array(pairs, dtype=np.int64).reshape(-1, 2).T, "told")
    found = hot_spots(values, known)
    assert found.z.tolist() == pytest.approx(oracle.gi_star(values, near), rel=1e-9, abs=1e-9)
    assert (found.chance >= 2 * norm.sf(np.abs(found.z)) * (1 - 1e-9)).all()


def test_a_cluster_is_hot_and_a_hollow_cold_and_the_rest_neither() -> None:
    values = np.full((20, 20), 20.0) + np.random.default_rng(1).poisson(4, (20, 20))
    values[2:5, 2:5], values[14:17, 14:17] = 80, 0
    found = hot_spots(values.ravel(), lattice(20, 20))
    assert {"3:3", "2:2", "4:4"} <= set(found.hot)
    assert "15:15" in found.cold
    assert len(found.hot) < 30
    assert found.kinds[lattice(20, 20).keys.index("10:4")] == ""
    assert found.sentence == f"{len(found.hot)} of 400 places are hot spots."


@pytest.mark.parametrize("mean", [0.05, 0.3, 1, 10])
def test_where_only_chance_is_at_work_hot_spots_are_seldom_found(mean: float) -> None:
    draw, known = np.random.default_rng(3), lattice(20, 20)
    alarms = sum(any(hot_spots(draw.poisson(mean, 400), known).kinds) for _ in range(200))
    # 1 in 20 of 200 are due, and the bell alone would raise most of them at the lowest mean.
    assert alarms <= 14


def test_what_is_found_is_what_the_rule_of_discoveries_finds() -> None:
    values = np.random.default_rng(5).gamma(0.6, 20, 900).round()
    found = hot_spots(values, lattice(30, 30))
    assert [bool(kind) for kind in found.kinds] == oracle.found(found.chance.tolist(), 0.05)
    assert found.hot


def test_a_place_without_neighbours_is_judged_alone_and_that_is_said() -> None:
    found = hot_spots([50, *[1] * 39], of_pairs([str(at) for at in range(40)], _none(), "told"))
    assert found.hot == ("0",)
    assert found.notes[0] == "40 places have no neighbours and are judged alone."
    assert found.sentence == "1 of 40 places is a hot spot."


@pytest.mark.parametrize("value", [0, 7, 0.1, 1e12])
def test_where_all_have_the_same_none_stands_out_and_that_is_said(value: float) -> None:
    found = hot_spots([value] * 25, lattice(5, 5))
    assert set(found.z.tolist()) == {0.0}
    assert set(found.kinds) == {""}
    assert "Every place has the same figure: none can stand out." in found.notes
    assert found.sentence.startswith("None of 25 places")


def test_a_place_that_neighbours_all_others_cannot_stand_out() -> None:
    every = np.array([[0] * 12, range(12)])
    found = hot_spots(range(12), of_pairs([str(at) for at in range(12)], every, "told"))
    assert found.z[0] == 0


def test_thin_counts_are_said_to_be_thin_and_full_ones_are_not() -> None:
    thin = hot_spots(np.random.default_rng(2).poisson(0.1, 400), lattice(20, 20))
    assert "fewer than 5" in thin.notes[0]
    assert hot_spots(np.random.default_rng(2).poisson(9, 400), lattice(20, 20)).notes == ()


def test_what_cannot_be_is_refused_in_words() -> None:
    with pytest.raises(CannotWorkOut, match="at least 10 places"):
        hot_spots([1] * 9, lattice(3, 3))
    with pytest.raises(CannotWorkOut, match="one figure for each of 25"):
        hot_spots([1] * 24, lattice(5, 5))
    with pytest.raises(CannotWorkOut, match="no figure"):
        hot_spots([float("nan")] * 25, lattice(5, 5))
    with pytest.raises(CannotWorkOut):
        hot_spots([1] * 25, lattice(5, 5), rate=1.5)


def test_an_answer_carries_its_method_and_its_parameters() -> None:
    said = hot_spots(VALUES, lattice(5, 5), rate=0.1).to_dict()
    assert said["method"] == [
        "Getis-Ord Gi*, each neighbour and the place itself weighing 1, both directions",
        "neighbours touch",
        "chance: the more cautious of a bell and of a gamma curve with Poisson's skew",
        "false discovery rate of 0.1 over 25 places",
    ]
    assert len(said["z"]) == len(said["allowed"]) == len(said["kinds"]) == 25


@given(st.lists(st.integers(0, 1000).map(lambda at: at / 1000), min_size=1, max_size=40))
def test_many_chances_are_adjusted_as_one_by_one_and_as_elsewhere(chances: list[float]) -> None:
    many = adjusted_many(np.array(chances))
    assert many.tolist() == pytest.approx(adjusted(chances), rel=1e-12)
    assert many == pytest.approx(false_discovery_control(chances), rel=1e-9)
    both = adjusted_many(np.array([chances, chances[::-1]]).T)
    assert both[:, 0].tolist() == many.tolist()
    assert both[:, 1].tolist() == many.tolist()[::-1]


def _none() -> np.ndarray:
    return np.zeros((2, 0), dtype=np.int64)


def test_neighbours_can_be_counted() -> None:
    known: Neighbours = lattice(4, 5)
    assert len(known) == 20
    assert sorted(set(known.numbers.tolist())) == [4, 6, 9]
