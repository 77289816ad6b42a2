"""A draft that is cut short at any of its writes is there as before, or not at all."""

from collections.abc import Callable

import pytest
from django.db import transaction

from frankpledge.drafting import changes
from frankpledge.drafting.models import Draft
from frankpledge.plan.models import Plan
from frankpledge.record import checks
from tests.drafting.files import TABLE
from tests.drafting.test_review import END, START
from tests.hostile.test_half_saved import PulledPlug, every_row, failing_at
from tests.small import BY, Small

TRIED = 8  # moments of each change


def opened(small: Small) -> Draft:
    return changes.open_draft(
        partnership=small.partnership, name="plan.txt", data=TABLE.encode(), by=BY
    )


def ready(small: Small) -> Draft:
    draft = opened(small)
    changes.choose_facts(
        draft=draft,
        title="The plan",
        starts=START,
        ends=END,
        follows=None,
        version=draft.version,
        by=BY,
    )
    return draft


def cut_short_anywhere(change: Callable[[], object]) -> None:
    """Tried at moments from the first write to the last, then left to end."""
    before = every_row()
    with transaction.atomic(), failing_at(0) as asked:
        change()
        transaction.set_rollback(True)
    assert len(asked) > 2
    for at in sorted({1 + (len(asked) - 1) * step // (TRIED - 1) for step in range(TRIED)}):
        with transaction.atomic():
            with pytest.raises(PulledPlug), failing_at(at):
                change()
            assert every_row() == before, f"half of it stayed: {asked[at - 1]}"
            transaction.set_rollback(True)


def test_no_half_draft_is_opened_and_the_file_can_be_brought_in_again(small: Small) -> None:
    cut_short_anywhere(lambda: opened(small))
    assert opened(small).readings.count() == 1


def test_no_column_is_half_named_and_it_can_be_named_again(small: Small) -> None:
    pk = opened(small).pk

    def name() -> object:
        draft = Draft.objects.get(pk=pk)
        given = {"head": "Help", "means": "support"}
        return changes.mend(draft=draft, kind="column", given=given, version=1, by=BY)

    cut_short_anywhere(name)
    assert name()
    assert Draft.objects.get(pk=pk).readings.count() == 2


def test_no_half_plan_is_made_and_it_can_be_made_again(small: Small) -> None:
    pk = ready(small).pk

    def adopt() -> Plan:
        draft = Draft.objects.get(pk=pk)
        return changes.adopt_draft(draft=draft, version=draft.version, by=BY)

    cut_short_anywhere(adopt)
    assert adopt().title == "The plan"
    assert Draft.objects.get(pk=pk).state == "adopted"
    assert checks.verify(small.partnership.chain) == []
