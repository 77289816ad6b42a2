"""Targets held against figures: what is published equals a slow count, and bad input is said."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from frankpledge.delivery import changes as delivery
from frankpledge.delivery.given import ActivityGiven, Counted
from frankpledge.evidence import changes as evidence
from frankpledge.judging import changes, queries
from frankpledge.partnership.models import Area
from frankpledge.plan import changes as plans
from frankpledge.record.errors import Refused, Stale
from tests.evidence import asked as county
from tests.judging.conftest import Judging
from tests.oracles import evidence as rows_again
from tests.oracles import judging as slow
from tests.small import BY, decided

pytestmark = pytest.mark.django_db
MAY = datetime.date(2021, 5, 20)
Years = Callable[[int, int], None]
ASB: dict[str, Any] = {
    "kind": "change",
    "number": 5,
    "is_percent": True,
    "direction": "down",
    "counts": "ASB",
    "per": "quarter",
}


def counted(tmp_path: Path, kind: str) -> dict[tuple[int, int], int]:
    """The police's own rows of Marshwick, one by one."""
    found: dict[tuple[int, int], int] = dict.fromkeys(slow.months((2018, 4), 37), 0)
    for row in rows_again.rows_of(tmp_path / "files"):
        placed = county.PLACED.get(row["LSOA code"], {})
        if row["Crime type"] == kind and placed.get("district") == county.MARSHWICK:
            year, month = map(int, row["Month"].split("-"))
            found[year, month] += 1
    return found


def test_nothing_of_a_target_is_guessed_and_one_answer_judges_it(
    judging: Judging, police: None, years: Years, tmp_path: Path
) -> None:
    years(2020, 2022)
    target = judging.target("Quarterly 5% decrease in ASB", **ASB)
    before = judging.judged(target, MAY)
    assert before.judgement.verdict == "not judgeable"
    asked = {each.code: each for each in queries.target_questions(judging.small.plan, MAY)}
    assert set(asked) == {"indicator", "comparator"}
    assert asked["indicator"].suggestion == (
        "Anti-social behaviour, from the published police figures."
    )
    assert all(each.needed for each in asked.values())

    judging.mean(target, indicator="asb")
    half = judging.judged(target, MAY)
    assert half.judgement.why.startswith("It waits for an answer: Compared with the quarter before")
    assert half.read.words.compounding
    assert "4 cuts of 5 % in a row make 18.5 %" in half.read.words.compounding.text

    judging.mean(target, version=1, indicator="asb", comparator="year-before")
    made = judging.judged(target, MAY)
    counts = counted(tmp_path, "Anti-social behaviour")
    quarter = slow.months((2020, 7), 3)
    failed = [
        over
        for over in (slow.months((2020, 4 + 3 * at), 3) for at in range(3))
        if slow.so_far(counts, over, MAY) > slow.most_after_a_fall(counts, over, 5)
    ]
    assert (made.judgement.verdict == "not met") == bool(failed)
    step = failed[-1] if failed else quarter
    assert made.judgement.observed == slow.so_far(counts, step, MAY)
    most = slow.most_after_a_fall(counts, step, 5)
    assert dict(made.judgement.workings)["Target"].startswith(f"at most {most} in ")
    assert dict(made.judgement.workings)["What it adds up to"] == (
        "Each quarter 5 % less than the same quarter a year before makes 5 % less over a year."
    )
    rows = queries.source_rows(made, MAY)
    assert [(row.period, row.figure) for row in rows[:3]] == [
        (f"2021-0{at}", str(counts[2021, at])) for at in (4, 3, 2)
    ]
    assert made.told[0].startswith("Source: police.uk")


def test_a_judgement_says_all_that_papers_need_as_plain_json(
    judging: Judging, police: None, years: Years
) -> None:
    years(2020, 2022)
    target = judging.target(
        "Burglary down a tenth",
        kind="change",
        number=10,
        is_percent=True,
        direction="down",
        counts="burglaries",
        comparator="year-before",
        deadline=datetime.date(2021, 9, 30),
    )
    judging.mean(target, indicator="burglary")
    made = json.loads(json.dumps(judging.judged(target, MAY).to_dict()))
    assert made["verdict"] in ("on course", "off course", "too early to say")
    assert 0 <= made["odds"] <= 1
    assert made["odds_words"]
    assert made["against_chance"]
    assert made["model"].startswith("negative binomial")
    assert made["signal"]["key"] in ("better", "worse", "none")
    assert len(made["chart"]["months"]) == len(made["chart"]["counts"]) == 36
    assert made["told"]
    assert made["disagreement"] == ""
    assert made["deviation"] is None


def test_a_rate_needs_people_and_takes_the_newest_population(
    judging: Judging, police: None, years: Years, tmp_path: Path
) -> None:
    years(2020, 2022)
    given: dict[str, Any] = {"kind": "rate-ceiling", "number": 3, "counts": "burglaries"}
    target = judging.target("Not more than 3 per thousand", of="1,000 people", **given)
    judging.mean(target, indicator="burglary")
    assert "quarter or for a whole year" in judging.judged(target, MAY).judgement.why
    judging.mean(target, version=1, indicator="burglary", every_months=12)
    made = judging.judged(target, MAY)
    people = 6 * county.BIG
    assert dict(made.judgement.workings)["Worked out from"] == f"3 per 1,000 of {people:,}"
    counts = counted(tmp_path, "Burglary")
    year = slow.months((2020, 4), 12)
    most = slow.ceiling(slow.Fraction(3), 1000, people)
    reached = slow.so_far(counts, year, MAY) <= most
    assert (made.judgement.verdict != "not met") == reached


def test_what_was_in_the_future_then_is_left_out(
    judging: Judging, police: None, years: Years
) -> None:
    years(2020, 2022)
    target = judging.target("Quarterly 5% decrease in ASB", **ASB)
    judging.mean(target, indicator="asb", comparator="year-before")
    made = judging.judged(target, datetime.date(2020, 6, 2))
    # Later years wait for the figures that they are compared with; the first is judged already.
    assert made.judgement.verdict in ("on course", "off course", "too early to say")
    assert made.aim is not None
    assert made.aim.over.words == "April 2020 to March 2021"
    assert any("not over" in note for note in made.judgement.notes)
    assert queries.source_rows(made, made.read.row.outcome.action.plan.starts)[0].note.startswith(
        "Not over yet"
    )


def test_counted_in_another_way_half_way_is_no_one_sum(
    judging: Judging, police: None, years: Years
) -> None:
    years(2020, 2022)
    own: dict[str, Any] = {
        "name": "Calls about disorder",
        "counts": "calls about disorder",
        "polarity": "down",
        "source": "evidence",
        "of": ["Anti-social behaviour"],
        "breaks": {"2020-08": "calls logged through 101"},
        "author": "Ann Alyst",
        "checker": "Bo Bester",
        "next_review": datetime.date(2027, 1, 1),
    }
    changes.add_indicator(
        partnership=judging.small.partnership, key="calls-about-disorder", by=BY, **own
    )
    target = judging.target("Quarterly 5% decrease in ASB", **ASB)
    judging.mean(target, indicator="calls-about-disorder", comparator="year-before")
    made = judging.judged(target, MAY)
    assert made.judgement.verdict == "not judgeable"
    assert "calls logged through 101" in made.judgement.why
    assert made.chart is not None
    assert made.chart.segments[1].why == "calls logged through 101"


OWN = "period,area,measure,n\n"


def own_counts(judging: Judging, tmp_path: Path, text: str) -> None:
    path = tmp_path / "fires.csv"
    path.write_text(OWN + text)
    Area.objects.get_or_create(
        code=county.MARSHWICK, vintage=2025, defaults={"name": "Marshwick", "kind": "district"}
    )
    evidence.load_counts(
        path=path,
        dataset="fires",
        partnership=judging.small.partnership,
        columns={"period": "period", "area": "area", "measure": "measure", "n": "n"},
        by=BY,
    )


@pytest.mark.parametrize(
    ("text", "baseline", "said"),
    [
        ("2026-04,,deliberate,0\n2026-05,,deliberate,0\n", None, "nothing can fall below nought"),
        (
            "2026-04,,deliberate,3\n2026-04..2026-06,,deliberate,9\n",
            None,
            "counted twice",
        ),
        ("2026-04,,accidental,3\n", None, "No counts are loaded as fires/deliberate"),
    ],
)
def test_bad_counts_are_refused_in_words(
    judging: Judging, tmp_path: Path, text: str, baseline: int | None, said: str
) -> None:
    earlier = "".join(f"2025-{at:02},,deliberate,0\n" for at in range(4, 13))
    earlier += "".join(f"2026-{at:02},,deliberate,0\n" for at in range(1, 4))
    own_counts(judging, tmp_path, earlier + text if "deliberate,0" in text else text)
    target = judging.target(
        "Deliberate fires down by a tenth each year",
        kind="change",
        number=10,
        is_percent=True,
        direction="down",
        per="year",
        comparator="year-before",
    )
    judging.mean(target, indicator="deliberate-fires")
    made = judging.judged(target)
    assert made.judgement.verdict == "not judgeable"
    assert said in made.judgement.why


def test_a_baseline_of_nought_and_nobody_to_count_are_refused_when_they_are_typed(
    judging: Judging,
) -> None:
    target = judging.target("Quarterly 5% decrease in ASB", **ASB)
    wrong: list[tuple[str, Any]] = [("baseline", 0), ("people", 0), ("cohort", 0)]
    wrong += [("baseline_months", 0), ("indicator", "ni-16"), ("indicator", "nobody")]
    wrong += [("area", "E00000001"), ("deadline", datetime.date(2020, 1, 1))]
    for field, value in wrong:
        with pytest.raises(Refused) as refused:
            judging.mean(target, **{field: value})
        assert refused.value.field == field


def test_figures_said_by_the_lead_count_where_nothing_else_does(judging: Judging) -> None:
    target = judging.target(
        "At least 26 in the quarter",
        kind="count-at-least",
        number=26,
        counts="patrols",
        per="quarter",
    )
    first, second = datetime.date(2026, 4, 1), datetime.date(2026, 7, 1)
    judging.said(27, on=datetime.date(2026, 7, 2), period=first)
    kept = judging.judged(target)
    assert kept.judgement.verdict == "too early to say"
    assert kept.judgement.observed is None or kept.judgement.observed == 27
    assert "as said by the lead" in " ".join(kept.told)
    judging.said(30, on=datetime.date(2026, 7, 3), period=first)
    judging.said(12, on=datetime.date(2026, 10, 2), period=second, rating=judging.small.good)
    made = judging.judged(target)
    assert made.judgement.verdict == "not met"
    assert made.judgement.why.endswith("Met in 1 of 2 periods.")
    assert made.judgement.odds is None
    assert made.disagreement == "The lead says on track; by the figures the target is not met."
    assert [row.figure.split(",")[0] for row in queries.source_rows(made, MAY)] == ["12", "30"]


def test_what_is_so_far_is_not_counted_twice_and_cannot_grow_less(judging: Judging) -> None:
    target = judging.target(
        "200 trained by March",
        kind="count-at-least",
        number=200,
        counts="people trained",
        deadline=datetime.date(2027, 3, 31),
    )
    judging.said(60, on=datetime.date(2026, 7, 2), period=datetime.date(2026, 4, 1))
    judging.said(150, on=datetime.date(2026, 10, 2), period=datetime.date(2026, 7, 1))
    made = judging.judged(target)
    assert made.judgement.observed == 150
    judging.said(90, on=datetime.date(2026, 10, 5), period=datetime.date(2026, 10, 1))
    assert "cannot grow less" in judging.judged(target).judgement.why
    judging.mean(target, said="each")
    assert judging.judged(target).judgement.verdict == "met"


@pytest.mark.parametrize(
    ("part", "whole", "number", "verdict"),
    [(31, 38, 50, "on course"), (3, 38, 50, "off course"), (19, 38, 50, "too early to say")],
)
def test_a_share_stands_with_its_base_and_interval(
    judging: Judging, part: int, whole: int, number: int, verdict: str
) -> None:
    target = judging.target(
        "Half keep their tenancy", kind="proportion", number=number, is_percent=True, of="clients"
    )
    judging.said(part, whole, on=datetime.date(2026, 10, 2), period=datetime.date(2026, 7, 1))
    made = judging.judged(target).judgement
    assert made.verdict == verdict
    assert f"{part} of {whole}" in made.why
    assert made.observed == part / whole
    assert made.low is not None
    assert made.high is not None
    assert made.low < part / whole < made.high
    ended = judging.judged(target, datetime.date(2029, 5, 1)).judgement.verdict
    assert (ended == "met") == slow.share_reached(part, whole, number)


def test_of_a_target_of_each_year_it_is_asked_whether_leads_tell_all_so_far(
    judging: Judging, years: Years
) -> None:
    years(2024, 2027)
    target = judging.target(
        "300 marked each year", kind="count-at-least", number=300, counts="marked", per="year"
    )

    def said(figure: int, year: int, month: int) -> None:
        after = datetime.date(year, month, 1)
        judging.said(figure, on=after + datetime.timedelta(days=95), period=after)

    said(140, 2024, 4)
    said(271, 2024, 7)
    waiting = judging.judged(target).judgement
    assert waiting.verdict == "not judgeable"
    assert "alone, or all of the year so far?" in waiting.why
    asked = queries.questions_of(judging.small.plan, target)
    (which,) = [one for one in asked if one.code == "said"]
    assert (which.suggestion, which.needed) == ("All of the year so far.", True)
    judging.mean(target, said="so-far")
    assert judging.judged(target).judgement.observed == 271
    said(310, 2025, 1)
    said(90, 2025, 4)
    again = judging.judged(target).judgement
    assert (again.observed, again.verdict) == (90, "too early to say"), "each year begins anew"
    assert "Met in 1 of 1 periods." in again.why
    judging.mean(target, said="each", version=1)
    assert "Met in 1 of 1" in judging.judged(target).judgement.why, "140, 271 and 310 together"


def test_nobody_missed_of_all_is_on_course_though_no_interval_reaches_the_whole(
    judging: Judging,
) -> None:
    target = judging.target(
        "All venues sign", kind="proportion", number=100, is_percent=True, of="venues"
    )
    july = datetime.date(2026, 7, 1)
    judging.said(11, 11, on=datetime.date(2026, 10, 2), period=july)
    assert judging.judged(target).judgement.verdict == "on course"
    judging.said(10, 11, on=datetime.date(2026, 10, 3), period=july)
    assert judging.judged(target).judgement.verdict == "off course"


def test_each_quarter_met_says_each_quarter(judging: Judging, years: Years) -> None:
    years(2025, 2026)
    target = judging.target(
        "Nine in ten each quarter",
        kind="proportion",
        number=90,
        is_percent=True,
        of="shops",
        per="quarter",
    )
    for month in (4, 7):
        after = datetime.date(2025, month, 1)
        judging.said(39, 40, on=after + datetime.timedelta(days=95), period=after)
    half = judging.judged(target).judgement
    assert half.verdict == "not enough data"
    assert half.why.endswith("Met in 2 of 2 periods. Nothing is known of 2 more.")
    for year, month in ((2025, 10), (2026, 1)):
        after = datetime.date(year, month, 1)
        judging.said(39, 40, on=after + datetime.timedelta(days=95), period=after)
    assert judging.judged(target).judgement.verdict == "met"


def test_a_share_of_nobody_divides_by_nothing(judging: Judging) -> None:
    target = judging.target(
        "Half keep their tenancy", kind="proportion", number=50, is_percent=True, of="clients"
    )
    judging.said(0, 0, on=datetime.date(2026, 10, 2), period=datetime.date(2026, 7, 1))
    made = judging.judged(target).judgement
    assert (made.verdict, made.why) == (
        "not enough data",
        "Nobody has been counted yet, so there is no share.",
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"kind": "milestone"}, "Whether it is done is said by the lead"),
        ({"kind": "recurring"}, "Whether it was done each time is said by the lead"),
        ({"kind": "direction", "direction": "up"}, "which way, but not how far"),
        ({"kind": "unnumbered", "counts": "what owners say"}, "not how many would be enough"),
    ],
)
def test_what_figures_cannot_judge_says_why(
    judging: Judging, given: dict[str, Any], said: str
) -> None:
    target = judging.target("As the lead says", **given)
    made = judging.judged(target)
    assert made.judgement.verdict == "not judgeable"
    assert said in made.judgement.why
    assert made.signal.key == "not-counted"


def test_a_target_can_be_left_to_words_with_the_reason(judging: Judging) -> None:
    target = judging.target("Quarterly 5% decrease in ASB", **ASB)
    judging.mean(target, not_by_figures="the force changed how it counts")
    why = judging.judged(target).judgement.why
    assert why == "Left to what people say: the force changed how it counts"
    assert not queries.target_questions(judging.small.plan)


def test_a_meaning_belongs_to_the_words_and_outlives_a_new_list_of_them(judging: Judging) -> None:
    target = judging.target("Quarterly 5% decrease in ASB", **ASB)
    judging.mean(target, indicator="asb")
    again = judging.target("Quarterly 5% decrease in ASB", **ASB)
    assert again.pk != target.pk
    assert queries.meaning_of(again) is not None
    other = judging.target("Quarterly 6% decrease in ASB", **ASB)
    assert queries.meaning_of(other) is None


def test_the_second_of_two_who_answer_sees_what_the_first_said(judging: Judging) -> None:
    target = judging.target("Quarterly 5% decrease in ASB", **ASB)
    judging.mean(target, indicator="asb")
    with pytest.raises(Stale) as stale:
        judging.mean(target, indicator="burglary")
    assert stale.value.current["indicator"] == "asb"
    assert stale.value.version == 1


def test_an_accepted_miss_has_a_reason_and_an_end(judging: Judging) -> None:
    target = judging.target("Quarterly 5% decrease in ASB", **ASB)
    given: dict[str, Any] = {
        "outcome": judging.small.first,
        "accepted_by": "The board, minute 6.2",
        "accepted_on": datetime.date(2026, 10, 1),
        "by": BY,
    }
    with pytest.raises(Refused):
        changes.accept_deviation(why="Late", until=datetime.date(2026, 9, 1), **given)
    made = changes.accept_deviation(why="Late", until=datetime.date(2026, 12, 1), **given)
    with pytest.raises(Refused):
        changes.accept_deviation(why="Again", until=datetime.date(2026, 12, 1), **given)
    found = judging.judged(target).deviation
    assert found is not None
    assert found.to_dict() == {"why": "Late", "until": "2026-12-01"}
    assert judging.judged(target, datetime.date(2026, 12, 2)).deviation is None
    changes.end_deviation(deviation=made, why="It came right", by=BY)
    assert judging.judged(target).deviation is None


def test_as_many_queries_for_many_targets_as_for_one(
    judging: Judging, django_assert_max_num_queries: Any
) -> None:
    target = judging.target("Quarterly 5% decrease in ASB", **ASB)
    judging.mean(target, indicator="asb", comparator="year-before")
    for at in range(12):
        outcome = plans.add_outcome(
            action=judging.small.action, number=at + 3, words=f"Outcome {at}", by=BY
        )
        judging.target(f"At least {at + 1} patrols each quarter", outcome=outcome)
    with django_assert_max_num_queries(24):
        found = queries.judge_plan(judging.small.plan)
    assert len(found.targets) == 13
    with django_assert_max_num_queries(2):
        assert queries.judge_plan(judging.small.plan) is found


def test_a_change_of_the_plan_judges_it_anew(judging: Judging) -> None:
    target = judging.target("Quarterly 5% decrease in ASB", **ASB)
    first = queries.judge_plan(judging.small.plan)
    judging.mean(target, not_by_figures="the force changed how it counts")
    assert queries.judge_plan(judging.small.plan) is not first


def test_judgements_are_kept_once_a_day(judging: Judging) -> None:
    target = judging.target(
        "At least 26 in the quarter",
        kind="count-at-least",
        number=26,
        counts="patrols",
        per="quarter",
    )
    judging.said(12, on=datetime.date(2026, 7, 2), period=datetime.date(2026, 4, 1))
    judging.small.adopt()
    assert judging.judged(target).is_judged
    day = datetime.date(2026, 11, 20)
    assert len(changes.keep_judgements(plan=judging.small.plan, by=BY, as_at=day)) == 1
    assert changes.keep_judgements(plan=judging.small.plan, by=BY, as_at=day) == []
    (kept,) = queries.judged_before(judging.small.first)
    assert kept.doc["verdict"] == "not met"


def test_own_indicators_are_changed_in_turn_and_kept_as_history(judging: Judging) -> None:
    given: dict[str, Any] = {
        "name": "Fires in bins",
        "counts": "fires in bins",
        "polarity": "down",
        "source": "counts",
        "of": ["fires/bins"],
        "author": "Ann Alyst",
        "checker": "Bo Bester",
        "next_review": datetime.date(2027, 1, 1),
    }
    partnership = judging.small.partnership
    for wrong, field in (
        ({"key": "asb"}, "key"),
        ({"key": "bins", "checker": "Ann Alyst"}, "checker"),
        ({"key": "bins", "breaks": {"April": "moved"}}, "breaks"),
    ):
        with pytest.raises(Refused) as refused:
            changes.add_indicator(partnership=partnership, by=BY, **{**given, **wrong})
        assert refused.value.field == field
    row = changes.add_indicator(partnership=partnership, key="bins", by=BY, **given)
    changes.change_indicator(indicator=row, version=1, note="In parks too", by=BY)
    with pytest.raises(Stale):
        changes.change_indicator(indicator=row, version=1, note="No", by=BY)
    target = judging.target(
        "Fires in bins down by a tenth each year",
        kind="change",
        number=10,
        is_percent=True,
        direction="down",
        per="year",
    )
    judging.mean(target, indicator="bins", comparator="year-before")
    changes.retire_indicator(indicator=row, why="The park is closed", by=BY)
    assert "The park is closed" in judging.judged(target).judgement.why
    listed = {one.indicator.key: one for one in queries.indicators(partnership)}
    assert listed["bins"].indicator.retired
    assert listed["asb"].row is None


def test_words_that_must_not_be_kept_leave_the_rows(judging: Judging) -> None:
    from frankpledge.judging.withdrawals import remove_from_judgements

    judging.small.adopt()
    changes.accept_deviation(
        outcome=judging.small.first,
        why="Because Jo Bloggs of 4 Mill Lane is ill",
        until=datetime.date(2027, 1, 1),
        accepted_by="The board",
        by=BY,
    )
    chain = judging.small.partnership.chain
    assert remove_from_judgements(chain, "Jo Bloggs of 4 Mill Lane") == 1
    (kept,) = queries.deviations_of(judging.small.first)
    assert "Bloggs" not in kept.why


def test_a_target_of_an_adopted_plan_is_judged_with_its_new_words(judging: Judging) -> None:
    judging.target("Quarterly 5% decrease in ASB", **ASB)
    judging.small.adopt()
    plans.set_targets(
        outcome=judging.small.first,
        targets=[plans.TargetGiven(printed="In place by June", kind="milestone")],
        decision=decided(),
        by=BY,
    )
    found = queries.judge_plan(judging.small.plan).of(judging.small.first.pk)
    assert found is not None
    assert found.printed == "In place by June"


def test_as_at_an_earlier_day_only_what_was_said_by_then_counts(judging: Judging) -> None:
    target = judging.target(
        "At least 26 in the quarter",
        kind="count-at-least",
        number=26,
        counts="patrols",
        per="quarter",
    )
    judging.said(27, on=datetime.date(2026, 7, 2), period=datetime.date(2026, 4, 1))
    judging.said(12, on=datetime.date(2026, 10, 2), period=datetime.date(2026, 7, 1))
    assert judging.judged(target, datetime.date(2026, 10, 1)).judgement.verdict == (
        "too early to say"
    )
    assert judging.judged(target, datetime.date(2026, 10, 3)).judgement.verdict == "not met"


def test_what_was_logged_for_an_outcome_measures_it_nought_included(
    judging: Judging,
) -> None:
    partnership = judging.small.partnership
    target = judging.target(
        "At least 10 patrols each quarter", kind="count-at-least", number=10, per="quarter"
    )
    measure = delivery.add_measure(
        partnership=partnership,
        name="Foot patrols",
        unit="patrols",
        outcomes=[judging.small.first],
        by=BY,
    )
    for at, (month, count) in enumerate(((4, 3), (5, 8), (6, 0), (7, 2), (8, 2), (9, 1))):
        delivery.log_activity(
            partnership=partnership,
            given=ActivityGiven(
                on=datetime.date(2026, month, 10), results=[Counted(measure, count)]
            ),
            press=f"press-{at}",
            by=BY,
        )
    made = judging.judged(target)
    assert made.figures.source == "log"
    assert made.judgement.verdict == "not met"
    assert made.judgement.why == (
        "The target was at least 10 in July to September 2026; 5 were counted. "
        "Met in 1 of 2 periods."
    )
    assert [row.figure for row in queries.source_rows(made, MAY)] == ["1", "2", "2", "0", "8", "3"]


def test_a_sentence_names_what_it_is_about_and_not_its_verb(judging: Judging) -> None:
    target = judging.target(
        "Every shop inside the ring road is on the line",
        kind="proportion",
        number=100,
        is_percent=True,
    )
    told = judging.judged(target, MAY).judgement.sentence
    assert told.startswith("Every shop inside the ring road is on the line:")
