"""The words of plans become aims, or say why they cannot."""

import pytest

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.odds.compounding import compounded
from frankpledge.figures.odds.targets import aim
from frankpledge.language import read_target
from tests.figures.odds.making import year


@pytest.mark.parametrize(
    ("words", "kind", "number", "direction", "every"),
    [
        ("Annual 10% decrease in shoplifting.", "change", 10, "down", None),
        ("Quarterly 5% decrease in ASB.", "change", 5, "down", 3),
        (
            "At least two Operation Sabre patrols conducted each quarter.",
            "count_at_least",
            2,
            "not below",
            3,
        ),
        ("50% of No More clients sustain their tenancy.", "proportion", 50, "not below", None),
        ("Reduce burglary from 400 to 350", "count_at_most", 350, "down", None),
        (
            "Incidence of deliberate fire not more than 2 per thousand head of population.",
            "rate_ceiling",
            2,
            "not above",
            None,
        ),
    ],
)
def test_the_words_of_plans_become_aims(
    words: str, kind: str, number: float, direction: str, every: int | None
) -> None:
    found = aim(read_target(words).main, year(2026), people=90_000)
    assert (found.kind, found.number, found.direction, found.every) == (
        kind,
        number,
        direction,
        every,
    )


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Reduce levels of ASB over this period", "not how far"),
        ("Website created", "said by the lead"),
        ("Number of cards distributed", "not how many would be enough"),
        ("Reduce ASB by 200 incidents", "as a percentage"),
    ],
)
def test_what_figures_cannot_tell_says_why(words: str, why: str) -> None:
    with pytest.raises(CannotWorkOut, match=why):
        aim(read_target(words).main, year(2026))


def test_five_per_cent_a_quarter_compounds_over_the_plan() -> None:
    found = compounded(5, "down", every=3, months=36)
    assert found.steps == 12
    assert found.whole == pytest.approx(100 * (1 - 0.95**12))
    assert found.sentence == (
        "Each quarter 5 % less than the quarter before, 12 times, makes 46.0 % less in the end."
    )
    assert compounded(2.5, "up", every=12, months=24).whole == pytest.approx(5.0625)


@pytest.mark.parametrize("percent", [-1, 101, float("nan")])
def test_what_cannot_be_repeated_is_refused(percent: float) -> None:
    with pytest.raises(CannotWorkOut):
        compounded(percent, "down", every=3, months=12)
