"""What is feared and what happens stand side by side, and no more is concluded than follows."""

import pytest

from frankpledge.figures.perception import Counted, Said, beside
from frankpledge.figures.rates import rate
from frankpledge.figures.shares import share


def said(part: int, whole: int, counted: str, **more: str) -> Said:
    given = {"question": "?", "asked_of": "residents", "when": "in 2007", **more}
    return Said(counted, share=share(part, whole), **given)


WORRIED = said(440, 1000, "are worried about burglary")
VICTIMS = said(20, 1000, "were victims of it in the year")


def test_the_gap_of_hertsmere_is_told_with_both_bases() -> None:
    found = beside(WORRIED, VICTIMS)
    assert found.sentence == "44 % are worried about burglary; 2 % were victims of it in the year."
    (can,) = found.can
    assert can.startswith("More people say the first than the second, by more than chance explains")
    assert can.endswith("about 22 times as many.")
    assert WORRIED.base.startswith("440 of 1,000 asked, in 2007; 41 to 47 %")


def test_it_is_never_concluded_that_a_worry_is_unfounded() -> None:
    for happens in (VICTIMS, Counted("burglaries", "police", "in 2007", rate(800, 90_000))):
        assert any("unfounded" in each for each in beside(WORRIED, happens).cannot)


@pytest.mark.parametrize(
    ("fear", "happens", "says"),
    [
        (said(9, 20, "fear it"), said(7, 20, "met it"), "cannot be told"),
        (said(20, 1000, "fear it"), said(440, 1000, "met it"), "Fewer people"),
        (said(440, 1000, "fear it"), said(3, 1000, "met it"), "chance explains."),
        (said(440, 1000, "fear it"), said(0, 1000, "met it"), "chance explains."),
    ],
)
def test_only_what_chance_does_not_explain_is_a_difference(
    fear: Said, happens: Said, says: str
) -> None:
    assert says in beside(fear, happens).can[0]
    assert "times as many" not in beside(fear, happens).can[0]


def test_people_who_were_not_asked_together_are_said_to_be_others() -> None:
    later = said(20, 1000, "were victims", when="in 2009")
    assert any("not asked together" in each for each in beside(WORRIED, later).cannot)
    assert not any("not asked together" in each for each in beside(WORRIED, VICTIMS).cannot)


def test_a_count_is_never_set_against_a_share_of_people() -> None:
    found = beside(
        WORRIED, Counted("burglaries were recorded", "police", "in 2007", rate(800, 90_000))
    )
    assert "8.9 burglaries were recorded for every 1,000 people" in found.sentence
    assert "neither is more or less than the other" in found.can[0]
