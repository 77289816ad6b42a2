"""A chart says what is usual and what chance does not explain, by four rules in their order."""

import csv
import json
import random
from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.signals.chart import Chart, Good, xmr
from frankpledge.figures.signals.limits import limits
from frankpledge.figures.signals.series import Observed
from frankpledge.figures.wording import between
from tests.oracles import figures_signals as oracle

CALM = [30, 32, 29, 31, 30, 33, 28, 31, 29, 32, 30, 31]


def _months(values: list[float], start: int = 2024 * 12) -> list[Observed]:
    names = [f"{(start + at) // 12}-{(start + at) % 12 + 1:02d}" for at in range(len(values))]
    return [Observed(name, value) for name, value in zip(names, values, strict=True)]


def _chart(values: list[float], good: Good = "decrease", **more: object) -> Chart:
    return xmr(_months(values), good=good, what="thefts", **more)  # type: ignore[arg-type]


@given(st.lists(st.integers(0, 60), min_size=2, max_size=40))
def test_limits_and_rules_agree_with_their_double(values: list[int]) -> None:
    exact = [Fraction(value) for value in values]
    chart = _chart([float(value) for value in values])
    found, slow = chart.segments[0].limits.to_dict(), oracle.limits(exact)
    for name, value in slow.items():
        assert found[name] == pytest.approx(float(value), rel=1e-9, abs=1e-9)
    near_a_line = any(
        abs(value - line) < Fraction(1, 10**9) for value in exact for line in slow.values()
    )
    if not near_a_line or len(set(values)) == 1:
        assert [each.rule for each in chart.points] == [
            oracle.rule(exact, at) for at in range(len(values))
        ]


def test_limits_are_those_worked_by_hand() -> None:
    found = limits([[10, 12, 11, 13]])
    assert found.mean == 11.5
    assert found.average_range == pytest.approx(5 / 3)
    assert found.upper == pytest.approx(11.5 + 2.66 * 5 / 3)
    assert found.near_lower == pytest.approx(11.5 - 2 / 3 * 2.66 * 5 / 3)


def test_a_wild_step_is_screened_out_of_the_moving_ranges_and_counted() -> None:
    values = [10.0, 11, 10, 11, 10, 11, 10, 11, 60, 61, 60, 61]
    screened, whole = limits([values]), limits([values], screen=False)
    assert (screened.ranges, screened.screened) == (11, 1)
    assert screened.average_range == 1
    assert whole.average_range == pytest.approx(59 / 11)


@given(st.floats(-1e6, 1e6), st.integers(2, 30))
def test_figures_that_never_move_give_no_signal(value: float, n: int) -> None:
    chart = _chart([value] * n)
    assert {each.rule for each in chart.points} == {None}
    assert chart.segments[0].limits.upper == chart.segments[0].limits.lower == value


@given(st.lists(st.integers(0, 60), min_size=2, max_size=30))
def test_a_chart_turned_upside_down_says_the_same_of_the_other_direction(values: list[int]) -> None:
    up = _chart([float(value) for value in values], good="increase")
    down = _chart([float(-value) for value in values], good="decrease")
    assert [each.kind for each in up.points] == [each.kind for each in down.points]
    assert [each.direction for each in up.points] == [-each.direction for each in down.points]


def test_a_point_outside_a_limit_is_a_signal() -> None:
    chart = _chart([*CALM, 50])
    assert chart.latest.rule == "outside"
    assert chart.variation == "concern high"
    assert chart.sentence == (
        "Worse: thefts higher. January 2025, at 50, lies above the usual range, which ends at 38."
    )


def test_seven_rising_are_all_marked_and_six_are_not() -> None:
    # Seven points are six steps; whether it should be six points has been argued elsewhere.
    seven = _chart([30, 35, 28, 33, 29, 36, 27, 28, 29, 30, 31, 32, 33, 31], good="increase")
    marked = [at for at, each in enumerate(seven.points) if each.rule == "trend"]
    assert marked == [6, 7, 8, 9, 10, 11, 12]
    six = _chart([30, 35, 28, 33, 29, 36, 27, 28, 29, 30, 31, 32, 31, 33], good="increase")
    assert all(each.rule != "trend" for each in six.points)


def test_equal_figures_end_a_trend() -> None:
    chart = _chart([30, 35, 28, 33, 29, 36, 27, 28, 29, 30, 30, 31, 32, 33])
    assert all(each.rule != "trend" for each in chart.points)


def test_a_trend_is_named_by_its_slope_and_not_by_its_side_of_the_mean() -> None:
    # Rising from far below the mean: its low points are still part of a rise.
    chart = _chart([40, 48, 40, 49, 38, 47, 35, 36, 37, 38, 39, 40, 41, 39], good="decrease")
    low = [each for each in chart.points if each.rule == "trend" and each.value < 40]
    assert low
    assert {(each.direction, each.kind) for each in low} == {(1, "concern")}


def test_two_of_three_near_a_limit_are_marked_and_the_third_is_not() -> None:
    chart = _chart([*map(float, CALM), 36, 31, 36, 30], baseline=12)
    found = chart.segments[0].limits
    assert found.near_upper < 36 < found.upper
    assert [each.rule for each in chart.points[12:]] == ["near", None, "near", None]


def test_two_of_three_need_all_three_on_one_side() -> None:
    chart = _chart([*map(float, CALM), 36, 30, 36, 30], baseline=12)
    assert {each.rule for each in chart.points} == {None}


def test_seven_on_one_side_of_the_mean_are_all_marked() -> None:
    chart = _chart([28, 29, 28, 29, 28, 29, 28, 32, 33, 32, 33, 32, 33, 32], good="increase")
    assert [each.kind for each in chart.points[:7]] == ["concern"] * 7
    assert [each.kind for each in chart.points[7:]] == ["improvement"] * 7
    six = _chart([28, 33, 28, 33, 28, 33, 28, 32, 33, 32, 33, 32, 33, 28])
    assert all(each.rule != "shift" for each in six.points[:7])


def test_the_first_rule_that_matches_is_said_though_others_disagree() -> None:
    # High above the limit and yet in a fall: a concern by one rule, an improvement by another.
    values = [20.0, 22, 19, 21, 20, 22, 19, 21, 20, 22, 19, 21, 48, 40, 33, 28, 24, 21, 18]
    chart = _chart(values)
    point = chart.points[12]
    assert (point.rules["outside"], point.rules["trend"]) == (1, -1)
    assert (point.rule, point.kind) == ("outside", "concern")
    assert (chart.latest.rule, chart.latest.kind) == ("trend", "improvement")


def test_a_neutral_chart_says_more_or_less_and_never_better_or_worse() -> None:
    high, low = _chart([*CALM, 50], good="neutral"), _chart([*CALM, 5], good="neutral")
    assert (high.variation, high.words) == ("neutral high", "More than usual")
    assert (low.variation, low.words) == ("neutral low", "Less than usual")
    assert _chart([*CALM, 50], good="neutral", target=20).assurance is None


@pytest.mark.parametrize(
    ("good", "target", "assurance"),
    [
        ("increase", 60, "fails"),
        ("increase", 10, "passes"),
        ("decrease", 60, "passes"),
        ("decrease", 10, "fails"),
        ("increase", 31, "inconsistent"),
        ("increase", None, None),
    ],
)
def test_assurance_sets_the_target_against_the_usual_range(
    good: Good, target: float | None, assurance: str | None
) -> None:
    assert _chart([float(value) for value in CALM], good=good, target=target).assurance == assurance


def test_after_a_step_change_assurance_and_limits_are_the_new_ones() -> None:
    values = [float(value) for value in CALM] + [value / 2 for value in CALM]
    before = _chart(values, target=20)
    after = _chart(values, target=20, steps={"2025-01": "the arcade was closed"})
    assert before.assurance == "inconsistent"
    assert after.assurance == "passes"
    assert [each.start for each in after.segments] == ["2024-01", "2025-01"]
    assert after.segments[1].why == "the arcade was closed"
    assert after.segments[1].limits == _chart(values[12:]).segments[0].limits
    assert {each.rule for each in after.points} == {None}


def test_no_run_goes_on_across_a_step_change() -> None:
    values = [30.0, 35, 28, 33, 29, 36, 20, 21, 22, 23, 24, 25, 26, 25]
    whole, parted = _chart(values), _chart(values, steps={"2024-10": "a new way of recording"})
    assert any("trend" in each.rules for each in whole.points)
    assert all("trend" not in each.rules for each in parted.points)


def test_a_baseline_takes_the_limits_from_its_own_points() -> None:
    values = [*map(float, CALM), 60, 61, 62]
    assert _chart(values, baseline=12).segments[0].limits == _chart(values[:12]).segments[0].limits
    assert _chart(values).segments[0].limits.mean > 31


def test_fewer_than_twelve_points_are_on_trial() -> None:
    chart = _chart([float(value) for value in CALM[:11]])
    assert chart.trial
    assert chart.words == "Too few figures yet"
    assert chart.sentence.endswith(
        "The limits are on trial: they rest on 11 figures, and 12 are wanted."
    )
    assert not _chart([float(value) for value in CALM]).trial


def test_provisional_figures_are_shown_and_count_for_nothing() -> None:
    final = _months([float(value) for value in CALM])
    chart = xmr([*final, Observed("2025-01", 3, provisional=True)], good="decrease")
    assert chart.segments[0].limits == xmr(final, good="decrease").segments[0].limits
    assert chart.points[-1].kind == "provisional"
    assert chart.latest.period == "2024-12"
    assert chart.words == "No clear change"


def test_a_month_that_still_runs_may_be_shown_as_provisional() -> None:
    final = [Observed("2026-09", 3), Observed("2026-10", 4)]
    running = Observed("2026-11", 1, provisional=True)
    chart = xmr([*final, running], good="decrease", today=date(2026, 11, 21))
    assert chart.points[-1].kind == "provisional"


def test_no_run_and_no_moving_range_goes_across_a_missing_month() -> None:
    observed = _months([30.0, 35, 28, 33, 29, 36, 27, 28, 29, 30, 31, 32, 33, 31])
    without = [each for each in observed if each.period != "2024-10"]
    chart = xmr(without, good="decrease")
    assert chart.gaps == ("2024-11",)
    assert chart.segments[0].limits.ranges == 11
    assert all("trend" not in each.rules for each in chart.points)
    assert "Something is missing before November 2024" in chart.sentence


def test_what_is_common_is_said_with_what_is_usual() -> None:
    assert _chart([float(value) for value in CALM]).sentence == (
        "No clear change. December 2024, at 31, lies within what is usual, 24 to 37."
    )


def test_counts_are_told_in_whole_numbers_and_other_figures_in_their_own() -> None:
    """The last count that would have been usual is named, and never one beyond it."""
    shares = _chart([value + 0.5 for value in CALM]).sentence
    assert "at 31.5, lies within what is usual, 24.5 to 37.5." in shares
    assert between(23.2, 37.9) == "24 to 37"
    assert between(2.2, 2.8) == "2.2 to 2.8"  # no whole number lies between
    assert between(1.25, 3.5, places=1) == "1.3 to 3.5"
    few = [1.0, 0, 2, 0, 1, 3, 0, 1, 0, 2, 1, 0]
    assert "usual, 0 to" in _chart(few).sentence


def test_a_chart_never_speaks_of_colours_and_is_plain_data() -> None:
    kept = json.dumps(_chart([*CALM, 50], target=20).to_dict())
    assert not any(word in kept for word in ("red", "green", "amber", "significant"))


def test_noise_alone_flags_few_points_and_a_shift_is_found() -> None:
    draw = random.Random(11)
    calm = [_chart([draw.gauss(100, 10) for _ in range(24)]) for _ in range(300)]
    flagged = Counter(each.rule is not None for chart in calm for each in chart.points)
    assert flagged[True] / (300 * 24) < 0.06
    found = 0
    for _ in range(200):
        values = [draw.gauss(100, 10) for _ in range(24)] + [draw.gauss(130, 10) for _ in range(7)]
        found += any(each.rule for each in _chart(values, baseline=24).points[24:])
    assert found >= 196


@pytest.mark.parametrize(
    ("observed", "words"),
    [
        ([], "at least two"),
        ([Observed("2024-01", 1)], "at least two"),
        ([Observed("2024-01", 1), Observed("2024-01", 2)], "2024-01 is counted twice"),
        ([Observed("2024-02", 1), Observed("2024-01", 2)], "January 2024 stands after February"),
        ([Observed("2024-01", 1), Observed("2024-02..2024-04", 2)], "not of one length"),
        ([Observed("2024-01", float("inf")), Observed("2024-02", 2)], "inf is too large"),
        ([Observed("2026-10", 1), Observed("2026-11", 2)], "November 2026 is not over yet"),
    ],
)
def test_figures_that_make_no_chart_are_refused(observed: list[Observed], words: str) -> None:
    with pytest.raises(CannotWorkOut, match=words):
        xmr(observed, good="decrease", today=date(2026, 11, 21))


def test_a_step_change_that_cannot_be_is_refused() -> None:
    values = [float(value) for value in CALM]
    with pytest.raises(CannotWorkOut, match="No figure is given for 2030-01"):
        _chart(values, steps={"2030-01": "why"})
    with pytest.raises(CannotWorkOut, match="at least two final figures"):
        _chart(values, steps={"2024-12": "why"})
    with pytest.raises(CannotWorkOut, match="at least two figures"):
        _chart(values, baseline=1)


def test_a_real_series_of_months_is_charted(shared: Path) -> None:
    folder = shared / "data" / "police" / "city-of-london-2024-01-to-2025-12"
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("*street.csv")):
        with path.open(newline="") as file:
            rows = csv.DictReader(file)
            counts[path.name[:7]] = sum(row["Crime type"] == "Shoplifting" for row in rows)
    observed = [Observed(month, count) for month, count in counts.items()]
    chart = xmr(observed, good="decrease", what="shoplifting", today=date(2026, 11, 21))
    exact = [Fraction(count) for count in counts.values()]
    assert len(observed) == 24
    assert [each.rule for each in chart.points] == [oracle.rule(exact, at) for at in range(24)]
