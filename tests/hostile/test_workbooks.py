"""Workbooks made to do harm, brought by whoever has a link: refused in words, nothing written."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from frankpledge.progress.models import Answer, Typing, Upload
from frankpledge.reading.tables import tables
from tests.hostile.bad_documents import bomb, book, entities
from tests.progress.altering import Book
from tests.running import Running, another

LIVE = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x.example")', "<r>bold</r>", "_x000D_")


def old_office() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def many_rows() -> bytes:
    return book(b"".join(b'<row r="%d"><c><v>1</v></c></row>' % at for at in range(1, 9000)))


def with_macros(data: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("xl/vbaProject.bin", b"macro")
    return held.getvalue()


@pytest.fixture
def lead(running: Running) -> Client:
    client = Client()
    client.post(running.url)
    return client


def bring(running: Running, lead: Client, data: bytes):  # type: ignore[no-untyped-def]
    sent = {"file": SimpleUploadedFile("a.xlsx", data)}
    return lead.post(f"{running.url}offline/", sent, follow=True)


def got(running: Running, lead: Client) -> bytes:
    return bytes(lead.get(f"{running.url}offline/answers.xlsx").content)


@pytest.mark.parametrize("make", [bomb, entities, old_office, many_rows])
def test_what_would_do_harm_is_refused_in_a_sentence(
    running: Running, lead: Client, make: object
) -> None:
    answer = bring(running, lead, make())  # type: ignore[operator]
    assert answer.status_code == 422 and b"This file " in answer.content
    assert not Upload.objects.exists() and not Typing.objects.exists()


def test_a_workbook_with_macros_is_not_kept(running: Running, lead: Client) -> None:
    answer = bring(running, lead, with_macros(got(running, lead)))
    assert answer.status_code == 422 and not Upload.objects.exists()


def test_marks_of_rows_cannot_be_pointed_at_anothers_promise(
    running: Running, lead: Client
) -> None:
    other = another(running, running.small.action)
    changed = Book(got(running, lead))
    for row in changed.body:
        row[0] = row[0].replace(f"{running.first.pk}.", f"{other.first.pk}.")
    changed.put("Nine in ten in time", "What happened?", "Mine all the same.")
    bring(running, lead, changed.saved())
    lead.post(f"{running.url}offline/{Upload.objects.get().pk}/")
    assert not Answer.objects.filter(item__request=other.request).exists()
    assert not Typing.objects.filter(item__request=other.request).exists()


def test_a_signature_of_ones_own_making_counts_for_nothing(running: Running, lead: Client) -> None:
    changed = Book(got(running, lead))
    rows = changed.sheets["About this form"]
    assert rows[1][0].startswith("FORM 1/1 ")
    rows[1][0] = f"{rows[1][0][:-3]}AAA"
    changed.put("Nine in ten in time", "What happened?", "Still read.")
    page = bring(running, lead, changed.saved())
    assert b"Still read." in page.content


@pytest.mark.parametrize("words", LIVE)
def test_what_begins_like_a_formula_goes_out_and_comes_back_as_words(
    running: Running, lead: Client, words: str
) -> None:
    lead.post(f"{running.url}{running.first.pk}/save/", running.typed(happened=words, why=words))
    data = got(running, lead)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert b"<f>" not in packed.read("xl/worksheets/sheet1.xml")
        assert not any("externalLink" in name for name in packed.namelist())
    texts = [text.strip() for row in tables(data, "a.xlsx")[0]["rows"] for text in row]
    assert texts.count(words) == 2


def test_scripts_in_cells_are_shown_as_words(running: Running, lead: Client) -> None:
    changed = Book(got(running, lead))
    changed.put("Nine in ten in time", "What happened?", "<script>alert(1)</script>")
    changed.add_row({"Promise": "<script>alert(2)</script>", "Why?": "<img src=x>"})
    page = bring(running, lead, changed.saved())
    assert b"<script>alert" not in page.content and b"<img src=x" not in page.content
    assert b"alert(2)" in page.content
