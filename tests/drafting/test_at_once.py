"""Two coordinators at the same draft in the same moment."""

from functools import partial

import pytest

from frankpledge.drafting import changes
from frankpledge.drafting.models import Draft, Mend
from frankpledge.plan.models import Plan
from frankpledge.record import checks
from tests.drafting.test_review import opened
from tests.hostile.at_once import at_once
from tests.small import BY, Small

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_draft_is_made_into_one_plan(small: Small) -> None:
    draft = opened(small)

    def adopt() -> None:
        mine = Draft.objects.get(pk=draft.pk)
        changes.adopt_draft(draft=mine, version=draft.version, by=BY)

    assert at_once([adopt] * 4) == {"done": 1, "Refused": 3}
    assert Plan.objects.filter(partnership=small.partnership).count() == 2
    assert checks.verify(small.partnership.chain) == []


def test_of_several_mends_of_one_version_one_is_made(small: Small) -> None:
    draft = opened(small)

    def strike(name: str) -> None:
        mine = Draft.objects.get(pk=draft.pk)
        given = {"of": name, "struck": True}
        changes.mend(draft=mine, kind="struck", given=given, version=draft.version, by=BY)

    ended = at_once([partial(strike, name) for name in ("a1", "a2", "a3")])
    assert ended == {"done": 1, "Stale": 2}
    assert [mend.number for mend in Mend.objects.all()] == [1]


def test_one_file_that_is_brought_twice_opens_once(small: Small) -> None:
    assert at_once([lambda: opened(small)] * 3) == {"done": 1, "Refused": 2}
    assert Draft.objects.count() == 1
