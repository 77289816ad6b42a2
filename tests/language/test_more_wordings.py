"""A second stock of wordings, written when the grammar already read the first."""

from datetime import date

import pytest

from frankpledge.language import Context, read_target, read_timescale
from tests.language.test_targets import shown as target_shown
from tests.language.test_timescales import shown as part_shown

PLAN = Context(plan_start=date(2026, 4, 1), groups=("Town Forum", "TDG"))

TIMESCALES = {
    "To be completed by 30 June 2026": "date ..2026-06-30",
    "Target date: Sept 2026": "month ..2026-09-30",
    "Start April 2026, finish December 2026": "span 2026-04-01..2026-12-31",
    "early 2027": "span 2027-01-01..2027-05-02",
    "mid-July 2026": "month 2026-07-11..2026-07-21",
    "Fortnight ly": "every 2 week",
    "Twice yearly": "every 2x1 year",
    "every three months": "every 3 month",
    "Bi-annual": "every 6 month",
    "per annum": "every 1 year",
    "May \u2014 July": "span 2026-05-01..2026-07-31",
    "Easter 2027": "span 2027-03-26..2027-03-29",
    "during the summer": "season 2026-06-01..2026-08-31",
    "Until 31 December 2026": "date ..2026-12-31",
    "Since June 2026": "month 2026-06-01..",
    "12 month pilot": "duration 2026-04-01..2027-03-31 12 month",
    "Year 1": "plan_year 2026-04-01..2027-03-31",
    "Year 2": "plan_year 2027-04-01..2028-03-31",
    "By Q4": "span ..2027-03-31",
    "Jan 2027 onwards": "month 2027-01-01..",
    "when resources allow": "on_demand",
    "as opportunities arise": "on_demand",
    "On request": "on_demand",
    "Reviewed monthly": "every 1 month",
    "at each Town Forum": "meeting 1 meeting at Town Forum",
    "Sept/Oct 2026": "span 2026-09-01..2026-10-31",
    "End Q3 2026/27": "span 2026-12-31..2026-12-31",
    "Before the end of the financial year": "plan_year ..2027-03-31",
    "Within 3 months of adoption": "on_demand 3 month",
    "01/09/2026 - 31/08/2027": "span 2026-09-01..2027-08-31",
    "every Tuesday": "every 1 week",
}


@pytest.mark.parametrize(("text", "meaning"), TIMESCALES.items())
def test_an_unseen_timescale_is_read(text: str, meaning: str) -> None:
    assert part_shown(read_timescale(text, PLAN).parts[0]) == meaning


TARGETS = {
    "Three community clean-ups delivered by September 2026": (
        "count_exactly 3 community clean-ups by 2026-09-30"
    ),
    "Ten volunteers trained per quarter": "count_exactly 10 volunteers per 1 quarter",
    "Engage with at least 300 pupils in six schools": "count_at_least 300 pupils",
    "Minimum 4 ward walks": "count_at_least 4 ward walks",
    "Not more than 5 appeals a year": "count_at_most 5 appeals per 1 year",
    "95% of calls answered within 10 seconds": "proportion 95 calls",
    "85% satisfaction rate": "proportion 85 %",
    "All victims contacted within 48 hours": "proportion 100 victims",
    "A 15 % drop in bicycle theft over the year": "change 15 % by 2027-03-31",
    "Violence down by 3% on last year": "change 3 %",
    "Double the number of Watch members": "change 100 %",
    "Raise satisfaction from 61% to 68%": "change to 68 %",
    "Maintain burglary below the 2025/26 level": "change 0 %",
    "Directory produced": "milestone Directory produced",
    "New office open by Christmas 2026": "milestone New office open by 2026-12-25",
    "Six-monthly report to scrutiny": "recurring 1 report to scrutiny per 6 month",
    "Volume of calls": "unnumbered calls",
    "Raise awareness of scams among over 65s": "direction Raise awareness of scams among over 65s",
    "As per 3.1": "reference",
    "Burglary to fall by 5%": "change 5 %",
    "8% cut in burglary (baseline 2025/26)": "change 8 %",
    "Serious violence 5% below the three year average": "change 5 %",
    "Reduce first-time entrants to below 40": "change to 40 count",
    "£10,000 secured from the lottery": "count_exactly 10000 £",
    "Less than 3% of bins set alight": "proportion 3 bins",
    "1 in 4 licensed premises inspected each quarter": (
        "proportion 25 licensed premises per 1 quarter"
    ),
    "Publish ward figures every month": "recurring 1 Publish ward figures per 1 month",
    "Fewer repeat victims": "direction Fewer repeat victims",
    "No repeat victims": "count_at_most 0 repeat victims",
}


@pytest.mark.parametrize(("text", "meaning"), TARGETS.items())
def test_an_unseen_target_is_read(text: str, meaning: str) -> None:
    assert target_shown(read_target(text, PLAN).main) == meaning
