"""Maps: true to the ground, light to send, and nothing told by colour alone."""

import gzip
import json
from pathlib import Path
from xml.etree import ElementTree

from frankpledge.pictures.maps.choropleth import (
    SNAPPED,
    Choropleth,
    Figure,
    HotSpots,
    Spot,
    choropleth,
    hot_spots,
)
from frankpledge.pictures.maps.ground import Outline, prepare, project
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


def test_a_county_of_wards_is_light_to_send(shared: Path) -> None:
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
