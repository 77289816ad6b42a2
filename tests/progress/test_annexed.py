"""What a freeze keeps of the delivery log for papers about a year."""

import datetime

import pytest

from frankpledge.delivery import changes
from frankpledge.plan import changes as plans
from frankpledge.progress.annexed import done_in_the_half_year, done_in_the_year
from frankpledge.progress.models import Round
from tests.delivery.log import a_measure, entry
from tests.small import BY, Small

pytestmark = pytest.mark.django_db


def a_round(small: Small) -> Round:
    return Round(
        plan=small.plan,
        partnership=small.partnership,
        starts=datetime.date(2026, 4, 1),
        ends=datetime.date(2026, 6, 30),
    )


def done(small: Small) -> dict[str, int]:
    found = done_in_the_year(a_round(small))
    assert found["period"] == "July 2025 to June 2026"
    return {row["measure"]: row["count"] for row in found["rows"]}


def test_the_year_up_to_the_end_of_the_round_is_added_up(small: Small) -> None:
    patrols = a_measure(small)
    days = [(2025, 6, 30), (2025, 7, 1), (2026, 6, 30), (2026, 7, 1)]
    for at, day in enumerate(days):
        given = entry(patrols, 10**at, datetime.date(*day))
        changes.log_activity(partnership=small.partnership, given=given, press=str(at), by=BY)
    assert done(small) == {"Patrols": 110}


def test_the_two_quarters_up_to_the_end_of_the_round_are_added_up(small: Small) -> None:
    patrols = a_measure(small)
    days = [(2025, 12, 31), (2026, 1, 1), (2026, 6, 30), (2026, 7, 1)]
    for at, day in enumerate(days):
        given = entry(patrols, 10**at, datetime.date(*day))
        changes.log_activity(partnership=small.partnership, given=given, press=str(at), by=BY)
    found = done_in_the_half_year(a_round(small))
    assert found["period"] == "January to June 2026"
    assert [row["count"] for row in found["rows"]] == [110]
    whole = a_round(small)
    whole.starts = datetime.date(2025, 7, 1)  # a round of a year is the paper's own period
    assert done_in_the_half_year(whole)["period"] == "July 2025 to June 2026"


def test_what_serves_restricted_promises_alone_is_not_named(small: Small) -> None:
    secret = a_measure(small, "Refuge places", outcomes=[small.first])
    given = entry(secret, 4, datetime.date(2026, 5, 2))
    changes.log_activity(partnership=small.partnership, given=given, press="a", by=BY)
    assert done(small) == {"Refuge places": 4}
    plans.set_audience(action=small.action, audience="restricted", by=BY, why="A safe house")
    assert done(small) == {}
