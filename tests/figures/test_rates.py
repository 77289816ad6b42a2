"""Counts per 1,000 and shares always come with what chance leaves open."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.rates import byar, rate
from frankpledge.figures.shares import share, wilson
from tests.oracles import figures as oracle

COUNTS = st.integers(0, 5_000_000)


def _exact_limits(count: int) -> tuple[float, float]:
    """The Poisson means for which what was seen, or more (or less), has 2.5 % of a chance."""

    def below(mean: float, top: int) -> float:
        term = total = math.exp(-mean)
        for at in range(1, top + 1):
            term *= mean / at
            total += term
        return total

    def where(top: int, wanted: float) -> float:
        low, high = 0.0, 5.0 * count + 20
        for _ in range(80):
            middle = (low + high) / 2
            low, high = (middle, high) if below(middle, top) > wanted else (low, middle)
        return low

    return where(count - 1, 0.975), where(count, 0.025)


def test_a_rate_is_said_with_its_count_its_people_and_its_range() -> None:
    found = rate(382, 90_000)
    assert found.sentence == (
        "382 in 90,000 people is 4.2 per 1,000; chance alone could move it between 3.8 and 4.7."
    )
    assert rate(3, 20_000, of="households").sentence == (
        "3 in 20,000 households is 0.15 per 1,000; chance alone could move it between 0.03 and "
        "0.44. Fewer than 20 were counted: lean on it lightly."
    )
    assert found.to_dict()["method"] == "Byar's interval"


@given(st.integers(0, 100_000))
def test_byars_interval_agrees_with_its_double(count: int) -> None:
    low, high = byar(count)
    slow_low, slow_high = oracle.byar(count)
    assert low == pytest.approx(float(slow_low), rel=1e-9, abs=1e-12)
    assert high == pytest.approx(float(slow_high), rel=1e-9)


@pytest.mark.parametrize("count", [10, 25, 66, 297, 500])
def test_byars_interval_is_close_to_the_exact_one(count: int) -> None:
    low, high = byar(count)
    exact_low, exact_high = _exact_limits(count)
    assert low == pytest.approx(exact_low, rel=0.003)
    assert high == pytest.approx(exact_high, rel=0.003)


@given(COUNTS, st.floats(0.5, 0.9999), st.floats(0.5, 0.9999))
def test_a_rates_range_holds_the_rate_and_grows_with_count_and_level(
    count: int, one: float, other: float
) -> None:
    low, high = byar(count, one)
    assert 0 <= low <= count < high
    more_low, more_high = byar(count + 1, one)
    assert low <= more_low
    assert high < more_high
    narrow, wide = byar(count, min(one, other)), byar(count, max(one, other))
    assert wide[0] <= narrow[0]
    assert narrow[1] <= wide[1]


def test_a_share_is_said_with_its_base() -> None:
    assert share(31, 38).sentence == (
        "31 of 38, 82 %; chance alone could move it between 67 and 91 %."
    )


def test_wilsons_interval_agrees_with_a_published_example() -> None:
    # Newcombe 1998, table I: 81 of 263 is 0.2553 to 0.3662; 0 of 20 is 0 to 0.1611.
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0, 0.1611), abs=5e-5)


@given(st.data(), st.integers(1, 1_000_000))
def test_wilsons_interval_agrees_with_its_double_and_is_symmetric(
    data: st.DataObject, whole: int
) -> None:
    part = data.draw(st.integers(0, whole))
    low, high = wilson(part, whole)
    slow_low, slow_high = oracle.wilson(part, whole)
    assert low == pytest.approx(float(slow_low), rel=1e-9, abs=1e-12)
    assert high == pytest.approx(float(slow_high), rel=1e-9, abs=1e-12)
    assert 0 <= low <= part / whole <= high <= 1
    assert wilson(whole - part, whole) == pytest.approx((1 - high, 1 - low), abs=1e-12)


@pytest.mark.parametrize(
    ("work_out", "words"),
    [
        (lambda: rate(-1, 1000), "-1 is not a count: a count is nought or more."),
        (lambda: rate(1.5, 1000), "1.5 is not a count: a count is a whole number."),
        (lambda: rate(math.nan, 1000), "nan is not a number."),
        (lambda: rate(10**400, 5), "is too large to work with"),
        (lambda: rate(2 * 10**9, 5), "2,000,000,000 is too large to be a count"),
        (lambda: rate(5, 0), "0 people: a rate needs more than nought"),
        (lambda: rate(5, -1000), "-1000 people: a rate needs more than nought"),
        (lambda: rate(5, math.inf), "inf is too large to work with."),
        (lambda: rate(5, 100, per=0), "Per 0 is not a rate"),
        (lambda: rate(5, 100, level=1), "1 is not a level"),
        (lambda: share(1, 0), "nobody was counted"),
        (lambda: share(9, 8), "9 cannot be part of 8"),
        (lambda: share(True, 8), "True is not a number"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(work_out: object, words: str) -> None:
    with pytest.raises(CannotWorkOut) as refused:
        work_out()  # type: ignore[operator]
    assert words in str(refused.value)
    assert str(refused.value).count(". ") == 0
