"""Wordings from practice that were once read wrongly: none may be read so again."""

from datetime import date

import pytest

from frankpledge.language import Context, Target, read_leads, read_status, read_target
from frankpledge.language import read_timescale as read_times
from tests.language.test_targets import shown as target_shown
from tests.language.test_timescales import shown as part_shown

PLAN = Context(plan_start=date(2026, 4, 1), groups=("Town Forum",))

TIMESCALES = {
    "w/c 4 May": "span 2026-05-04..2026-05-10",
    "w/c 1 June 2026": "span 2026-06-01..2026-06-07",
    "week ending 15 May 2026": "span 2026-05-09..2026-05-15",
    "week beginning 8 June": "span 2026-06-08..2026-06-14",
    "last week of June": "month 2026-06-24..2026-06-30",
    "the first week of September 2026": "month 2026-09-01..2026-09-07",
    "Autumn half term": "span 2026-10-20..2026-10-31",
    "by October half-term": "span ..2026-10-31",
    "during the summer holidays": "span 2026-07-21..2026-08-31",
    "academic year 2026/27": "span 2026-09-01..2027-08-31",
    "each academic year": "every 1 year",
    "31-Mar-27": "date 2027-03-31..2027-03-31",
    "04-May-26": "date 2026-05-04..2026-05-04",
    "03/2027": "month 2027-03-01..2027-03-31",
    "30 June 26": "date 2026-06-30..2026-06-30",
    "Summer/Autumn 26": "season 2026-06-01..2026-11-30",
    "Summer & Winter": "season 2026-06-01..2026-08-31; season 2026-12-01..2027-02-28",
    "30/6 and 31/12": "date 2026-06-30..2026-06-30; date 2026-12-31..2026-12-31",
    "30.06.26 / 31.12.26": "date 2026-06-30..2026-06-30; date 2026-12-31..2026-12-31",
    "Fri 12/6/26": "date 2026-06-12..2026-06-12",
    "Y1": "plan_year 2026-04-01..2027-03-31",
    "18 months from June 2026": "duration 2026-06-01..2027-11-30 18 month",
    "September 2026 for six months": "duration 2026-09-01..2027-02-28 6 month",
    "12 months to March 2027": "duration 2026-04-01..2027-03-31 12 month",
    "one day in October": "month 2026-10-01..2026-10-31 1 day",
    "2 days per month": "every 1 month",
    "16 days of action, November": "milestone 2026-11-01..2026-11-30",
    "4 x per year": "every 4x1 year",
    "every 6-8 weeks": "every 8 week",
    "first Tuesday of every month": "every 1 month",
    "every other Thursday": "every 2 week",
    "not before October": "month 2026-10-01..",
    "no earlier than 1 September": "date 2026-09-01..",
    "start of Q2": "span 2026-07-01..2026-07-01",
    "beginning of July": "month 2026-07-01..2026-07-01",
    "last quarter of 2026/27": "span 2027-01-01..2027-03-31",
    "last quarter of 2026": "span 2026-10-01..2026-12-31",
    "Quarters 1 and 2": "span 2026-04-01..2026-06-30; span 2026-07-01..2026-09-30",
    "Quarters 1-3": "span 2026-04-01..2026-12-31",
    "by COP 30 June": "date ..2026-06-30",
    "by noon on 4 July": "date ..2026-07-04",
    "up to and including March 2027": "month ..2027-03-31",
    "Start: 01/04/26 End: 31/03/27": "span 2026-04-01..2027-03-31",
    "Start April 2026, end March 2027": "span 2026-04-01..2027-03-31",
    "throughout life of plan": "plan_year 2026-04-01..2027-03-31",
    "BAU": "open",
    "Rolling programme": "open",
    "Slipped to August 2026": "month 2026-08-01..2026-08-31",
    "by May 2026 (extended to July 2026)": "none; month 2026-07-01..2026-07-31",
    "June 2026 (was May 2026)": "month 2026-06-01..2026-06-30; none",
    "moved from June to September 2026": "month 2026-09-01..2026-09-30",
    "from 1/4 to 31/3": "span 2026-04-01..2027-03-31",
    "week 1 of June": "month 2026-06-01..2026-06-07",
    "first half of June": "milestone 2026-06-01..2026-06-30",
    "14 days before the event": "on_demand 14 day",
    "1-2 years": "duration 2026-04-01..2028-03-31 2 year",
}


@pytest.mark.parametrize(("text", "meaning"), TIMESCALES.items())
def test_a_time_is_read_as_practice_means_it(text: str, meaning: str) -> None:
    assert "; ".join(map(part_shown, read_times(text, PLAN).parts)) == meaning


def told(target: Target) -> str:
    more = [target.direction]
    more += [f"up to {target.upper:g}"] if target.upper is not None else []
    more += [f"from {target.baseline:g}"] if target.baseline is not None else []
    more += ["strictly"] if target.strict else []
    said = " ".join(filter(None, more))
    return f"{target_shown(target)} | {said}" if said else target_shown(target)


TARGETS = {
    "reduce by a third": "change 33.3 % | down",
    "reduce by one fifth": "change 20 % | down",
    "cut by a quarter each year": "change 25 % per 1 year | down",
    "reduce by ½": "change 50 % | down",
    "Three quarters of clients complete treatment": "proportion 75 clients | not below",
    "< 200 offences": "count_at_most 200 offences | not above strictly",
    "<5% of bins set alight": "proportion 5 bins | not above strictly",
    "-5%": "change 5 % | down",
    "Burglary -5%": "change 5 % | down",
    "+10%": "change 10 % | up",
    "Between 20 and 25 referrals a quarter": (
        "count_at_least 20 referrals per 1 quarter | not below up to 25"
    ),
    "Repeat referrals to be between 28% and 40%": "proportion 28 % | not below up to 40",
    "A reduction of no less than 5% in ASB": "change 5 % | down",
    "Reduce crime by up to 5%": "change 5 % | down",
    "Reduce to fewer than 200": "change to 200 count | down strictly",
    "15% more reports of hate crime": "change 15 % | up",
    "100 fewer burglaries than in 2025/26": "change 100 count | down",
    "5 percentage point increase in confidence": "change 5 percentage points | up",
    "5% year on year reduction in ASB": "change 5 % per 1 year | down",
    "Maintain ASB at or below 2025/26 levels": "change 0 % | not up",
    "Maintain confidence at 2025/26 levels": "change 0 % | not down",
    "Maintain burglary at last year's level": "change 0 % | not up",
    "Maintain widgets at 2025/26 levels": "direction Maintain widgets",
    "Rank in top 3 districts": "direction Rank in top 3 districts",
    "Be in the top half of our most similar family": (
        "direction Be in the top half of our most similar family"
    ),
    "Min. of 4 events pa": "count_at_least 4 events per 1 year | not below",
    "At least 200+ attendees": "count_at_least 200 attendees | not below",
    "c. 200 attendees": "count_exactly 200 attendees",
    "5 x sessions": "count_exactly 5 sessions",
    "5no. sessions delivered": "count_exactly 5 sessions",
    "8 of 10 schools visited": "proportion 80 schools | not below",
    "Two visits per pub per year": "count_exactly 2 each pub per 1 year",
    "At least £1.5m secured": "count_at_least 1.5e+06 £ | not below",
    "£20,000 - £25,000 raised": "count_at_least 20000 £ | not below up to 25000",
    "95% of graffiti removed within 24 hours": (
        "proportion 95 graffiti removed within 24 hours | not below"
    ),
    "Offensive graffiti removed within 24 hours": (
        "direction Offensive graffiti removed within 24 hours"
    ),
    "95% within 10 working days": "proportion 95 % | not below",
    "Baseline: 340. Target: 306": "change to 306 count | down from 340",
    "Burglary: baseline 340 (2024/25), target 306": "change to 306 count | down from 340",
    "Number of sessions held (target 4)": "count_exactly 4 sessions held",
    "No target set": "none",
    "30 in Q1 and 60 by Q4": "direction 30 in Q1 and 60 by 2027-03-31",
    "90% by Sept, 100% by March": (
        "proportion 90 % by 2026-09-30 | not below; proportion 100 % by 2027-03-31 | not below"
    ),
    "Year 1: 5%, Year 2: 10%": (
        "proportion 5 % by 2027-03-31 | not below; proportion 10 % by 2028-03-31 | not below"
    ),
    "2026/27: 300; 2027/28: 280": (
        "count_exactly 300 by 2027-03-31; count_exactly 280 by 2028-03-31"
    ),
    "40 clients (35 in 2025/26)": "count_exactly 40 clients",
    "Scale up to 10 schools by March": "count_exactly 10 schools by 2027-03-31",
    "Increase take up to 60%": "change to 60 % | up",
    "Clear up rate 1 in 3": "proportion 33.3 % | not below",
    "from 1 in 5 to 1 in 6": "change to 16.7 % | down from 20",
    "Reduce by 3 - 5%": "change 3 % | down up to 5",
    "Attendance of at least 75% at Town Forum": "attendance 75 %",
    "Detection rate baseline 21%, target 25%, stretch target 28%": "change to 25 % | up from 21",
}


@pytest.mark.parametrize(("text", "meaning"), TARGETS.items())
def test_a_target_is_read_as_practice_means_it(text: str, meaning: str) -> None:
    assert "; ".join(map(told, read_target(text, PLAN).targets)) == meaning


def test_a_date_that_was_changed_promises_nothing_any_more() -> None:
    read = read_times("by May 2026 (extended to July 2026)", PLAN)
    assert [finding.code for finding in read.parts[0].findings] == ["superseded"]
    assert read.parts[0].end is None


@pytest.mark.parametrize(
    "text",
    ["Spend of £2.50 per head", "Stay within 5% of last year", "Contain the increase to 3%"],
)
def test_what_no_kind_fits_is_not_given_one(text: str) -> None:
    assert read_target(text, PLAN).kind == "direction"


@pytest.mark.parametrize(
    ("text", "colour", "state"),
    [
        ("\U0001f7e2", "green", "not-stated"),
        ("\U0001f7e0 Delayed by contract", "amber", "delayed"),
        ("\U0001f534", "red", "not-stated"),
        ("\u2705", None, "complete"),
    ],
)
def test_a_sign_is_a_colour(text: str, colour: str | None, state: str) -> None:
    read = read_status(text)
    assert (read.colour, str(read.state)) == (colour, state)


def test_an_address_in_a_lead_is_nobody() -> None:
    [lead] = read_leads("Jo Day (ASB Manager) jo.day@example.org")
    assert (lead.person, lead.post, lead.organisation) == ("Jo Day", "ASB Manager", None)


@pytest.mark.parametrize("text", ["TBC", "Vacant", "n/a", "To be confirmed"])
def test_nobody_yet_is_no_lead(text: str) -> None:
    assert read_leads(text) == []
