"""Marshwick has been asked three times: two rounds are published, one is under way."""

import pytest

from frankpledge.partnership import queries as who
from frankpledge.progress import queries
from frankpledge.progress.verifying import faults_of

pytestmark = pytest.mark.usefixtures("county")


def test_marshwicks_rounds_are_sealed_and_one_is_under_way() -> None:
    marshwick = who.partnership_by_slug("marshwick")
    assert marshwick is not None
    rounds = queries.rounds_of(marshwick)
    assert [one.stage for one in rounds] == ["asked", "published", "published"]
    for done in rounds[1:]:
        done.partnership = marshwick
        assert faults_of(done) == []
    page = queries.round_page(queries.round_in(marshwick, rounds[0].pk))
    assert set(page.counts) >= {"answered", "bounced", "passed", "nobody"}
