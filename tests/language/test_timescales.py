"""Timescales in wordings of our own, each read as a careful reader would read it."""

from datetime import date

import pytest

from frankpledge.language import Context, Part, read_timescale

PLAN = Context(plan_start=date(2026, 4, 1), groups=("Town Forum", "TDG"))


def shown(part: Part) -> str:
    words = [part.kind]
    if part.start or part.end:
        words.append(f"{part.start or ''}..{part.end or ''}")
    if part.every:
        times = f"{part.every.times}x" if part.every.times > 1 else ""
        words.append(f"{times}{part.every.n} {part.every.unit}")
    if part.group:
        words.append(f"at {part.group}")
    return " ".join(words)


WORDINGS = {
    "31/3/27": "date 2027-03-31..2027-03-31",
    "31.03.2027": "date 2027-03-31..2027-03-31",
    "2026-12-01": "date 2026-12-01..2026-12-01",
    "by 5/6/26": "date ..2026-06-05",
    "1st of May 2026": "date 2026-05-01..2026-05-01",
    "Friday 3 July 2026": "date 2026-07-03..2026-07-03",
    "on or before 30th November 2026": "date ..2026-11-30",
    "no later than 14 Feb 2027": "date ..2027-02-14",
    "November 5th": "date 2026-11-05..2026-11-05",
    "Mar-27": "month 2027-03-01..2027-03-31",
    "Oct '26": "month 2026-10-01..2026-10-31",
    "Dec 26": "month 2026-12-01..2026-12-31",
    "January": "month 2027-01-01..2027-01-31",
    "end of June 2026": "month 2026-06-30..2026-06-30",
    "By the end of October": "month ..2026-10-31",
    "Octo ber 2026": "month 2026-10-01..2026-10-31",
    "Febuary 2027": "month 2027-02-01..2027-02-28",
    "Before September 2026": "month ..2026-08-31",
    "Sept 2026 to Jan 2027": "span 2026-09-01..2027-01-31",
    "November to February": "span 2026-11-01..2027-02-28",
    "from 1 June until 31 August 2026": "span 2026-06-01..2026-08-31",
    "between May and July 2026": "span 2026-05-01..2026-07-31",
    "Jul/Aug 2026": "span 2026-07-01..2026-08-31",
    "12\u201314 October 2026": "span 2026-10-12..2026-10-14",
    "Spring 2027": "season 2027-03-01..2027-05-31",
    "by the summer": "season ..2026-08-31",
    "Winter 2026/27": "season 2026-12-01..2027-02-28",
    "autumn term 2026": "season 2026-09-01..2026-12-31",
    "Q3": "span 2026-10-01..2026-12-31",
    "Q1 2026/27": "span 2026-04-01..2026-06-30",
    "by end of Q2": "span ..2026-09-30",
    "Q1-Q3": "span 2026-04-01..2026-12-31",
    "third quarter": "span 2026-10-01..2026-12-31",
    "first half of the year": "span 2026-04-01..2026-09-30",
    "2026/27": "financial_year 2026-04-01..2027-03-31",
    "26/27": "financial_year 2026-04-01..2027-03-31",
    "throughout 2026-2027": "financial_year 2026-04-01..2027-03-31",
    "Financial year 2026/27": "financial_year 2026-04-01..2027-03-31",
    "2026-29": "span 2026-04-01..2029-03-31",
    "by end of financial year": "plan_year ..2027-03-31",
    "All year round": "plan_year 2026-04-01..2027-03-31",
    "Life of the plan": "plan_year 2026-04-01..2027-03-31",
    "Year end": "plan_year 2027-03-31..2027-03-31",
    "18 months": "duration 2026-04-01..2027-09-30 18 month",
    "Within six weeks": "duration 2026-04-01..2026-05-12 6 week",
    "over two years": "duration 2026-04-01..2028-03-31 2 year",
    "Every other month": "every 2 month",
    "every four weeks": "every 4 week",
    "6 weekly": "every 6 week",
    "Six-monthly": "every 6 month",
    "half-yearly": "every 6 month",
    "Annually": "every 1 year",
    "twice a year": "every 2x1 year",
    "3 times per year": "every 3x1 year",
    "once a fortnight": "every 2 week",
    "on a quarterly basis": "every 1 quarter",
    "Each month": "every 1 month",
    "monthl y": "every 1 month",
    "each meeting of the Town Forum": "meeting 1 meeting at Town Forum",
    "every delivery group meeting": "meeting 1 meeting at delivery group",
    "At TDG every 8 weeks": "meeting 8 week at TDG",
    "at the October TDG meeting": "meeting 2026-10-01..2026-10-31 at TDG",
    "As and when needed": "on_demand",
    "where appropriate": "on_demand",
    "If required": "on_demand",
    "ad hoc": "on_demand",
    "subject to funding": "on_demand",
    "within 28 days of referral": "on_demand 28 day",
    "upon receipt of a complaint": "on_demand",
    "on-going": "open",
    "Continuous": "open",
    "Work is ongoing": "open",
    "TBC": "none",
    "n/a": "none",
    "Immediately": "none",
    "Medium term": "none",
    "to be agreed with the new manager": "none",
    "": "none",
    "Charter signed by May 2026": "milestone ..2026-05-31",
}


@pytest.mark.parametrize(("text", "meaning"), WORDINGS.items())
def test_one_timescale_is_read(text: str, meaning: str) -> None:
    assert [shown(part) for part in read_timescale(text, PLAN).parts] == [meaning]


SEVERAL = {
    "June, September and December 2026": [
        "month 2026-06-01..2026-06-30",
        "month 2026-09-01..2026-09-30",
        "month 2026-12-01..2026-12-31",
    ],
    "7th & 21st May 2026": ["date 2026-05-07..2026-05-07", "date 2026-05-21..2026-05-21"],
    "Monthly until March 2027": ["every 1 month", "month ..2027-03-31"],
    "Draft by June 2026; final by September 2026": [
        "milestone ..2026-06-30",
        "milestone ..2026-09-30",
    ],
    "Spring 2027\nThen quarterly": ["season 2027-03-01..2027-05-31", "every 1 quarter"],
    "Ongoing, reviewed annually": ["open", "every 1 year"],
}


@pytest.mark.parametrize(("text", "meanings"), SEVERAL.items())
def test_several_timescales_in_one_cell_are_read(text: str, meanings: list[str]) -> None:
    assert [shown(part) for part in read_timescale(text, PLAN).parts] == meanings


def test_each_milestone_keeps_its_own_words() -> None:
    parts = read_timescale("Draft by June 2026; final text by September 2026", PLAN).parts
    assert [part.deliverable for part in parts] == ["Draft", "final text"]


def test_a_month_under_when_by_is_a_deadline() -> None:
    under = Context(plan_start=date(2026, 4, 1), heading="When by")
    assert read_timescale("June 2026", under).parts[0].role == "by"


def test_a_target_in_the_timescale_column_is_found() -> None:
    reading = read_timescale("At least two walkabouts each quarter", PLAN)
    (target,) = reading.hidden_targets
    assert (target.kind, target.number, target.unit) == ("count_at_least", 2, "walkabouts")
    assert target.per is not None
    assert target.per.unit == "quarter"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("June 2028", "after-plan"),
        ("June 2025", "before-plan"),
        ("31 June 2026", "impossible"),
        ("July", "year-assumed"),
        ("bimonthly", "ambiguous"),
        ("Dec 26", "ambiguous"),
        ("regularly", "vague"),
        ("this quarter", "vague"),
        ("soonish", "no-time"),
        ("At least one walk each quarter", "hidden-target"),
        ("3/13/26", "ambiguous"),
        ("December 2026 to June 2026", "backwards"),
    ],
)
def test_what_is_doubtful_is_said(text: str, code: str) -> None:
    assert code in {finding.code for finding in read_timescale(text, PLAN).all_findings}


def test_a_slip_of_the_year_is_asked_about() -> None:
    findings = read_timescale("Pre Halloween to November 5th 2027", PLAN).all_findings
    assert any("Is 2026 meant?" in finding.message for finding in findings)


def test_seasons_and_the_year_are_settings() -> None:
    own = Context(plan_start=date(2026, 1, 1), seasons={"summer": (7, 2)}, year_start_month=1)
    assert shown(read_timescale("Summer 2026", own).parts[0]) == "season 2026-07-01..2026-08-31"
    assert shown(read_timescale("Q1", own).parts[0]) == "span 2026-01-01..2026-03-31"


def test_may_and_march_are_verbs_too() -> None:
    assert read_timescale("This may be postponed", PLAN).kind == "none"
    assert read_timescale("A march through town", PLAN).kind == "none"
    assert read_timescale("in may", PLAN).kind == "month"


def test_without_a_plan_nothing_is_made_up() -> None:
    part = read_timescale("July").parts[0]
    assert (part.kind, part.start, part.end) == ("month", None, None)
    assert read_timescale("July 2026").due == date(2026, 7, 31)
