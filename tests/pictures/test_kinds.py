"""Every kind of picture: sound, named, within its box, and the same for the same figures."""

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest

from frankpledge.pictures.downloads import standalone
from frankpledge.pictures.measure import LINE, width
from frankpledge.pictures.multiples import Multiples, Panel, multiples
from frankpledge.pictures.picture import Picture
from frankpledge.pictures.style import STYLE
from frankpledge.pictures.svg import Drawing
from tests.pictures import kinds

USUAL = [26, 23, 27, None, 25, 22, 25, 24, 27, 23, 26, 23, 24, 27, 22, 35, 38, 36]
FIGURES: dict[str, list[float | None]] = {
    "usual": USUAL,
    "none": [],
    "one": [7],
    "all nought": [0] * 14,
    "all missing": [None] * 6,
    "huge": [9_876_543_210.0, 12_345_678_901.0, 11_000_000_000.0] * 5,
    "tiny": [0.0004, 0.0005, 0.0003] * 5,
    "35 areas": [float(at * 3 % 41) for at in range(35)],
}
NAMES = ["Castle", kinds.LONG, kinds.HOSTILE]
ALL = [(figures, name) for figures in FIGURES for name in NAMES]


def everything(figures: str, name: str) -> list[tuple[str, Picture]]:
    return list(kinds.of(FIGURES[figures], name).items())


def parsed(drawing: Drawing) -> ElementTree.Element:
    return ElementTree.fromstring(drawing.svg("p-wide"))


@pytest.mark.parametrize(("figures", "name"), ALL)
def test_each_is_well_formed_named_and_allowed_by_the_content_policy(
    figures: str, name: str
) -> None:
    for kind, made in everything(figures, name):
        for drawing in (made.wide, made.narrow):
            root = parsed(drawing)
            assert root.get("aria-label"), kind
            assert root.get("role") in {"img", "group"}
            tags = {each.tag for each in root.iter()}
            assert not tags & {"script", "style", "foreignObject", "image"}
            held = {key for each in root.iter() for key in each.attrib}
            assert not [key for key in held if key == "style" or key.startswith("on")], kind
            assert not re.search(r'="[^"]*\b(nan|inf)\b', drawing.body), kind


def boxes(root: ElementTree.Element) -> list[tuple[str, float, float, float]]:
    found = []
    for text in root.iter("text"):
        title = text.find("title")
        words = (text.text or "") if title is None else (title.tail or "")
        wide = width(words, bold="p-b" in (text.get("class") or ""))
        shift = {"middle": wide / 2, "end": wide}.get(text.get("text-anchor") or "", 0.0)
        left = float(text.get("x") or 0) - shift
        found.append((words, left, left + wide, float(text.get("y") or 0)))
    return found


@pytest.mark.parametrize(("figures", "name"), ALL)
def test_no_words_leave_the_picture(figures: str, name: str) -> None:
    for kind, made in everything(figures, name):
        for drawing in (made.wide, made.narrow):
            for words, left, right, y in boxes(parsed(drawing)):
                assert left >= -1, (kind, drawing.width, words)
                assert right <= drawing.width + 1, (kind, drawing.width, words)
                assert 8 <= y <= drawing.height, (kind, drawing.width, words)


@pytest.mark.parametrize("figures", ["usual", "35 areas", "huge"])
@pytest.mark.parametrize("name", ["Castle", kinds.LONG])
def test_no_words_stand_upon_others(figures: str, name: str) -> None:
    for kind, made in everything(figures, name):
        for drawing in (made.wide, made.narrow):
            told = boxes(parsed(drawing))
            for one, two in combinations(told, 2):
                level = abs(one[3] - two[3]) < LINE * 0.7
                meet = one[1] < two[2] - 1 and two[1] < one[2] - 1
                assert not (level and meet), (kind, drawing.width, one, two)


def test_words_that_people_type_stay_words() -> None:
    for kind, made in everything("usual", kinds.HOSTILE):
        for svg in (made.wide.svg(), made.narrow.svg(), standalone(made).decode()):
            assert "<script" not in svg, kind
            assert "\x00" not in svg and "\ud800" not in svg


def test_the_same_figures_give_the_same_bytes() -> None:
    for (kind, one), (_, two) in zip(
        everything("usual", "Castle"), everything("usual", "Castle"), strict=True
    ):
        assert standalone(one) == standalone(two), kind
        assert one == two


@pytest.mark.parametrize("figures", ["usual", "one", "35 areas"])
def test_each_has_a_table_of_all_that_is_drawn(figures: str) -> None:
    for kind, made in everything(figures, "Castle"):
        assert made.table.rows, kind
        assert {len(row) for row in made.table.rows} == {len(made.table.head)}, kind


def test_small_multiples_have_their_names_whole_and_say_them_once() -> None:
    names = ("Violence and sexual offences", "Criminal damage and arson", "Robbery")
    panels = tuple(Panel(name, kinds.run(range(18)), (), f"Worse: {name} higher") for name in names)
    made = multiples(Multiples(kinds.words(), panels))
    for drawing in (made.wide, made.narrow):
        told = [words for words, *_ in boxes(parsed(drawing))]
        assert sorted(told) == sorted([*names, *["17", "Worse: higher"] * 3])


def test_every_class_has_its_rule() -> None:
    drawn = {
        name
        for _, made in everything("usual", "Castle")
        for drawing in (made.wide, made.narrow)
        for each in parsed(drawing).iter()
        for name in (each.get("class") or "").split()
    }
    ruled = set(re.findall(r"\.(p-[a-z0-9-]+)", STYLE))
    assert drawn - ruled <= {"p-pic", "p-wide"}


def test_nothing_is_written_smaller_than_13_px() -> None:
    sizes = [float(each) for each in re.findall(r"font-size: ([\d.]+)px", STYLE)]
    assert sizes and min(sizes) >= 13
    assert not any("font-size" in made.wide.body for _, made in everything("usual", "Castle"))


def test_narrow_names_begin_past_the_line_that_their_rows_start_from() -> None:
    for kind in ("bars", "ranks"):
        drawn = parsed(kinds.of(USUAL, "Castle")[kind].narrow)
        axis = next(each for each in drawn.iter("path") if each.get("class") == "p-axis")
        start = float((axis.get("d") or "")[1:].split()[0])
        names = [each for each in boxes(drawn) if each[0].startswith("Castle")]
        assert names, kind
        assert all(left > start for _, left, _, _ in names), kind
