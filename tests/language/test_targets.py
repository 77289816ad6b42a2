"""Targets in wordings of our own, each read as a careful reader would read it."""

from datetime import date

import pytest

from frankpledge.language import Context, Target, read_target

PLAN = Context(plan_start=date(2026, 4, 1), groups=("Town Forum", "TDG"))


def shown(target: Target) -> str:
    words = [target.kind]
    if target.number is not None:
        words.append(f"{target.number:g}")
    if target.reach is not None:
        words.append(f"to {target.reach:g}")
    words.append(target.denominator or target.unit or target.what)
    if target.per:
        words.append(f"per {target.per.n} {target.per.unit}")
    if target.deadline:
        words.append(f"by {target.deadline}")
    return " ".join(word for word in words if word)


WORDINGS = {
    "A minimum of three drop-in sessions per month": (
        "count_at_least 3 drop-in sessions per 1 month"
    ),
    "Not less than 12 bike markings by 31 March 2027": (
        "count_at_least 12 bike markings by 2027-03-31"
    ),
    "Train 40 door staff by October 2026": "count_exactly 40 door staff by 2026-10-31",
    "200+ residents signed up": "count_at_least 200 residents",
    "More than 50 young people engaged": "count_at_least 50 young people",
    "Five or more street briefings every quarter": (
        "count_at_least 5 street briefings per 1 quarter"
    ),
    "Four newsletters published": "count_exactly 4 newsletters",
    "Deliver 6-8 workshops": "count_at_least 6 workshops",
    "At least twenty-five homes visited": "count_at_least 25 homes",
    "a dozen businesses recruited to the scheme": "count_exactly 12 businesses",
    "No more than 30 complaints a month": "count_at_most 30 complaints per 1 month",
    "Fewer than 10 arson incidents each quarter": "count_at_most 10 arson incidents per 1 quarter",
    "maximum of 5 repeat call-outs": "count_at_most 5 repeat call-outs",
    "Hold one public meeting a year": "count_exactly 1 public meeting per 1 year",
    "1,200 leaflets delivered": "count_exactly 1200 leaflets",
    "Approx 60 shops visited": "count_exactly 60 shops",
    "75% of victims satisfied with the service": "proportion 75 victims",
    "At least 80 per cent of referrals seen within 10 days": "proportion 80 referrals",
    "Two thirds of tenants feel safe after dark": "proportion 66.7 tenants",
    "Nine out of ten callers answered": "proportion 90 callers",
    "All frontline officers to complete the course by June 2026": (
        "proportion 100 frontline officers by 2026-06-30"
    ),
    "Every victim is offered support": "proportion 100 victim",
    "No more than 15% of cases reopened": "proportion 15 cases",
    "Reduce burglary by 10%": "change 10 %",
    "10% reduction in shop theft": "change 10 %",
    "Burglary reduced by 5 per cent each year": "change 5 % per 1 year",
    "Cut nuisance calls by a third": "change 33.3 %",
    "Halve the number of fly tips": "change 50 %",
    "5% fewer vehicle crimes": "change 5 %",
    "Monthly 2% fall in graffiti": "change 2 % per 1 month",
    "Increase reporting of hate crime by 20% by March 2027": "change 20 % by 2027-03-31",
    "Increase confidence to 70%": "change to 70 %",
    "Reduce thefts from 640 to 580": "change to 580 count",
    "Reduce the number of calls by 50": "change 50 count",
    "No increase in robbery": "change 0 %",
    "Theft rate no higher than 4 per 1,000 residents": "rate_ceiling 4 residents",
    "Fewer than 3 fires per 10,000 households per year": "rate_ceiling 3 households per 1 year",
    "Website live by May 2026": "milestone Website live by 2026-05-31",
    "Protocol signed": "milestone Protocol signed",
    "Launch a witness scheme": "milestone Launch a witness scheme",
    "Coordinator appointed by 1 June 2026": "milestone Coordinator appointed by 2026-06-01",
    "Strategy agreed and published in autumn 2026": (
        "milestone Strategy agreed and published by 2026-11-30"
    ),
    "Quarterly bulletin to ward members": "recurring 1 bulletin to ward members per 1 quarter",
    "Monthly data returns supplied": "recurring 1 data returns supplied per 1 month",
    "Performance report taken to every Town Forum meeting": (
        "recurring 1 Performance report taken per 1 meeting"
    ),
    "Health represented at every TDG meeting": "attendance meetings per 1 meeting",
    "Attendance at 90% of Town Forum meetings": "attendance 90 %",
    "Number of referrals made": "unnumbered referrals made",
    "No. of properties secured": "unnumbered properties secured",
    "Percentage of residents who feel safe": "unnumbered residents who feel safe",
    "Level of nuisance calls": "unnumbered nuisance calls",
    "Improve public confidence": "direction Improve public confidence",
    "To support 18-24 year olds": "direction support 18-24 year olds",
    "Better joint working": "direction Better joint working",
    "Ditto": "reference",
    "See action 2.3": "reference",
    "TBC": "none",
    "": "none",
    "0 deaths in custody": "count_exactly 0 deaths",
}


@pytest.mark.parametrize(("text", "meaning"), WORDINGS.items())
def test_a_target_is_read(text: str, meaning: str) -> None:
    assert shown(read_target(text, PLAN).main) == meaning


@pytest.mark.parametrize(
    "text",
    [
        "Number of referrals",
        "Improve confidence",
        "As above",
        "n/a",
        "50% of tenants",
        "Work with 14 to 16 year olds",
        "Support under 18s",
        "Deliver priority 3",
    ],
)
def test_what_cannot_be_judged_says_why(text: str) -> None:
    reading = read_target(text, PLAN)
    assert not reading.judgeable
    assert reading.main.why_not.endswith(".")


def test_two_promises_in_one_cell_are_two_targets() -> None:
    reading = read_target("Hold 3 events, train 20 staff and publish 2 newsletters", PLAN)
    assert [(target.number, target.unit) for target in reading.targets] == [
        (3, "events"),
        (20, "staff"),
        (2, "newsletters"),
    ]


def test_a_quarterly_cut_asks_what_it_is_compared_with_and_shows_the_year() -> None:
    target = read_target("Quarterly 5% cut in nuisance", PLAN).main
    (question,) = target.questions
    assert "same quarter last year" in question.text
    assert "same quarter last year" in question.suggestion
    assert target.compounding is not None
    assert target.compounding.a_year == 18.5


def test_a_rise_compounds_upwards() -> None:
    target = read_target("Monthly 1% increase in membership", PLAN).main
    assert target.compounding is not None
    assert target.compounding.a_year == 12.7


@pytest.mark.parametrize(
    ("compared", "in_a_row"),
    [
        ("", True),
        (" compared with the quarter before", True),
        (" compared with the same quarter last year", False),
        (" against the 2024/25 baseline", False),
    ],
)
def test_only_cuts_of_the_one_before_add_up(compared: str, in_a_row: bool) -> None:
    target = read_target(f"Quarterly 5% decrease in burglary{compared}", PLAN).main
    assert target.kind == "change"
    assert (target.compounding is not None) == in_a_row


def test_a_named_comparison_is_kept_and_its_figure_asked_for() -> None:
    target = read_target("Reduce burglary by 10% compared with 2025/26", PLAN).main
    assert target.comparator == "compared with 2025/26"
    assert [question.code for question in target.questions] == ["baseline"]
    assert target.deadline is None


def test_from_and_to_need_no_question() -> None:
    target = read_target("Reduce thefts from 640 to 580", PLAN).main
    assert (target.baseline, target.reach, target.direction) == (640, 580, "down")
    assert target.questions == ()


def test_a_rate_without_a_period_is_asked_about() -> None:
    codes = [
        q.code for q in read_target("No more than 2 fires per 1,000 homes", PLAN).main.questions
    ]
    assert codes == ["period"]


def test_a_percentage_of_nothing_named_is_asked_about() -> None:
    codes = [q.code for q in read_target("100% agreed at the TDG", PLAN).main.questions]
    assert codes == ["denominator"]


def test_a_count_without_a_day_suggests_the_end_of_the_plan() -> None:
    (question,) = read_target("Hold two events", PLAN).main.questions
    assert question.suggestion == "The end of the plan, 31 March 2027."


def test_dates_hidden_in_a_target_are_found() -> None:
    target = read_target("Two fairs held (May and October)", PLAN).main
    assert [(found.start, found.kind) for found in target.hidden_dates] == [
        (date(2026, 5, 1), "month"),
        (date(2026, 10, 1), "month"),
    ]


def test_nought_stays_nought() -> None:
    assert read_target("0 escapes", PLAN).main.number == 0
    assert read_target("0% of calls abandoned", PLAN).main.number == 0


def test_strict_and_open_bounds_are_told_apart() -> None:
    assert read_target("More than 5 walks", PLAN).main.strict
    assert not read_target("5 or more walks", PLAN).main.strict


def test_a_row_of_figures_is_a_baseline_a_cut_and_a_result() -> None:
    target = read_target("Bicycle theft\t240\t10%\t228\t5%", PLAN).main
    assert (target.baseline, target.number, target.actual) == (240, 10, "228, 5 %")


def test_up_to_is_a_limit_and_is_asked_about() -> None:
    target = read_target("Up to 20 people trained", PLAN).main
    assert (target.kind, target.number) == ("count_at_most", 20)
    assert [finding.code for finding in target.findings] == ["up-to"]
