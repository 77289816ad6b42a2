"""A workbook or Word form from the link and back: seen before it is sent, and nothing lost."""

import csv
import html
import io
import zipfile
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from frankpledge.asking.models import Letter
from frankpledge.progress import changes
from frankpledge.progress.models import Answer, Typing, Upload
from frankpledge.record import checks
from tests.progress.altering import Book
from tests.running import Running, another
from tests.small import BY

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how the workbooks of twenty years ago begin
FIRST = "Nine in ten in time"


def as_csv(book: Book) -> bytes:
    held = io.StringIO()
    csv.writer(held).writerows(book.rows)
    return held.getvalue().encode("utf-8-sig")


def as_ods(book: Book) -> bytes:
    """As an office program writes one: enough of it to be read."""
    rows = "".join(
        f"<table:table-row>{''.join(_cell(str(text)) for text in row)}</table:table-row>"
        for row in book.rows
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", CONTENT.format(rows))
    return held.getvalue()


def _cell(text: str) -> str:
    return f"<table:table-cell><text:p>{html.escape(text)}</text:p></table:table-cell>"


OASIS = "urn:oasis:names:tc:opendocument:xmlns"
CONTENT = (
    f'<office:document-content xmlns:office="{OASIS}:office:1.0" xmlns:table="{OASIS}:table:1.0" '
    f'xmlns:text="{OASIS}:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Answers">{}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)


@pytest.fixture
def lead(running: Running) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.post(running.url)
    return client


def got(running: Running, lead: Client) -> Book:
    return Book(lead.get(f"{running.url}offline/answers.xlsx").content)


def filled(running: Running, lead: Client, alter: Callable[[Book], None] | None = None) -> bytes:
    book = got(running, lead)
    book.put(FIRST, "How is it going?", "On track")
    book.put(FIRST, "How many?", "31")
    book.put(FIRST, "Out of how many?", "38")
    book.put("Two patrols a week", "How is it going?", "On track")
    book.put(FIRST, "What happened?", "We visited 31 of 38.")
    if alter:
        alter(book)
    return book.saved()


def bring(running: Running, lead: Client, data: bytes, name: str = "answers.xlsx"):  # type: ignore[no-untyped-def]
    file = SimpleUploadedFile(name, data)
    return lead.post(f"{running.url}offline/", {"file": file}, follow=True)


def review_url(running: Running) -> str:
    return f"{running.url}offline/{Upload.objects.latest('pk').pk}/"


def test_the_list_leads_to_the_workbook_and_the_form(running: Running, lead: Client) -> None:
    assert b"/offline/" in lead.get(f"{running.url}promises/").content
    page = lead.get(f"{running.url}offline/").content.decode()
    for ending in ("xlsx", "docx"):
        assert f"answers.{ending}" in page
        file = lead.get(f"{running.url}offline/answers.{ending}")
        assert file.content.startswith(b"PK") and file.headers["Cache-Control"] == "no-store"
        assert "attachment" in file.headers["Content-Disposition"]


def test_what_was_read_is_shown_and_sent_by_a_press(running: Running, lead: Client) -> None:
    page = bring(running, lead, filled(running, lead)).content.decode()
    assert "says something new of 1 promise" in page and "We visited 31 of 38." in page
    assert not Answer.objects.exists(), "seen first"
    done = lead.post(review_url(running), follow=True)
    answer = Answer.objects.get()
    assert answer.via == "workbook" and answer.happened == "We visited 31 of 38."
    assert [one.name for one in answer.uploads.all()] == ["answers.xlsx"]
    assert b"We visited 31 of 38." in done.content
    lead.post(review_url(running))
    bring(running, lead, filled(running, lead))
    assert Answer.objects.count() == 1, "a second press or copy is the same answer"
    assert checks.verify(running.small.partnership.chain) == []


def test_nothing_new_sends_nothing(running: Running, lead: Client) -> None:
    changes.send_answer(item=running.first, given=running.given(), press="a", by=BY)
    page = bring(running, lead, got(running, lead).saved())
    assert b"says nothing that is not here already" in page.content
    lead.post(review_url(running))
    assert Answer.objects.count() == 1


def test_two_texts_are_shown_side_by_side_and_one_is_chosen(running: Running, lead: Client) -> None:
    data = filled(running, lead)
    changes.send_answer(
        item=running.first, given=running.given(words="Said by link."), press="a", by=BY
    )
    page = bring(running, lead, data).content.decode()
    assert "Here now: Said by link." in page and "In the file: We visited 31 of 38." in page
    unchosen = lead.post(review_url(running))
    assert unchosen.status_code == 422 and b"<title>Error: " in unchosen.content
    assert Answer.objects.count() == 1
    picked = {
        f"choose-{running.first.pk}-{name}": "1"
        for name in ("happened", f"how-{running.small.second.pk}")
    }
    lead.post(review_url(running), picked)
    assert Answer.objects.latest("pk").happened == "We visited 31 of 38."


def test_what_is_wanting_waits_on_its_page_as_it_was_typed(running: Running, lead: Client) -> None:
    data = filled(running, lead, lambda book: book.put(FIRST, "How many?", "lots"))
    page = bring(running, lead, data).content.decode()
    assert "‘lots’ is not a number" in page and "To be mended" in page
    done = lead.post(review_url(running)).content.decode()
    assert "Nothing is sent yet" in done and f"{running.url}{running.first.pk}/" in done
    assert not Answer.objects.exists()
    kept = lead.get(f"{running.url}{running.first.pk}/").content.decode()
    assert "We visited 31 of 38." in kept and 'value="lots"' in kept


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.xlsx", b"", "This file is empty"),
        ("a.xlsx", b"PK\x03\x04 broken", "is damaged"),
        ("a.docx", b"MZ\x00", "is a program"),
        ("a.csv", b"a,b\n1,2\n3,4\n5,6\n", "not a form of ours"),
    ],
)
def test_what_is_no_form_is_refused_in_a_sentence(
    running: Running, lead: Client, name: str, data: bytes, sentence: str
) -> None:
    answer = bring(running, lead, data, name)
    assert answer.status_code == 422 and sentence in answer.content.decode()
    assert b"<title>Error: " in answer.content
    assert not Upload.objects.exists() and not Typing.objects.exists()


def test_no_file_is_asked_for_in_words(running: Running, lead: Client) -> None:
    answer = lead.post(f"{running.url}offline/")
    assert answer.status_code == 422 and b"Choose the file that you filled in" in answer.content


def test_another_leads_workbook_is_not_taken(running: Running, lead: Client) -> None:
    other = another(running, running.small.action)
    theirs = Client()
    theirs.post(other.url)
    answer = bring(running, lead, filled(other, theirs))
    assert answer.status_code == 422 and b"made for somebody else" in answer.content
    assert not Upload.objects.exists() and b"We visited" not in answer.content
    bring(other, theirs, filled(other, theirs))
    assert lead.get(review_url(running)).status_code == 404


def test_a_promise_passed_on_meanwhile_is_shown_and_not_sent(
    running: Running, lead: Client
) -> None:
    data = filled(running, lead)
    changes.pass_on(
        request=running.request,
        items=[running.first],
        name="Nia",
        email="nia@example.org",
        why="",
        by=BY,
    )
    page = bring(running, lead, data).content.decode()
    assert "belong to nothing asked here" in page and "We visited 31 of 38." in page
    lead.post(review_url(running))
    assert not Answer.objects.exists()


def test_what_comes_after_the_freeze_is_taken_as_late(running: Running, lead: Client) -> None:
    data = filled(running, lead)
    running.frozen()
    page = bring(running, lead, data)
    assert page.status_code == 200 and b"We visited 31 of 38." in page.content
    done = lead.post(review_url(running))
    assert b"Kept as a late answer" in done.content and Answer.objects.get().after_freeze


def test_a_revoked_link_keeps_nothing(running: Running, lead: Client) -> None:
    data = filled(running, lead)
    running.revoked()
    assert bring(running, lead, data).status_code == 410
    assert not Upload.objects.exists()


def test_a_file_that_is_no_form_has_no_page(running: Running, lead: Client) -> None:
    png = b"\x89PNG\r\n\x1a\n" + b"0" * 40
    changes.keep_upload(item=running.first, name="a.png", data=png, by=BY)
    assert lead.get(review_url(running)).status_code == 404


def test_the_lead_asks_for_a_workbook_and_is_sent_one(running: Running, lead: Client) -> None:
    assert b"Send me a workbook" in lead.get(f"{running.url}offline/").content
    told = lead.post(f"{running.url}offline/send/").text
    assert "on its way to i…@example.org" in told and "inspector@example.org" not in told
    letter = Letter.objects.get(kind="workbook")
    assert (letter.to, letter.encloses) == ("inspector@example.org", "workbook")
    assert lead.get(f"{running.url}offline/send/").status_code == 302


def test_nothing_is_sent_by_a_link_that_was_taken_back(running: Running, lead: Client) -> None:
    running.revoked()
    assert lead.post(f"{running.url}offline/send/").status_code == 410
    assert not Letter.objects.filter(kind="workbook").exists()


@pytest.mark.parametrize("ending", ["csv", "ods", "xls"])
def test_saved_as_something_else_it_is_merged_or_refused_in_words(
    running: Running, lead: Client, ending: str
) -> None:
    data = {"csv": as_csv, "ods": as_ods, "xls": lambda book: OLD + b"\0" * 600}[ending](
        Book(filled(running, lead))
    )
    page = bring(running, lead, data, f"answers.{ending}")
    if ending == "csv":
        assert "What was read" in page.text and "We visited 31 of 38." in page.text
        lead.post(review_url(running))
        assert Answer.objects.get().happened == "We visited 31 of 38."
    else:
        assert page.status_code == 422 and ".xlsx" in page.text
        assert not Upload.objects.exists() and not Answer.objects.exists()
