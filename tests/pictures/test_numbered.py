"""On a map, whatever stands out can be told by name: on it, or by a number and a list."""

from itertools import combinations
from xml.etree import ElementTree

from frankpledge.pictures.maps.choropleth import (
    Choropleth,
    Figure,
    HotSpots,
    Spot,
    choropleth,
    hot_spots,
)
from frankpledge.pictures.maps.ground import Outline, prepare
from frankpledge.pictures.maps.names import meet
from frankpledge.pictures.maps.numbered import MOST, numbered
from frankpledge.pictures.picture import Drawing, Picture
from tests.pictures import kinds

LONG = "Marshwick Without the Walls and Saint Mary Magdalene"


def texts(drawing: Drawing) -> list[str]:
    """Words that were cut have them whole in their title."""
    found = ElementTree.fromstring(drawing.svg()).iter("text")
    return [each.findtext("title") or each.text or "" for each in found]


def hot(names: list[str], **said: str) -> Picture:
    spots = {code: Spot(kind) for code, kind in said.items()}  # type: ignore[arg-type]
    return hot_spots(kinds.ground(names), HotSpots(kinds.words(), spots))


def test_hot_spots_without_room_for_their_names_have_numbers_in_the_order_of_the_key() -> None:
    names = [f"{LONG} {at}" for at in range(36)]
    picture = hot(names, E007="intermittent", E020="persistent", E003="persistent", E009="cold")
    for drawing in (picture.wide, picture.narrow):
        told = texts(drawing)
        listed = told[told.index("nothing clear") + 1 :]
        assert listed[::2] == ["1", "2", "3"]
        assert listed[1::2] == [f"{LONG} 20", f"{LONG} 3", f"{LONG} 7"]
        # Once on the map, once in the list; and no names of what nothing is said of.
        assert [told.count(each) for each in ("1", "2", "3")] == [2, 2, 2]
        assert f"{LONG} 30" not in told


def test_where_each_has_room_for_its_name_there_are_no_numbers() -> None:
    picture = hot(["Castle", "Quayside", "Saltby"], E000="persistent", E001="emerging")
    assert {"Castle", "Quayside"} <= set(texts(picture.wide)) and "1" not in texts(picture.wide)


def test_outlined_areas_that_cannot_be_named_are_numbered_among_those_that_can() -> None:
    names = ["Castle", *(f"{LONG} {at}" for at in range(35))]
    figures = {f"E{at:03d}": Figure(float(at), above=at in (0, 8)) for at in range(36)}
    made = choropleth(kinds.ground(names), Choropleth(kinds.words(), figures, "per 1,000 people"))
    told = texts(made.wide)
    assert told.count("Castle") == 1 and told[-2:] == ["1", f"{LONG} 7"]


def test_numbers_of_the_smallest_areas_stand_beside_each_other() -> None:
    ground = prepare(kinds.squares([f"Place {at}" for at in range(600)]))
    shapes = ground.narrow.shapes[::15]
    made = numbered(shapes, 340, ground.narrow.fit.height)
    assert len(made) == 40
    assert not any(meet(one.box, two.box) for one, two in combinations(made, 2))


def test_more_than_can_be_read_are_left_to_the_table() -> None:
    names = [f"{LONG} {at}" for at in range(240)]
    picture = hot(names, **{f"E{at:03d}": "persistent" for at in range(100)})
    assert texts(picture.wide)[-1] == f"{100 - MOST} more are in the table."


def test_cells_of_a_grid_have_no_names_to_be_listed() -> None:
    squares = kinds.squares([f"near {at}" for at in range(36)])
    laid = prepare(squares, within=Outline("D1", "Marshwick", squares[0].rings))
    spots = {f"E{at:03d}": Spot("persistent") for at in range(9)}
    assert "1" not in texts(hot_spots(laid, HotSpots(kinds.words(), spots)).wide)
