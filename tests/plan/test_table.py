"""The plan as one table: whatever its size, the same few queries."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from frankpledge.plan import changes, queries
from frankpledge.plan.queries import Filters
from tests.small import BY, Small


def count_queries(small: Small) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        queries.plan_table(small.plan, restricted=True)
    return len(captured)


def test_the_number_of_queries_does_not_grow(small: Small) -> None:
    before = count_queries(small)
    for number in range(12):
        action = changes.add_action(
            plan=small.plan, priority=small.priority, words=f"Promise {number}", by=BY
        )
        changes.add_outcome(action=action, words="Done", by=BY)
        changes.set_leads(of=action, leads=[changes.LeadGiven(post=small.inspector)], by=BY)
    assert count_queries(small) == before <= 8


def test_restricted_actions_are_not_there_for_those_who_may_not_see_them(small: Small) -> None:
    changes.add_action(
        plan=small.plan, priority=small.priority, words="Secret", audience="restricted", by=BY
    )
    assert queries.plan_table(small.plan, restricted=True).promises == 2
    assert queries.plan_table(small.plan, restricted=False).promises == 1


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (Filters(), 2),
        (Filters(lead="Police"), 1),
        (Filters(lead="Fire"), 0),
        (Filters(due="past"), 1),
        (Filters(due="none"), 1),
        (Filters(fresh="never"), 2),
        (Filters(delivery="Not stated"), 2),
        (Filters(priority="0"), 0),
    ],
)
def test_filters(small: Small, filters: Filters, kept: int) -> None:
    changes.add_action(plan=small.plan, priority=small.priority, words="Another", by=BY)
    changes.set_leads(of=small.action, leads=[changes.LeadGiven(organisation=small.police)], by=BY)
    changes.set_timescales(
        of=small.action,
        timescales=[
            changes.TimescaleGiven(printed="May 2026", kind="date", due=datetime.date(2026, 5, 31))
        ],
        by=BY,
    )
    assert queries.plan_table(small.plan, filters=filters, restricted=True).rows == kept


def test_another_partnerships_rows_are_not_there(small: Small) -> None:
    for find, pk in (
        (queries.plan_in, small.plan.pk),
        (queries.priority_in, small.priority.pk),
        (queries.placement_in, small.action.placements.get().pk),
    ):
        find(small.partnership, pk)
        with pytest.raises(queries.NotThere):
            find(small.other, pk)
    for find_words, pk in (
        (queries.action_in, small.action.pk),
        (queries.outcome_in, small.first.pk),
    ):
        find_words(small.partnership, pk, restricted=True)
        with pytest.raises(queries.NotThere):
            find_words(small.other, pk, restricted=True)
