"""The five plans, each with the rows behind its awkward facts, entered and not yet adopted."""

import pytest

from frankpledge.language.states import State
from frankpledge.partnership.scales import Step
from tests.seeds.kit import Seed

# In this one amber means fine.
TRAFFIC = (
    Step("Red", "square", "madder", "not started / at risk", State.NOT_STARTED),
    Step("Amber", "triangle", "amber", "in progress / on target", is_good=True),
    Step("Green", "circle", "lincoln", "complete", State.COMPLETE, is_good=True),
)


@pytest.fixture
def east_herts(db: None) -> Seed:
    return Seed("East Herts", "Action Plan 2010-11", "2010-04-01", "2011-03-31")


@pytest.fixture
def hertsmere(db: None) -> Seed:
    return Seed("Hertsmere", "Partnership Plan 2008-2011", "2008-04-01", "2011-03-31")


@pytest.fixture
def dacorum(db: None) -> Seed:
    return Seed("Dacorum", "2011/12 update", "2011-04-01", "2012-03-31")


@pytest.fixture
def stevenage(db: None) -> Seed:
    return Seed(
        "Stevenage",
        "Action plan 2014/15",
        "2014-04-01",
        "2015-03-31",
        TRAFFIC,
        funding_note="Lack of funding is an issue that cuts across all priority areas.",
    )


@pytest.fixture
def st_albans(db: None) -> Seed:
    return Seed("St Albans", "Partnership Plan 2009/10", "2009-04-01", "2010-03-31")
