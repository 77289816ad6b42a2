"""Places know their neighbours, and count among their own."""

import json
import random
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.places.neighbours import nearest, of_pairs, touching


def _squares(*corners: tuple[float, float]) -> list[shapely.Polygon]:
    return [shapely.box(x, y, x + 1, y + 1) for x, y in corners]


def test_areas_that_share_an_edge_or_a_corner_are_neighbours_and_others_are_not() -> None:
    found = touching(list("abcd"), _squares((0, 0), (1, 0), (2, 1), (9, 9)))
    assert found.of("a") == ("b",)
    assert found.of("b") == ("a", "c")
    assert found.of("c") == ("b",)
    assert found.alone == ("d",)
    assert found.numbers.tolist() == [2, 3, 2, 1]


def test_an_edge_without_a_corner_in_common_is_enough() -> None:
    wide, small = shapely.box(0, 0, 4, 1), shapely.box(1, 1, 2, 2)
    assert touching(["wide", "small"], [wide, small]).of("small") == ("wide",)


def test_slivers_are_bridged_where_that_is_asked_for() -> None:
    shapes = _squares((0, 0), (1.001, 0))
    assert touching(["a", "b"], shapes).of("a") == ()
    bridged = touching(["a", "b"], shapes, within=0.01)
    assert bridged.of("a") == ("b",)
    assert "0.01" in bridged.how


@given(st.integers(0, 10**6), st.integers(1, 6))
def test_the_nearest_are_those_that_measuring_every_pair_finds(seed: int, k: int) -> None:
    draw = random.Random(seed)
    points = [(draw.random(), draw.random()) for _ in range(12)]
    found = nearest([str(at) for at in range(12)], np.array(points), k)
    for at, (x, y) in enumerate(points):
        others = sorted(
            (other for other in range(12) if other != at),
            key=lambda other: (points[other][0] - x) ** 2 + (points[other][1] - y) ** 2,
        )
        assert set(found.of(str(at))) == {str(other) for other in others[:k]}


def test_places_on_one_spot_still_have_as_many_neighbours_each_and_themselves() -> None:
    found = nearest([str(at) for at in range(9)], np.zeros((9, 2)), 3)
    assert found.numbers.tolist() == [4] * 9
    assert (found.matrix.diagonal() == 1).all()


def test_a_pair_that_is_given_twice_counts_once() -> None:
    found = of_pairs(["a", "b"], np.array([[0, 0, 0], [1, 1, 0]]), "told")
    assert found.matrix.toarray().tolist() == [[1, 1], [0, 1]]


def test_areas_of_hertfordshire_touch_both_ways_and_none_is_alone(shared: Path) -> None:
    read = json.loads((shared / "data/geo/boundaries/hertfordshire-lsoa.geojson").read_text())
    keys = [each["properties"]["LSOA21CD"] for each in read["features"]]
    shapes = [shapely.geometry.shape(each["geometry"]) for each in read["features"]]
    found = touching(keys, shapes)
    dense = found.matrix.toarray()
    assert (dense == dense.T).all()
    assert found.alone == ()
    every = [[one.intersects(other) for other in shapes[:60]] for one in shapes[:60]]
    assert dense[:60, :60].astype(bool).tolist() == every


def test_what_cannot_be_is_refused_in_words() -> None:
    with pytest.raises(CannotWorkOut, match="stands twice"):
        touching(["a", "a"], _squares((0, 0), (1, 0)))
    with pytest.raises(CannotWorkOut, match="one for each"):
        touching(["a"], _squares((0, 0), (1, 0)))
    with pytest.raises(CannotWorkOut, match="no outline"):
        touching(["a"], [shapely.Polygon()])
    with pytest.raises(CannotWorkOut, match="from 1 to 1"):
        nearest(["a", "b"], np.zeros((2, 2)), 2)
