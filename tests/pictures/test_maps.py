"""Maps: true to the ground, light to send, and nothing told by colour alone."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from frankpledge.pictures.maps.choropleth import (
    SNAPPED,
    Choropleth,
    Figure,
    HotSpots,
    Spot,
    choropleth,
    hot_spots,
)
from frankpledge.pictures.maps.fit import Ring
from frankpledge.pictures.maps.ground import UNIT, Outline, Shape, prepare, project
from frankpledge.pictures.picture import Picture
from tests.pictures import kinds

NAMES = ["Castle", "Quayside", "Saltby", "Priory", "Fen End", "Offa"]


def made(**changed: Figure) -> Picture:
    figures = {f"E{at:03d}": Figure(float(at), href=f"/ward/{at}") for at in range(6)} | changed
    return choropleth(kinds.ground(NAMES), Choropleth(kinds.words(), figures, "per 1,000 people"))


def test_a_degree_across_is_as_long_as_it_is_on_the_ground() -> None:
    (ring,) = project([[(0, 60), (1, 60), (1, 61)]], 60)
    assert round(ring[1][0] - ring[0][0], 6) == 0.5
    assert ring[2][1] < ring[1][1], "north is up"


def test_every_area_is_outlined_named_and_a_link() -> None:
    root = ElementTree.fromstring(made().wide.svg())
    links = list(root.iter("a"))
    assert [each.get("href") for each in links] == [f"/ward/{at}" for at in range(6)]
    titles = [title.text for each in links for title in each.iter("title")]
    assert titles[2] == "Saltby: 2.0 per 1,000 people"
    assert root.get("role") == "group", "what an image holds cannot be reached"


def test_what_is_not_shown_is_hatched_and_its_figure_is_nowhere() -> None:
    picture = made(E003=Figure(None))
    for drawing in (picture.wide, picture.narrow):
        assert 'fill="url(#hidden-' in drawing.body
    assert "Priory: too few to show" in picture.wide.body
    assert ("Priory", "too few to show", "") in picture.table.rows
    assert "Not shown: 1" in picture.description


def test_patterns_of_two_drawings_have_names_of_their_own() -> None:
    picture = made(E003=Figure(None))
    wide, narrow = (
        {each.get("id") for each in ElementTree.fromstring(svg.svg()).iter("pattern")}
        for svg in (picture.wide, picture.narrow)
    )
    assert wide and narrow and not wide & narrow


def test_only_what_is_clearly_above_has_the_heavy_outline() -> None:
    assert "p-clear" not in made().wide.body
    picture = made(E001=Figure(9.0, above=True))
    assert picture.wide.body.count('class="p-clear"') == 1
    assert "clearly above the whole" in picture.wide.body
    assert "Clearly above the whole: Quayside." in picture.description


def test_every_map_says_that_points_are_moved() -> None:
    assert SNAPPED in made().notes
    spots = HotSpots(kinds.words(), {"E000": Spot("emerging")})
    assert SNAPPED in hot_spots(kinds.ground(NAMES), spots).notes


def test_hot_spots_differ_by_more_than_their_colour() -> None:
    spots = {f"E{at:03d}": Spot(kind) for at, kind in enumerate(kinds.KINDS)}  # type: ignore[arg-type]
    picture = hot_spots(kinds.ground(NAMES), HotSpots(kinds.words(), spots))
    patterns = list(ElementTree.fromstring(picture.wide.svg()).iter("pattern"))
    shapes = {
        ElementTree.tostring(list(each)[1])
        + str(each.attrib).split("'patternTransform'")[1].encode()
        for each in patterns
    }
    assert len({each.get("id") for each in patterns}) == 8, "four kinds, for the map and its key"
    assert len(shapes) == 8


def test_a_hole_is_left_open_and_a_name_never_stands_in_it() -> None:
    outer = ((0.0, 51.0), (1.0, 51.0), (1.0, 52.0), (0.0, 52.0))
    hole = ((0.2, 51.2), (0.8, 51.2), (0.8, 51.8), (0.2, 51.8))
    shape = prepare([Outline("E1", "Ring", (outer, hole))]).wide.shapes[0]
    left, right = shape.chord.x - shape.chord.width / 2, shape.chord.x + shape.chord.width / 2
    assert shape.path.count("M") == 2
    assert right - left < 760 * 0.3 or shape.chord.y < 720 * 0.2 or shape.chord.y > 720 * 0.8


def many() -> Picture:
    names = [f"Place {at}" for at in range(240)]
    figures = {f"E{at:03d}": Figure(float(at % 9), above=at % 50 == 1) for at in range(239)}
    return choropleth(kinds.ground(names), Choropleth(kinds.words(), figures, "per 1,000"))


def test_of_many_areas_the_narrow_map_draws_the_shapes_of_the_wide_one() -> None:
    picture = many()
    wide, narrow = (ElementTree.fromstring(each.svg()) for each in (picture.wide, picture.narrow))
    known = {each.get("id"): each for each in wide.iter("path") if each.get("id")}
    used = [each.get("href", "")[1:] for each in narrow.iter("use")]
    assert len(known) == 240 and set(used) == set(known)
    # Each once with its shade, and those above twice more for their outline.
    assert len(used) == 240 + 2 * 5
    assert not any(each.get("class") or each.get("fill") for each in known.values())
    patterns = {each.get("id") for each in narrow.iter("pattern")}
    hatched = [each.get("fill", "") for each in narrow.iter("g") if each.get("fill")]
    assert hatched and all(each.removeprefix("url(#").rstrip(")") in patterns for each in hatched)


def test_names_of_many_areas_stand_where_they_would_if_the_narrow_map_had_shapes() -> None:
    names = [f"Place {at}" for at in range(240)]
    few = prepare(kinds.squares(names)[:200]).narrow.shapes
    many = prepare(kinds.squares(names)).narrow
    alone = prepare(kinds.squares(names)[:6]).narrow.fit
    assert not any(shape.path for shape in many.shapes)
    assert all(shape.path for shape in few) and alone.width == many.fit.width
    chord = many.shapes[100].chord
    (ring,) = project(kinds.squares(names)[100].rings, _middle(names))
    (left, top), (right, bottom) = many.fit.place(ring, 1)[0], many.fit.place(ring, 1)[2]
    assert abs(chord.x * 10 - (left + right) / 2) < 3
    assert min(top, bottom) < chord.y * 10 < max(top, bottom)
    assert abs(chord.width * 10 - abs(right - left)) < 6


def _middle(names: list[str]) -> float:
    found = [lat for each in kinds.squares(names) for ring in each.rings for _, lat in ring]
    return (min(found) + max(found)) / 2


def cells(shades: list[float]) -> Picture:
    squares = kinds.squares([f"near {at}" for at in range(len(shades))])
    rings = tuple(ring for each in squares for ring in each.rings)
    laid = prepare(squares, within=Outline("D1", "Marshwick", rings))
    figures = {f"E{at:03d}": Figure(n, above=n > 8) for at, n in enumerate(shades)}
    return choropleth(laid, Choropleth(kinds.words(), figures, "recorded", places=0))


def test_cells_of_a_grid_with_nothing_to_say_are_the_ground_of_the_rest() -> None:
    picture = cells([float(at % 10) for at in range(240)])
    root = ElementTree.fromstring(picture.wide.svg())
    named = {each.get("id", ""): each for each in root.iter("path") if each.get("id")}
    paths = [each for name, each in named.items() if not name.endswith("about")]
    assert len(paths) == 1 + 4 + 24, "the ground, four darker steps, and what stands out"
    assert [len(list(each.iter("title"))) for each in paths] == [0] * 5 + [1] * 24
    assert not [text for text in root.iter("text") if "near" in (text.text or "")]
    used = [
        use.get("href", "")[1:] for use in ElementTree.fromstring(picture.narrow.svg()).iter("use")
    ]
    assert set(used) == set(named)


def test_cells_that_stand_out_together_have_one_line_about_them() -> None:
    root = ElementTree.fromstring(
        cells([9.0 if at in (0, 1, 6, 20) else 0.0 for at in range(24)]).wide.svg()
    )
    (about,) = (each for each in root.iter("path") if (each.get("id") or "").endswith("about"))
    told = about.get("d") or ""
    assert told.count("M") == 2, "three that touch, and one by itself"
    assert len(re.findall(r"-?\d+", told)) == 2 * (8 + 4)


def test_a_grid_of_thousands_is_light_to_send() -> None:
    picture = cells([float(at % 7 * (at % 3 == 0)) for at in range(3000)])
    sent = picture.wide.svg() + picture.narrow.svg()
    assert len(sent) < 150_000 and len(gzip.compress(sent.encode())) < 40_000


def test_a_border_is_told_in_the_same_words_by_both_its_areas() -> None:
    border = [(0.5, 51.0), (0.52, 51.3), (0.47, 51.6), (0.53, 51.8), (0.5, 52.0)]
    west = Outline("E1", "West", (((0.0, 51.0), *border, (0.0, 52.0)),))
    east = Outline("E2", "East", (((1.0, 52.0), *reversed(border), (1.0, 51.0)),))
    one, other = (shape.path.replace("-", " -").split("l")[1] for shape in _wide(west, east))
    steps = [one.strip("z ").split(), other.strip("z ").split()]
    assert " ".join(steps[0][2:8]) in " ".join(steps[1])


def _wide(*outlines: Outline) -> tuple[Shape, ...]:
    return prepare(outlines).wide.shapes


def test_no_place_is_drawn_off_by_more_than_it_says() -> None:
    ring = tuple((at / 7 % 1, 51 + at * at / 50 % 1) for at in range(1, 8))
    sheet = prepare([Outline("E1", "One", (ring,))]).wide
    x, y = map(int, sheet.shapes[0].path[1:].split("l")[0].split())
    (plane,) = project([ring], (min(p[1] for p in ring) + max(p[1] for p in ring)) / 2)
    left, top = min(p[0] for p in plane), min(p[1] for p in plane)
    fit = sheet.fit
    first = (plane[0][0] - left) * fit.scale + fit.shift, (plane[0][1] - top) * fit.scale + 20
    assert abs(x * UNIT - first[0]) <= UNIT / 2
    assert abs(y * UNIT - first[1]) <= UNIT / 2


@pytest.mark.parametrize("kind", ["lsoa", "ward"])
def test_a_county_of_small_areas_is_light_to_send(shared: Path, kind: str) -> None:
    features = json.loads(
        (shared / f"data/geo/boundaries/hertfordshire-{kind}.geojson").read_text()
    )["features"]
    shapes = [shapely.from_geojson(json.dumps(each["geometry"])) for each in features]
    simple = shapely.coverage_simplify(shapely.make_valid(shapes), 0.0012)
    outlines = [
        Outline(f"E01{at:06d}", f"Hertsmere {at:03d}A", tuple(_rings(shape)))
        for at, shape in enumerate(simple)
    ]
    figures = {
        each.code: Figure(at * 7 % 41 / 4, above=at % 23 == 0, href=f"/evidence/{each.code}/")
        for at, each in enumerate(outlines)
    }
    picture = choropleth(prepare(outlines), Choropleth(kinds.words(), figures, "per 1,000"))
    assert len(gzip.compress((picture.wide.svg() + picture.narrow.svg()).encode())) < 40_000


def _rings(shape: BaseGeometry) -> Iterator[Ring]:
    for ring in shapely.get_rings(shapely.get_parts(shape)):
        yield tuple((x, y) for x, y in shapely.get_coordinates(ring).tolist())


def test_a_county_of_districts_is_light_to_send(shared: Path) -> None:
    file = shared / "data/geo/boundaries/herts_lad_dissolved_from_LSOA21.geojson"
    features = json.loads(file.read_text())["features"]
    outlines = []
    for at, feature in enumerate(features):
        shape = feature["geometry"]
        parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        rings = tuple(tuple((p[0], p[1]) for p in ring) for part in parts for ring in part)
        outlines.append(Outline(str(at), f"District {at}", rings))
    figures = {str(at): Figure(float(at), href=f"/district/{at}") for at in range(len(features))}
    picture = choropleth(prepare(outlines), Choropleth(kinds.words(), figures, "per 1,000"))
    assert len(features) == 10
    assert len(gzip.compress((picture.wide.svg() + picture.narrow.svg()).encode())) < 40_000
