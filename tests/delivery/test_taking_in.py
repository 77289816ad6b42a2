import io

import pytest
import xlsxwriter

from frankpledge.delivery import changes, queries
from frankpledge.delivery.importing.days import day_or_month
from frankpledge.delivery.importing.numbers import whole
from frankpledge.delivery.models import Activity, LogImport, LogMapping
from frankpledge.partnership.models import Membership
from frankpledge.record.errors import Refused
from tests.delivery.log import a_measure
from tests.small import BY, Small

SHEET = """Date,Activity,How many,Where,Partners,Notes
14/07/2026,Patrols,3,High Street,Police,Foot patrol
14/07/2026,Patrols,3,High Street,Police,Foot patrol
July 2026,letters,0,,,
2026-08-02,Patrols,"1,200",,,
,Patrols,1,,,
31/02/2026,Patrols,1,,,
01/01/2099,Patrols,1,,,
02/08/2026,Balloons,1,,,
02/08/2026,Patrols,some,,,
02/08/2026,Patrols,-4,,,
02/08/2026,Patrols,1,,Martians,
"""


def taken_in(small: Small, text: str = SHEET, name: str = "log.csv", **more: object) -> LogImport:
    return changes.import_log(
        partnership=small.partnership,
        data=text.encode(),
        name=name,
        by=BY,
        **more,  # type: ignore[arg-type]
    )


@pytest.fixture
def counting(small: Small) -> Small:
    a_measure(small)
    a_measure(small, "Letters", outcomes=[small.first])
    Membership.objects.create(
        partnership=small.partnership, organisation=small.police, standing="responsible"
    )
    return small


def test_each_row_is_taken_or_set_aside_with_a_counted_reason(counting: Small) -> None:
    made = taken_in(counting)
    assert (made.rows, made.taken) == (11, 4)
    reasons = {one["reason"]: one["count"] for one in made.reasons}
    assert sum(reasons.values()) == 7
    assert reasons["its date cannot be read"] == 1
    assert reasons["its number is less than nought"] == 1
    assert reasons["nothing is counted here under its name"] == 1
    assert any("Balloons" in row for one in made.reasons for row in one["samples"])
    found = queries.monthly(counting.partnership, outcomes=[counting.second.pk])
    assert found["outcome", counting.second.pk] == [("2026-07", 6, False), ("2026-08", 1200, False)]
    found = queries.monthly(counting.partnership, outcomes=[counting.first.pk])
    assert found["outcome", counting.first.pk] == [("2026-07", 0, False)], "nought is kept"


def test_the_same_file_twice_does_not_count_twice_and_a_longer_one_adds_what_is_new(
    counting: Small,
) -> None:
    taken_in(counting)
    with pytest.raises(Refused, match="in the log already"):
        taken_in(counting)
    longer = (
        SHEET + "03/08/2026,Patrols,7,,,\n14/07/2026,Patrols,3,High Street,Police,Foot patrol\n"
    )
    again = taken_in(counting, longer, "newer.csv")
    assert again.taken == 2, "the new day, and a third patrol like two others"
    assert Activity.objects.count() == 6


def test_what_was_corrected_by_hand_does_not_come_back_with_the_file(counting: Small) -> None:
    taken_in(counting)
    changes.withdraw_activity(activity=Activity.objects.first(), why="Not ours", by=BY)
    with pytest.raises(Refused, match="in the log already"):
        taken_in(counting)


def test_headings_of_ones_own_are_remembered(counting: Small) -> None:
    odd = "Tag,Sache,Zahl\n14/07/2026,Patrols,3\n"
    with pytest.raises(Refused, match="Its first row is: Tag, Sache, Zahl"):
        taken_in(counting, odd)
    taken_in(counting, odd, columns={"on": "Tag", "measure": "sache", "n": "Zahl"})
    assert LogMapping.objects.get().columns["n"] == "Zahl"
    assert taken_in(counting, odd.replace("14/", "15/")).taken == 1


def test_a_workbook_with_a_column_for_each_measure(counting: Small) -> None:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet("Diary")
    for at, row in enumerate(
        [["Our diary"], ["Date", "Where", "Patrols", "Letters"], ["2026-07-14", "Quay", 2, 0]]
    ):
        sheet.write_row(at, 0, row)
    book.close()
    made = changes.import_log(
        partnership=counting.partnership, data=data.getvalue(), name="diary.xlsx", by=BY
    )
    assert made.taken == 1
    counts = dict(Activity.objects.get().results.values_list("measure__name", "count"))
    assert counts == {"Patrols": 2, "Letters": 0}


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"PK\x03\x04 broken", b"no,log\n1,2\n"])
def test_what_is_no_log_is_refused_in_a_sentence(counting: Small, data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        changes.import_log(partnership=counting.partnership, data=data, name="x.xlsx", by=BY)
    assert refused.value.sentence.endswith(".")
    assert not LogImport.objects.exists()


def test_days_and_numbers_as_sheets_write_them() -> None:
    for text in ("14/07/2026", "2026-07-14", "14 July 2026", "14-Jul-26", "14.07.2026 00:00:00"):
        read = day_or_month(text)
        assert not isinstance(read, str) and (read[0].isoformat(), read[1]) == ("2026-07-14", False)
    for text in ("July 2026", "Jul-26", "2026-07"):
        read = day_or_month(text)
        assert not isinstance(read, str) and (read[0].isoformat(), read[1]) == ("2026-07-01", True)
    for text in ("2026/27", "soon", "", "30/02/2026", "2026-02-30"):
        assert isinstance(day_or_month(text), str)
    assert whole("1,200") == 1200 and whole("0") == 0 and whole("3.0") == 3
    for text in ("", "2.5", "-1", "<5", "*", "9" * 400, "٣"):
        assert isinstance(whole(text), str)
