"""What must be told apart by colour can be: three to one for shapes, four and a half for words."""

import re

import pytest

from frankpledge.partnership.colours import contrast
from frankpledge.pictures.style import STYLE

PAPER, BAND = "#ffffff", "#ece6d8"


def colour(name: str, what: str) -> str:
    """Of a class of its own, or of one within another."""
    found = re.search(
        rf"^[^{{}}]*\.{name}(?: [^{{}}]*)?{{[^}}]*\b{what}: (#[0-9a-f]{{3,6}})", STYLE, re.M
    )
    assert found, name
    said = found.group(1)
    return said if len(said) == 7 else "#" + "".join(each * 2 for each in said[1:])


@pytest.mark.parametrize("mark", ["p-better", "p-worse", "p-changed", "p-pt", "p-dot", "p-dot--us"])
def test_marks_are_seen_on_paper_and_on_the_band(mark: str) -> None:
    assert contrast(colour(mark, "fill"), PAPER) >= 3
    assert contrast(colour(mark, "fill"), BAND) >= 3


@pytest.mark.parametrize("line", ["p-line", "p-limit", "p-mean", "p-target", "p-unsure", "p-edge"])
def test_lines_are_seen_on_paper_and_on_the_band(line: str) -> None:
    assert contrast(colour(line, "stroke"), PAPER) >= 3
    assert contrast(colour(line, "stroke"), BAND) >= 3


@pytest.mark.parametrize("bar", ["p-bar", "p-bar--us", "p-held"])
def test_bars_are_seen_on_paper(bar: str) -> None:
    assert contrast(colour(bar, "fill"), PAPER) >= 3


def test_words_are_read_on_what_they_stand_on() -> None:
    assert contrast(colour("p-q", "fill"), PAPER) >= 4.5
    for shade in ("p-0", "p-1", "p-2"):
        assert contrast("#1d1b24", colour(shade, "fill")) >= 4.5, shade
    for shade in ("p-3", "p-4"):
        assert contrast(colour("p-inv", "fill"), colour(shade, "fill")) >= 4.5, shade


def test_a_border_is_seen_on_a_light_area_and_on_a_dark_one() -> None:
    for shade in ("p-0", "p-1"):
        assert contrast(colour("p-map", "stroke"), colour(shade, "fill")) >= 3, shade
    for shade in ("p-3", "p-4"):
        assert contrast("#ffffff", colour(shade, "fill")) >= 3, shade
    assert re.search(r"\.p-map \.p-3, \.p-map \.p-4 { stroke: #fff; }", STYLE)
