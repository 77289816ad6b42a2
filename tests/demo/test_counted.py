"""Marshwick's log, survey and returns, made by the same changes as the screens make them."""

import pytest

from frankpledge.delivery import queries
from frankpledge.demo.counted import count_deliveries
from frankpledge.demo.days import Days
from frankpledge.partnership.models.dated import today
from frankpledge.record import checks
from tests.universe import Universe


@pytest.fixture
def counted(universe: Universe) -> Universe:
    count_deliveries(Days(today()))
    return universe


def test_a_year_of_the_log_counts_towards_its_outcomes(counted: Universe) -> None:
    found = queries.monthly(counted.marshwick)
    measures = {one.name: one for one in queries.measures_of(counted.marshwick)}
    patrols = found["measure", measures["Foot patrols"].pk]
    assert len(patrols) >= 15
    (outcome,) = measures["Foot patrols"].outcomes.all()
    assert outcome.action.ref == "2.1"
    assert found["outcome", outcome.pk] == patrols
    letters = found["measure", measures["Warning letters"].pk]
    assert 0 in [count for _, count, _ in letters], "nought is kept"
    reached = queries.people_reached(counted.plan, Days(today()).day("q-6+0"), today())
    assert reached.total == 62 and dict(reached.parts["Age"])["Not known"] == 34
    count_deliveries(Days(today()))
    assert queries.monthly(counted.marshwick) == found


def test_one_survey_with_three_waves_and_two_returns_one_of_them_missing(
    counted: Universe,
) -> None:
    question = next(one for one in queries.questions_of(counted.marshwick) if one.source)
    assert [one.changed for one in queries.waves_of(question)] == [None, False, True]
    states = {
        one.of.name: {owed.state.key for owed in one.owed}
        for one in queries.ledger(counted.marshwick).returns
    }
    assert states["Assaults treated at the hospital"] == {"received"}
    assert "missing" in states["Noise complaints of tenants"]
    assert checks.verify(counted.marshwick.chain) == []
