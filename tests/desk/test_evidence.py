"""What evidence is held is shown to those inside; an analyst loads more of it."""

import io
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from frankpledge.desk.evidence.loading import put_down
from frankpledge.evidence.models import Load
from tests.evidence import makers
from tests.evidence.conftest import home  # noqa: F401  a folder of its own for each test
from tests.small import Small

NAME = "2021-04-loamshire-street.csv"
MONTH = makers.text([makers.crime(), makers.crime(), makers.nowhere()]).encode()
DATA = "/desk/marsh/evidence/data/"


def sent(client: Client, name: str, content: bytes):  # type: ignore[no-untyped-def]
    return client.post(f"{DATA}load/", {"file": SimpleUploadedFile(name, content)})


def test_before_anything_is_loaded_it_says_so(small: Small, alice: Client) -> None:
    page = alice.get(DATA).content.decode()
    assert "Nothing has been loaded yet." in page
    assert "Load the police’s files" in page


def test_a_month_goes_in_and_its_rows_are_told(small: Small, alice: Client) -> None:
    answer = sent(alice, NAME, MONTH)
    load = Load.objects.get()
    assert answer["Location"] == f"{DATA}loads/{load.pk}/"
    assert load.taken > 0 and load.partnership == small.partnership
    shown = alice.get(answer["Location"]).content.decode()
    assert f"{load.taken:,} rows were taken" in shown
    held = alice.get(DATA).content.decode()
    assert "no month between is missing" in held and "Loamshire" in held


def test_a_zip_of_months_goes_in(small: Small, alice: Client) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        zipped.writestr(NAME, MONTH)
    assert sent(alice, "months.zip", packed.getvalue()).status_code == 302


@pytest.mark.parametrize(
    ("name", "content"),
    [("notes.csv", b"Month,What\n2021-01,Nothing\n"), ("months.zip", b"PK\x03\x04 cut off")],
)
def test_what_cannot_be_loaded_is_said_on_the_page_and_nothing_changes(
    small: Small, alice: Client, name: str, content: bytes
) -> None:
    answer = sent(alice, name, content)
    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()
    assert not Load.objects.exists()


def test_a_reader_sees_what_is_held_and_loads_nothing(small: Small, rita: Client) -> None:
    page = rita.get(DATA)
    assert page.status_code == 200 and "Load the police’s files" not in page.content.decode()
    assert "An analyst or the coordinator can load" in page.content.decode()
    assert rita.get(f"{DATA}load/").status_code == 404
    assert sent(rita, NAME, MONTH).status_code == 404
    assert not Load.objects.exists()


def test_another_partnerships_own_counts_are_not_shown(small: Small, alice: Client) -> None:
    assert alice.get(f"{DATA}loads/999999/").status_code == 404


@pytest.mark.parametrize("name", ["ก" * 240 + ".csv", "../../etc/passwd.csv", "a" * 250])
def test_files_are_put_down_whatever_they_are_called(name: str) -> None:
    with put_down(*(SimpleUploadedFile(name, words) for words in (b"one", b"two"))) as paths:
        assert [path.read_bytes() for path in paths] == [b"one", b"two"]
        assert len({path.parent.parent for path in paths}) == 1
        assert all(path.suffix == Path(name).suffix for path in paths)


def test_years_of_files_are_taken_with_one_press(small: Small, alice: Client) -> None:
    files = [SimpleUploadedFile(f"{at}.csv", b"no police file") for at in range(120)]
    answer = alice.post(f"{DATA}load/", {"file": files})
    assert answer.status_code == 422  # read, and refused for what is in them
