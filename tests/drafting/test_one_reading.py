"""A partnership has one document read at a time: the next waits its turn, in a sentence."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

from frankpledge.drafting import changes
from frankpledge.drafting.changes.single import BUSY, reading_alone
from frankpledge.drafting.models import Draft
from frankpledge.record.errors import Refused
from tests.drafting.files import TABLE
from tests.small import BY, Small


def test_a_second_reading_is_refused_and_keeps_nothing(small: Small) -> None:
    with reading_alone(small.partnership):
        with pytest.raises(Refused, match=BUSY):
            changes.open_draft(
                partnership=small.partnership, name="a.csv", data=TABLE.encode(), by=BY
            )
        assert not Draft.objects.exists()
        changes.open_draft(partnership=small.other, name="a.csv", data=TABLE.encode(), by=BY)
    assert changes.open_draft(
        partnership=small.partnership, name="a.csv", data=TABLE.encode(), by=BY
    )


def test_naming_a_column_and_reading_again_wait_their_turn_too(small: Small) -> None:
    draft = changes.open_draft(
        partnership=small.partnership, name="a.csv", data=TABLE.encode(), by=BY
    )
    given = {"head": "Help", "means": "support"}
    with reading_alone(small.partnership):
        with pytest.raises(Refused, match=BUSY):
            changes.mend(draft=draft, kind="column", given=given, version=1, by=BY)
        with pytest.raises(Refused, match=BUSY):
            changes.read_again(draft=draft, version=1, by=BY)
    assert draft.mends.count() == 0
    assert changes.mend(draft=draft, kind="column", given=given, version=1, by=BY)


def test_whoever_is_killed_while_reading_keeps_nobody_waiting(small: Small) -> None:
    """The turn is held by an open file, which ends with its process, whatever ends that."""
    held = (
        "import sys, time, django; django.setup()\n"
        "from types import SimpleNamespace\n"
        "from frankpledge.drafting.changes.single import reading_alone\n"
        f"with reading_alone(SimpleNamespace(pk={small.partnership.pk})):\n"
        "    print('held', flush=True); time.sleep(60)"
    )
    environment = os.environ | {
        "FRANKPLEDGE_TEST_HOME": str(settings.HOME),
        "PYTEST_XDIST_WORKER": "",
    }
    reader = subprocess.Popen(
        [sys.executable, "-c", held], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert reader.stdout
    assert reader.stdout.readline() == "held\n"
    with pytest.raises(Refused, match=BUSY), reading_alone(small.partnership):
        pass
    reader.kill()
    reader.wait()
    with reading_alone(small.partnership):
        pass


def test_the_turn_ends_where_the_file_could_not_be_read(small: Small) -> None:
    for _ in range(2):
        with pytest.raises(Refused, match="is empty"):
            changes.open_draft(partnership=small.partnership, name="a.csv", data=b"", by=BY)
