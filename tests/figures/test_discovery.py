"""Of what is found among many, few are owed to chance."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frankpledge.figures.discovery import adjusted, found
from frankpledge.figures.errors import CannotWorkOut

CHANCES = st.lists(st.integers(0, 1000).map(lambda at: at / 1000), max_size=25)


def _found_by_counting(chances: list[float], rate: Fraction) -> list[bool]:
    """The rule as first written: the largest k whose k-th smallest chance is at most k/n of it."""
    exact = [Fraction(round(chance * 1000), 1000) for chance in chances]
    ranked, n = sorted(exact), len(exact)
    passing = [k for k in range(1, n + 1) if ranked[k - 1] <= rate * k / n]
    return [bool(passing) and chance <= ranked[max(passing) - 1] for chance in exact]


@given(CHANCES, st.integers(1, 300))
def test_the_adjusted_chances_find_what_the_rule_finds(chances: list[float], rate: int) -> None:
    # Between two thousandths, so that no chance stands exactly on the line.
    between = Fraction(rate, 1000) + Fraction(1, 10**7)
    assert found(chances, float(between)) == _found_by_counting(chances, between)


def test_the_adjusted_chances_agree_with_other_software() -> None:
    given_chances = [0.01, 0.02, 0.03, 0.04, 0.5, 0.001]
    assert adjusted(given_chances) == pytest.approx([0.03, 0.04, 0.045, 0.048, 0.5, 0.006])
    assert adjusted([]) == []


@given(CHANCES)
def test_allowing_for_many_never_makes_anything_rarer(chances: list[float]) -> None:
    assert all(
        one <= two + 1e-12 <= 1 + 1e-12 for one, two in zip(chances, adjusted(chances), strict=True)
    )


def test_where_nothing_changed_anything_is_found_at_most_one_time_in_twenty() -> None:
    draw = random.Random(7)
    alarms = sum(any(found([draw.random() for _ in range(50)])) for _ in range(2000))
    assert alarms / 2000 < 0.065


@pytest.mark.parametrize("chance", [-0.1, 1.1, float("nan")])
def test_what_is_no_chance_is_refused(chance: float) -> None:
    with pytest.raises(CannotWorkOut):
        adjusted([chance])
