import re

import pytest

from frankpledge.partnership.models import Rating
from frankpledge.plan.marks import MARKS
from frankpledge.ui.marks import NAMED, SHAPES, mark, sprite, state, tally


def test_every_shape_and_colour_that_a_partnership_may_choose_can_be_drawn() -> None:
    for shape, _ in Rating.SHAPES:
        for colour, _ in Rating.COLOURS:
            assert f'href="#d-{shape}"' in mark(shape, colour)


def test_every_state_has_a_mark() -> None:
    assert all(mark(shape, colour) for shape, colour in MARKS.values())


def test_no_two_shapes_are_drawn_alike() -> None:
    assert len(set(SHAPES.values())) == len(SHAPES)


def test_each_mark_leads_to_a_symbol_of_the_sprite() -> None:
    symbols = set(re.findall(r'<symbol id="([^"]+)"', sprite()))
    assert {re.search(r'#([^"]+)', mark(name)).group(1) for name in NAMED} <= symbols  # type: ignore[union-attr]
    assert len(sprite()) < 3000


def test_a_page_may_take_only_the_symbols_it_uses() -> None:
    assert re.findall(r'<symbol id="([^"]+)"', sprite("seal", "d-slip")) == ["seal", "d-triangle"]


def test_nothing_is_styled_in_place() -> None:
    assert "style=" not in sprite() + mark("half", "ink") + tally([True])


@pytest.mark.parametrize(("shape", "colour"), [("star", "ink"), ("circle", "red"), ("circle", "")])
def test_an_unknown_shape_or_colour_is_refused(shape: str, colour: str) -> None:
    with pytest.raises(ValueError, match="There is no"):
        mark(shape, colour)


def test_the_word_beside_a_mark_is_escaped() -> None:
    shown = state("<b>Slow</b>", "triangle", "amber", "<i>1 of 3</i>")
    assert "<b>" not in shown and "<i>" not in shown and "&lt;b&gt;Slow" in shown


def test_a_tally_reads_itself_out() -> None:
    drawn = tally([True, False, "late", "wait"])
    assert 'role="img"' in drawn
    assert "oldest first: said, not said, said late, asked" in drawn
    assert 'aria-label="&lt;x&gt;"' in tally([True], "<x>")
