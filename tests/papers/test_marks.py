"""A mark on paper is the mark of the screens: the same paths, the same colours."""

import re
from pathlib import Path

import pytest

from frankpledge.papers import marks
from frankpledge.papers.marks import Mark, drawing
from frankpledge.pictures.style import STYLE
from frankpledge.ui import marks as on_screen

CSS = Path(on_screen.__file__).parent / "static/ui/frankpledge.css"


@pytest.mark.parametrize("shape", on_screen.SHAPES)
def test_each_shape_is_drawn_by_the_same_paths(shape: str) -> None:
    wanted = re.findall(r'<(\w+) class="d-(\w+)" ([^>]*)/>', on_screen.SHAPES[shape])
    here = [
        (drawn.split(" ", 1)[0], how, drawn.split(" ", 1)[1]) for how, drawn in marks.SHAPES[shape]
    ]
    assert here == wanted


def test_each_colour_is_that_of_the_screens() -> None:
    told = dict(re.findall(r"--fp-([a-z-]+): (#[0-9a-f]{6})", CSS.read_text()))
    for name, (fill, edge) in marks.COLOURS.items():
        assert fill == told[name]
        assert edge == told.get(f"{name}-edge", fill)
    assert f".p-worse {{ fill: {marks.WORSE}; }}" in STYLE
    assert f".p-better {{ fill: {marks.BETTER}; }}" in STYLE
    assert set(marks.COLOURS) == on_screen.COLOURS


def test_odds_fill_as_many_cells_as_they_say() -> None:
    def filled(share: str) -> float:
        widths = re.findall(
            rf'width="([0-9.]+)" height="10" fill="{marks.INK}"', drawing(Mark("odds", share))
        )
        return sum(map(float, widths))

    assert filled("0") == 0
    assert filled("0.25") == pytest.approx(22.5)
    assert filled("1") == filled("7") == 90


def test_a_tally_shows_the_last_four_rounds_the_newest_on_the_right() -> None:
    drawn = drawing(Mark("fresh", "on,on,on,late,none"))
    assert drawn.count("<path") == 3
    assert drawn.count("<circle") == 1
    assert drawn.index('cx="27"') > drawn.index("M17 8h4")
