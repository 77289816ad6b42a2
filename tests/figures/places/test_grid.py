"""Hexagons over an area: none finer than the data, cropped, and every point in one or none."""

import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.places.grid import binned, grid, width_by_rule
from frankpledge.figures.places.hexagons import axial, centres, hexagons
from frankpledge.figures.places.hotspots import hot_spots
from frankpledge.figures.places.plane import Plane
from tests.oracles import places as oracle

TOWN = shapely.Polygon(
    [(-0.25, 51.87), (-0.15, 51.88), (-0.14, 51.93), (-0.2, 51.9), (-0.24, 51.94)]
)
ONE = st.floats(-4000, 4000)


@given(st.lists(st.tuples(ONE, ONE), min_size=1, max_size=20))
def test_a_point_belongs_to_the_cell_whose_centre_is_nearest(
    points: list[tuple[float, float]],
) -> None:
    cells = np.array([(q, r) for q in range(-14, 15) for r in range(-14, 15)])
    middles = [tuple(each) for each in centres(cells, 700.0).tolist()]
    for point, found in zip(points, axial(np.array(points), 700.0).tolist(), strict=True):
        due = middles[oracle.nearest_centre(point, middles)]
        own = centres(np.array([found]), 700.0)[0].tolist()
        assert math.dist(point, own) == pytest.approx(math.dist(point, due), abs=1e-6)


def test_hexagons_fit_together_without_gap_or_overlap() -> None:
    cells = np.array([(q, r) for q in range(6) for r in range(6)])
    shapes = hexagons(cells, 200.0)
    each = 200.0**2 * math.sqrt(3) / 2
    assert shapely.area(shapes) == pytest.approx(each)
    assert shapely.union_all(shapes, grid_size=1e-6).area == pytest.approx(36 * each)


def test_cells_cover_the_area_and_nothing_else() -> None:
    laid = grid(TOWN)
    assert shapely.area(laid.shapes).sum() == pytest.approx(TOWN.area, rel=1e-6)
    assert shapely.union_all(laid.shapes).symmetric_difference(TOWN).area < 1e-6 * TOWN.area
    assert len(set(laid.keys)) == len(laid) == len(laid.whole)
    assert 0 < laid.whole.sum() < len(laid)


def test_neighbours_are_the_cells_that_share_an_edge() -> None:
    laid = grid(TOWN, width=500)
    assert laid.neighbours.numbers.max() == 7
    middles = centres(laid.cells, 500.0)
    apart = np.linalg.norm(middles[:, None] - middles[None], axis=2)
    assert laid.neighbours.matrix.toarray().astype(bool).tolist() == (apart < 501).tolist()


def test_every_point_is_in_the_cell_that_holds_it_or_outside() -> None:
    laid = grid(TOWN, width=400)
    draw = np.random.default_rng(6)
    points = np.stack([draw.uniform(-0.3, -0.1, 3000), draw.uniform(51.85, 51.96, 3000)], axis=1)
    points[:5] = np.nan
    found = binned(laid, points)
    held = shapely.contains_xy(TOWN, points[:, 0], points[:, 1])
    assert (found.cell >= 0).tolist() == held.tolist()
    for at in np.flatnonzero(held)[:300]:
        shape = laid.shapes[found.cell[at]]
        assert shape.distance(shapely.Point(points[at])) < 1e-7
    assert found.nowhere == 5
    assert found.counts.sum() + found.outside + found.nowhere == 3000
    assert found.counts.tolist() == [int((found.cell == at).sum()) for at in range(len(laid))]
    assert "5 have no location and are left out." in found.notes
    assert found.notes[0] == "Points are moved to a nearby place before they are published."


def test_points_far_away_are_outside_and_no_points_are_no_counts() -> None:
    laid = grid(TOWN)
    assert binned(laid, [(100.0, -60.0), (-0.2, 52.9)]).outside == 2
    assert binned(laid, []).counts.sum() == 0


@pytest.mark.parametrize(
    ("shorter", "width"), [(2_000, 200), (14_999, 200), (15_000, 300), (55_200, 1_100)]
)
def test_the_width_is_a_fiftieth_of_the_shorter_side_and_never_under_200(
    shorter: float, width: float
) -> None:
    assert width_by_rule((0, 0, shorter, 10**6)) == width
    assert width_by_rule((0, 0, 10**6, shorter)) == width


def test_the_rule_and_its_outcome_are_said() -> None:
    assert "200 m across: a fiftieth of the area's shorter side" in grid(TOWN).method[0]
    assert grid(TOWN, width=350).method[0] == "hexagons 350 m across, as asked"


def test_the_plane_measures_ground_and_leads_back() -> None:
    plane = Plane(-0.2, 51.8)
    points = np.array([[-0.2, 51.8], [-0.2, 52.0], [0.1, 51.8]])
    flat = plane.metres(points)
    # A minute of latitude is 1,854.5 m here, and of longitude 1,149.8 m, by tables.
    assert flat[1, 1] / 12 == pytest.approx(1854.5, abs=1)
    assert flat[2, 0] / 18 == pytest.approx(1149.8, abs=1)
    assert plane.degrees(flat) == pytest.approx(points, abs=1e-9)


def test_a_street_where_much_happens_is_a_hot_spot_of_the_grid() -> None:
    laid = grid(TOWN, width=300)
    draw = np.random.default_rng(8)
    spread = np.stack([draw.uniform(-0.25, -0.14, 4000), draw.uniform(51.87, 51.94, 4000)], axis=1)
    street = draw.normal([-0.2, 51.885], 0.0005, (400, 2))
    counted = binned(laid, np.concatenate([spread, street]))
    found = hot_spots(counted.counts, laid.neighbours)
    cell = laid.keys[binned(laid, [(-0.2, 51.885)]).cell[0]]
    assert cell in found.hot


def test_what_cannot_be_is_refused_in_words() -> None:
    with pytest.raises(CannotWorkOut, match="make them wider"):
        grid(TOWN, width=5)
    with pytest.raises(CannotWorkOut, match="no outline"):
        grid(shapely.Polygon())
