"""Loamshire shows every judgement there is, and what is accepted of a miss."""

import pytest

from frankpledge.judging import queries
from frankpledge.judging.queries import JudgedPlan
from frankpledge.partnership import queries as who
from frankpledge.plan.queries import current_plan

pytestmark = pytest.mark.usefixtures("county")


def judged(slug: str) -> JudgedPlan:
    partnership = who.partnership_by_slug(slug)
    assert partnership is not None
    plan = current_plan(partnership)
    assert plan is not None
    return queries.judge_plan(plan)


def test_every_verdict_can_be_seen_somewhere_in_any_month_of_the_year() -> None:
    found = {
        one.judgement.verdict
        for slug in ("marshwick", "wychford", "dunmere", "thornhay")
        for one in judged(slug).outcomes.values()
    }
    assert found == {
        "met",
        "not met",
        "on course",
        "off course",
        "too early to say",
        "not enough data",
        "not judgeable",
    }


def test_what_is_logged_and_what_leads_say_judge_marshwick_and_one_miss_is_accepted() -> None:
    outcomes = judged("marshwick").outcomes.values()
    assert {one.figures.source for one in outcomes if one.figures.figures} >= {"log", "said"}
    (accepted,) = [one for one in outcomes if one.deviation]
    assert "Thefts from shops" in accepted.printed
    assert accepted.deviation is not None and accepted.deviation.why
