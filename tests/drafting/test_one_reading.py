"""A partnership has one document read at a time: the next waits its turn, in a sentence."""

import pytest

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


def test_the_turn_ends_where_the_file_could_not_be_read(small: Small) -> None:
    for _ in range(2):
        with pytest.raises(Refused, match="is empty"):
            changes.open_draft(partnership=small.partnership, name="a.csv", data=b"", by=BY)
