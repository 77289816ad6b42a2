"""A change is never said without whether chance explains it."""

import random
from datetime import date
from fractions import Fraction
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frankpledge.figures.chance import chance_of_change, dispersion, how_often
from frankpledge.figures.change import change, changes_together
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.periods import period, read_period
from tests.oracles import figures as oracle

COUNTS = st.integers(0, 120)


@pytest.mark.parametrize(
    ("before", "after", "what", "sentence"),
    [
        (
            297,
            382,
            "Shop theft",
            "Shop theft rose by 85, to 382. Chance alone would do this less than 1 time in 500.",
        ),
        (
            7215,
            6872,
            "all crime",
            "All crime fell by 343, to 6,872. Chance alone would do this less than 1 time in 200.",
        ),
        (
            66,
            65,
            "robbery",
            (
                "Robbery fell by 1, to 65. Chance alone would do this more often than not: "
                "no clear change."
            ),
        ),
        (
            334,
            372,
            "assault",
            (
                "Assault rose by 38, to 372. Chance alone would do this about 1 time in 6: "
                "no clear change."
            ),
        ),
        (8, 8, "fires", "Fires stayed at 8. There is no change to explain."),
    ],
)
def test_a_change_is_one_sentence_with_its_verdict(
    before: int, after: int, what: str, sentence: str
) -> None:
    assert change(before, after, what=what).sentence == sentence


def test_counts_are_fewer_and_rates_are_lower() -> None:
    assert change(859, 755).verdict == "fewer"
    assert change(859, 755).words == "104 fewer"
    assert change(66, 65).words == "1 fewer"
    assert change(66, 65).verdict == "no clear change"
    rates = change(859, 955, exposure=(140_000, 200_000), what="Theft from vehicles")
    assert rates.verdict == "lower"
    assert rates.sentence == (
        "Theft from vehicles was lower: 4.8 per 1,000 people, against 6.1. "
        "Chance alone would do this less than 1 time in 10,000."
    )
    assert rates.percent == pytest.approx(100 * (955 / 200_000) / (859 / 140_000) - 100)


def test_equal_exposures_leave_the_counts_to_speak() -> None:
    plain, exposed = change(297, 382), change(297, 382, exposure=(5000, 5000))
    assert exposed.chance == plain.chance
    assert exposed.words == "85 more"


@pytest.mark.parametrize(
    ("before", "after", "published"),
    [
        # What another statistics library gives for the binomial test of the same split.
        (297, 382, 0.00124938035893038),
        (7215, 6872, 0.003956456757886773),
        (349, 438, 0.001690571036805709),
    ],
)
def test_the_test_agrees_with_other_software(before: int, after: int, published: float) -> None:
    assert chance_of_change(before, after) == pytest.approx(published, rel=1e-9)


@given(COUNTS, COUNTS, st.integers(1, 99))
def test_the_chance_agrees_with_its_double(before: int, after: int, percent: int) -> None:
    slow = oracle.change_by_chance(before, after, Fraction(percent, 100))
    assert chance_of_change(before, after, percent / 100) == pytest.approx(float(slow), rel=1e-9)


@settings(deadline=None)
@given(
    st.integers(0, 40),
    st.integers(0, 40),
    st.integers(1, 9),
    st.fractions(Fraction(11, 10), 20, max_denominator=10),
)
def test_the_chance_with_overdispersion_agrees_with_its_double(
    before: int, after: int, tenth: int, times: Fraction
) -> None:
    slow = oracle.change_by_uneven_chance(before, after, Fraction(tenth, 10), times)
    quick = chance_of_change(before, after, tenth / 10, float(times))
    assert quick == pytest.approx(float(slow), rel=1e-9)


@given(st.integers(0, 3_000_000), st.integers(0, 3_000_000), st.floats(1, 50))
@settings(max_examples=40, deadline=None)
def test_the_chance_does_not_mind_which_way_round(before: int, after: int, times: float) -> None:
    there, back = (
        chance_of_change(*pair, 0.5, times) for pair in ((before, after), (after, before))
    )
    assert there == pytest.approx(back, rel=1e-9)
    assert 0 <= there <= 1


@given(st.integers(0, 400), st.integers(0, 400))
def test_a_greater_rise_from_one_baseline_is_rarer(before: int, rise: int) -> None:
    less, more = (chance_of_change(before, before + rise + one) for one in (0, 1))
    assert more <= less + 1e-12


@given(st.integers(30, 400), st.integers(20, 200))
def test_allowing_for_overdispersion_calls_less(before: int, rise: int) -> None:
    plain = chance_of_change(before, before + rise)
    spread = [chance_of_change(before, before + rise, 0.5, times) for times in (1.5, 3, 10)]
    assert plain < spread[0] < spread[1] < spread[2]


@pytest.mark.parametrize("pair", [(0, 21_811), (297, 382), (3_455_173, 3_458_000)])
def test_a_dispersion_hardly_above_one_is_hardly_more_than_chance(pair: tuple[int, int]) -> None:
    plain = chance_of_change(*pair)
    for times in (1.0000000000000002, 1.0009, 1.0011):
        assert chance_of_change(*pair, 0.5, times) == pytest.approx(plain, rel=0.02)


def test_no_change_is_called_a_change_no_more_often_than_stated() -> None:
    for total in (5, 40, 333):
        chances = [chance_of_change(total - at, at) for at in range(total + 1)]
        for stated in (0.01, 0.05, 0.2, 0.5):
            called = sum(comb(total, at) for at, p in enumerate(chances) if p <= stated)
            assert Fraction(called, 2**total) <= Fraction(stated)


def test_without_change_chances_are_spread_evenly() -> None:
    draw, total, times = random.Random(2026), 4000, 4000
    chances = [
        chance_of_change(total - heads, heads)
        for heads in (draw.getrandbits(total).bit_count() for _ in range(times))
    ]
    for stated in (0.05, 0.25, 0.5, 0.75):
        share = sum(p <= stated for p in chances) / times
        assert share == pytest.approx(stated, abs=0.03)


def test_a_table_of_many_changes_allows_for_looking_often() -> None:
    pairs = [(100, 130), *((100 + at, 101 + at) for at in range(19))]
    alone = change(100, 132, what="Theft")
    assert alone.clear
    together = changes_together([alone, *(change(*pair) for pair in pairs[1:])])
    assert not together[0].clear
    assert together[0].sentence == (
        "Theft rose by 32, to 132. Chance alone would do this less than 1 time in 20, "
        "but 20 were looked at: no clear change."
    )
    assert not any(each.clear for each in changes_together([alone, change(50, 50)]))
    assert changes_together([alone])[0].clear
    strong = changes_together([change(100, 200), *(change(*pair) for pair in pairs[1:])])
    assert [each.clear for each in strong] == [True, *[False] * 19]


def test_a_percentage_needs_a_base() -> None:
    assert change(100, 110).percent == pytest.approx(10)
    assert change(0, 5).percent is None
    assert change(0, 5).why_no_percent == "No percentage: it starts from nought."
    assert change(19, 5).why_no_percent == "No percentage: it starts from fewer than 20."
    assert change(0, 0).sentence == "The count stayed at 0. There is no change to explain."


def test_what_changed_can_be_kept_as_plain_values() -> None:
    kept = change(297, 382, what="Shop theft").to_dict()
    assert kept["difference"] == 85
    assert kept["percent"] == pytest.approx(28.62, abs=0.005)
    assert kept["verdict"] == "more"
    assert kept["chance"] == pytest.approx(0.001249, abs=1e-6)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("2026-06", "2026-07", "compare a month with the same month of another year"),
        ("2025-12", "2026-01", "compare a month with the same month of another year"),
        ("2026-01..2026-03", "2026-04..2026-06", "compare a part of a year with the same part"),
        ("2026-07", "2026-07", "overlap or stand the wrong way round"),
        ("2026-07", "2025-07", "overlap or stand the wrong way round"),
        ("2024/25", "2025-04..2025-12", "are not of one length"),
        ("2025-11", "2026-11", "November 2026 is not over yet"),
        ("2025-12", "2026-12", "December 2026 is not over yet"),
    ],
)
def test_periods_that_cannot_be_compared_are_refused_in_words(
    before: str, after: str, words: str
) -> None:
    with pytest.raises(CannotWorkOut, match=words) as refused:
        change(10, 20, periods=(period(before), period(after)), today=date(2026, 11, 21))
    assert str(refused.value).count(". ") == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2025-07", "2026-07"),
        ("2024-10", "2026-10"),
        ("2024/25", "2025/26"),
        ("2007-04..2007-12", "2008-04..2008-12"),
        ("2024", "2025"),
    ],
)
def test_the_same_months_of_two_years_may_be_compared(before: str, after: str) -> None:
    periods = (period(before), period(after))
    assert change(10, 20, periods=periods, today=date(2026, 11, 21)).difference == 10


def test_periods_are_said_in_words() -> None:
    assert period("2026-07..2026-09").words == "July to September 2026"
    assert period("2025/26").words == "April 2025 to March 2026"
    assert period("2025/26").name == "2025-04"
    assert read_period("2026-13") is read_period("2025/27") is read_period("soon") is None
    assert read_period("2026-09..2026-07") is None
    with pytest.raises(CannotWorkOut, match="soon is not a period"):
        period("soon")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"before": -3, "after": 2}, "-3 is not a count"),
        ({"before": 3, "after": 2.5}, "2.5 is not a count"),
        ({"before": 3, "after": 2, "exposure": (0, 10)}, "0 people"),
        ({"before": 3, "after": 2, "exposure": (1e-9, 1e14)}, "too far apart"),
        ({"before": 3, "after": 2, "per": 0}, "Per 0 is not a rate"),
        ({"before": 3, "after": 2, "dispersion": float("inf")}, "inf is too large"),
        ({"before": 3, "after": 2, "dispersion": 0.5}, "0.5 is not a dispersion"),
    ],
)
def test_figures_that_cannot_be_are_refused(arguments: dict[str, object], words: str) -> None:
    with pytest.raises(CannotWorkOut, match=words):
        change(**arguments)  # type: ignore[arg-type]


def test_dispersion_is_how_much_more_counts_vary_than_by_chance() -> None:
    assert dispersion([10, 10, 10]) == 1
    assert dispersion([0, 20]) == pytest.approx(20)
    with pytest.raises(CannotWorkOut):
        dispersion([0, 0])


def test_chances_are_said_in_steps() -> None:
    assert how_often(0.049) == "less than 1 time in 20"
    assert how_often(0.00009) == "less than 1 time in 10,000"
    assert how_often(0.05) == "about 1 time in 20"
    assert how_often(0.5) == "about 1 time in 2"
    assert how_often(0.51) == "more often than not"
