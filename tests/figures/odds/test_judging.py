"""Each outcome is judged with its workings, or says in words why it cannot be."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frankpledge.figures.odds.judging import judge, judge_many
from frankpledge.figures.odds.outcomes import Aim, Month, Outcome, Series
from frankpledge.figures.periods import Period
from tests.figures.odds.making import FIRST, after, monthly, outcome, year

EVEN = [20] * 36
TENTH = Aim("change", 10, year(2025), "down", baseline=year(2024))


def test_a_target_is_met_when_its_year_is_over_and_no_more_came_than_it_allows() -> None:
    # 10 % off 240 is 216: eighteen a month meets it exactly, and one more does not.
    met = judge(outcome(TENTH, [*EVEN, *[18] * 12]), after(48))
    missed = judge(outcome(TENTH, [*EVEN, *[18] * 11, 19]), after(48))
    assert (met.verdict, missed.verdict) == ("met", "not met")
    assert met.observed == 216
    assert met.odds is None
    assert "at most 216 in January to December 2025" in met.sentence


def test_what_is_lost_already_is_not_met_before_its_year_is_over() -> None:
    found = judge(outcome(TENTH, [*EVEN, 120, 97]), after(38))
    assert found.verdict == "not met"
    held = judge(outcome(Aim("count_at_least", 30, year(2025)), [*EVEN, 31]), after(37))
    assert held.verdict == "met"


def test_while_it_runs_the_odds_are_given_with_the_steps_to_them() -> None:
    low = judge(outcome(TENTH, [*EVEN, *[11] * 6]), after(42))
    high = judge(outcome(TENTH, [*EVEN, *[30] * 6]), after(42))
    assert (low.verdict, high.verdict) == ("on course", "off course")
    assert low.odds is not None and high.odds is not None
    assert low.odds > 0.9
    assert high.odds < 0.1
    steps = dict(low.workings)
    assert steps["Target"] == "at most 216 in January to December 2025"
    assert steps["Worked out from"] == "10 % off 240 in January to December 2024"
    assert steps["Counted so far"] == "66 in 6 months"
    assert steps["Months still to come"] == "6"
    assert steps["Odds"].endswith(" %")
    assert low.model.startswith("negative binomial")
    assert low.parameters["variance over mean"] >= 1
    assert "fell by 54, to 66" in low.against_chance
    assert low.to_dict()["odds_words"] == "more than 19 in 20"


def test_the_odds_of_less_are_lower_and_every_target_has_its_opposite() -> None:
    counts = [*EVEN, *[20] * 6]
    aims = [Aim("count_at_most", n, year(2025)) for n in (215, 230, 240, 260)]
    found = [judge(outcome(aim, counts), after(42)).odds or 0 for aim in aims]
    assert found == sorted(found)
    more = judge(outcome(Aim("count_at_least", 231, year(2025)), counts), after(42)).odds
    assert more == pytest.approx(1 - found[1])


def test_too_early_before_any_month_is_known_and_odds_all_the_same() -> None:
    found = judge(outcome(TENTH, EVEN), after(36))
    assert found.verdict == "too early to say"
    assert found.odds is not None
    assert "None of its months is known yet" in found.why


def test_too_few_months_give_no_odds() -> None:
    aim = Aim("count_at_most", 240, year(2022))
    found = judge(outcome(aim, [20] * 5), after(5))
    assert (found.verdict, found.odds, found.odds_words) == ("not enough data", None, "")
    nothing = judge(outcome(aim, []), after(5))
    assert nothing.verdict == "not enough data"


def test_what_is_to_be_met_each_quarter_fails_with_one_of_them() -> None:
    aim = Aim("count_at_least", 6, year(2025), every=3)
    held = judge(outcome(aim, [*EVEN, 2, 2, 2, 3, 3]), after(41))
    assert held.verdict == "on course"
    assert "Met in 2 of 2 periods" in held.why
    failed = judge(outcome(aim, [*EVEN, 2, 2, 1, 3, 3]), after(41))
    assert failed.verdict == "not met"
    assert "January to March 2025" in failed.why


def test_each_quarter_against_the_one_before_goes_down_step_by_step() -> None:
    aim = Aim("change", 5, year(2025), "down", every=3, comparator="step")
    found = judge(outcome(aim, [*[100] * 36, 94, 94, 94]), after(39))
    # 5 % off 282 leaves 267.9, of which 267 is the most.
    assert dict(found.workings)["Target"] == "at most 267 in April to June 2025"
    last_year = judge(
        outcome(replace(aim, comparator="year"), [*[100] * 36, 94, 94, 94]), after(39)
    )
    assert dict(last_year.workings)["Target"] == "at most 285 in April to June 2025"


def test_a_rate_is_held_against_the_people_there() -> None:
    aim = Aim("rate_ceiling", 2, year(2025), people=90_000)
    found = judge(outcome(aim, [*[10] * 36, *[10] * 12]), after(48))
    assert (found.verdict, dict(found.workings)["Target"]) == (
        "met",
        "at most 180 in January to December 2025",
    )
    for people in (None, 0, -5):
        refused = judge(outcome(replace(aim, people=people), EVEN), after(36))
        assert refused.verdict == "not judgeable"


def _share(pairs: list[tuple[int, int]], **more: object) -> Outcome:
    months = tuple(Month(Period(FIRST + at).name, *pair) for at, pair in enumerate(pairs))
    aim = Aim("proportion", 50, Period(FIRST, 12), **more)  # type: ignore[arg-type]
    return Outcome(Series("tenancies kept", months), aim)


def test_a_share_says_its_odds_in_words_only() -> None:
    found = judge(_share([(4, 5)] * 6), after(6))
    assert (found.verdict, found.odds) == ("on course", None)
    assert found.odds_words == "more likely than not"
    assert found.observed == pytest.approx(0.8)
    assert found.low is not None and found.high is not None
    assert found.low < 0.8 < found.high
    poor = judge(_share([(1, 5)] * 6), after(6))
    assert (poor.verdict, poor.odds_words) == ("off course", "less likely than not")


def test_a_share_is_decided_when_its_cohort_is() -> None:
    assert judge(_share([(5, 8)] * 2, cohort=20), after(2)).verdict == "met"
    assert judge(_share([(1, 9)] * 2, cohort=20), after(2)).verdict == "not met"
    assert judge(_share([(4, 5)] * 12), after(12)).verdict == "met"
    few = judge(_share([(5, 8)] * 2, cohort=10), after(2))
    assert few.verdict == "not judgeable"
    assert "more than the 10 there are" in few.why


def test_a_share_of_nobody_divides_by_nothing() -> None:
    found = judge(_share([(0, 0)] * 6), after(6))
    assert found.verdict == "not enough data"
    assert judge(_share([(3, 2)]), after(6)).verdict == "not judgeable"


def test_what_people_plan_is_not_given_as_a_number() -> None:
    patrols = outcome(Aim("count_at_least", 30, year(2025)), [2] * 40)
    found = judge(replace(patrols, sort="delivered"), after(40))
    assert found.odds is None
    assert found.odds_words in {"less likely than not", "could go either way"}


@pytest.mark.parametrize(
    ("aim", "counts", "why"),
    [
        (None, EVEN, "no target that figures could be held against"),
        (TENTH, [-3, *EVEN[1:]], "a count is nought or more"),
        (TENTH, [*EVEN[:24], *[0] * 12], "cannot work|baseline is nought"),
        (replace(TENTH, direction=""), EVEN, "does not say which way"),
        (replace(TENTH, number=-4), EVEN, "a target is nought or more"),
        (replace(TENTH, number=float("nan")), EVEN, "is not a number"),
        (replace(TENTH, number=120), EVEN, "below nought"),
        (replace(TENTH, baseline=year(2020)), EVEN, "Nothing is given for January 2020"),
        (replace(TENTH, every=5), EVEN, "does not divide"),
        (replace(TENTH, kind="milestone"), EVEN, "not judged by figures"),
    ],
)
def test_what_cannot_be_judged_says_why(aim: Aim | None, counts: list[int], why: str) -> None:
    found = judge(outcome(aim, counts), after(40))
    assert found.verdict == "not judgeable"
    assert any(each in found.why for each in why.split("|"))
    assert found.odds is None


def test_a_month_given_twice_and_a_quarter_are_refused_in_words() -> None:
    series = monthly(EVEN)
    twice = replace(series, months=(*series.months, series.months[3]))
    assert "April 2022 is counted twice" in judge(Outcome(twice, TENTH), after(36)).why
    quarter = replace(series, months=(*series.months, Month("2025-01..2025-03", 60)))
    assert "figures by month" in judge(Outcome(quarter, TENTH), after(40)).why


def test_months_to_come_and_provisional_ones_are_left_out_and_said() -> None:
    series = monthly([*EVEN, *[18] * 12])
    early = judge(Outcome(series, TENTH), date(2025, 7, 20))
    assert early.observed == 108
    assert early.notes == ("Left out: 6 given for months that are not over.",)
    newest = replace(series.months[-1], provisional=True)
    unsure = replace(series, months=(*series.months[:-1], newest))
    found = judge(Outcome(unsure, TENTH), after(48))
    assert found.verdict in {"on course", "too early to say"}
    assert "provisional" in found.notes[0]


def test_a_gap_in_the_year_is_said_where_the_target_hangs_on_it() -> None:
    months = monthly([*EVEN, *[18] * 12]).months
    holed = Series("thefts", (*months[:40], *months[41:]))
    found = judge(Outcome(holed, TENTH), after(48))
    assert (found.verdict, found.odds) == ("not enough data", None)
    assert "A month is missing" in found.why
    assert "Nothing is given between April 2025 and June 2025." in found.notes


def test_a_new_way_of_counting_between_baseline_and_target_is_said() -> None:
    for month in ("2025-01", "2025-04", "2024-06"):
        series = monthly([*EVEN, *[18] * 6], breaks={month: "calls through 101"})
        found = judge(Outcome(series, TENTH), after(42))
        assert found.verdict == "not judgeable"
        assert "calls through 101" in found.why
    before = monthly([*EVEN, *[18] * 6], breaks={"2024-01": "calls through 101"})
    assert judge(Outcome(before, TENTH), after(42)).verdict in {"on course", "too early to say"}


def test_one_that_cannot_be_judged_stops_no_other_and_all_keep_their_places() -> None:
    good = outcome(TENTH, [*EVEN, *[11] * 6])
    many = [outcome(TENTH, [-1]), good, _share([(4, 5)] * 6), outcome(None, []), good]
    found = judge_many(many, after(42))
    assert [each.verdict for each in found] == [
        "not judgeable",
        "on course",
        "on course",
        "not judgeable",
        "on course",
    ]
    assert found[1] == found[4]
    assert judge_many([], after(42)) == []


WEIRD = st.sampled_from([0, 1, 5, 7.5, 100, 101, -1, float("nan"), float("inf"), 1e300])
KINDS = [
    "change",
    "count_at_least",
    "count_at_most",
    "count_exactly",
    "proportion",
    "rate_ceiling",
    "milestone",
]


@given(
    st.builds(
        Aim,
        kind=st.sampled_from(KINDS),
        number=WEIRD,
        over=st.builds(Period, st.integers(FIRST - 14, FIRST + 40), st.integers(1, 30)),
        direction=st.sampled_from(["", "down", "up"]),
        strict=st.booleans(),
        every=st.sampled_from([None, 0, 1, 3, 12]),
        baseline=st.none() | WEIRD | st.builds(Period, st.integers(FIRST, FIRST + 20), st.just(12)),
        comparator=st.sampled_from(["year", "step"]),
        people=st.none() | WEIRD,
        cohort=st.none() | st.integers(-3, 90),
    ),
    st.lists(st.tuples(st.integers(-1, 40), st.none() | st.integers(0, 40)), max_size=40),
    st.integers(0, 60),
)
def test_no_target_and_no_figures_end_in_an_error(
    aim: Aim, pairs: list[tuple[int, int | None]], month: int
) -> None:
    months = tuple(Month(Period(FIRST + at).name, *pair) for at, pair in enumerate(pairs))
    found = judge(Outcome(Series("thefts", months), aim), after(month))
    assert found.why
    assert found.odds is None or 0 <= found.odds <= 1
    assert not any("nan" in text for _, text in found.workings)


def test_series_beside_it_teach_how_far_such_series_drift() -> None:
    one = outcome(TENTH, [*EVEN, *[14] * 6])
    wild = [monthly([(at * seed * 7) % 60 for at in range(42)]) for seed in range(3, 15)]
    alone, taught = judge(one, after(42)), judge(one, after(42), wild)
    assert taught.parameters["variance over mean"] > alone.parameters["variance over mean"]
    assert taught.odds is not None and alone.odds is not None
    assert taught.odds < alone.odds
