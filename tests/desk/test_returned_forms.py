"""A coordinator puts in the workbook or Word form that somebody mailed back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from frankpledge.progress.models import Answer, Typing, Upload
from tests.desk.people import account, signed_in
from tests.progress.altering import Book
from tests.running import Running

FIRST = "Nine in ten in time"


def url(name: str, *ids: int) -> str:
    return reverse(f"desk:{name}", args=["marsh", *ids])


@pytest.fixture
def desk(running: Running) -> Client:
    return signed_in(account("Alice Archer", running.small.partnership, "coordinator"))


def filled(running: Running, desk: Client) -> Book:
    book = Book(desk.get(url("request-workbook", running.request.pk)).content)
    for words in (FIRST, "Two patrols a week"):
        book.put(words, "How is it going?", "On track")
    book.put(FIRST, "How many?", 31)
    book.put(FIRST, "Out of how many?", 38)
    book.put(FIRST, "What happened?", "We visited 31 of 38.")
    return book


def bring(running: Running, desk: Client, data: bytes, **more: str):  # type: ignore[no-untyped-def]
    sent = {"file": SimpleUploadedFile("back.xlsx", data), **more}
    return desk.post(url("round-put-in", running.round.pk), sent, follow=True)


def test_it_is_kept_as_their_words_and_as_put_in_by_the_coordinator(
    running: Running, desk: Client
) -> None:
    assert desk.get(url("request", running.request.pk)).text.count(".xlsx") == 1
    assert "put-in" in desk.get(url("round-show", running.round.pk)).text
    page = bring(running, desk, filled(running, desk).saved())
    assert "We visited 31 of 38." in page.text and not Answer.objects.exists()
    done = desk.post(page.redirect_chain[-1][0], follow=True)
    answer = Answer.objects.get()
    assert (answer.via, answer.typed_by) == ("workbook", "Alice Archer")
    assert answer.said_by == running.request.called and "By workbook" in done.text


def test_whose_it_is_can_be_said_where_the_file_has_lost_it(running: Running, desk: Client) -> None:
    book = filled(running, desk)
    book.drop_column("Leave as it is")
    book.drop_sheet("About this form")
    refused = bring(running, desk, book.saved())
    assert refused.status_code == 422 and "does not say whose it is" in refused.text
    assert not Upload.objects.exists()
    page = bring(running, desk, book.saved(), whose=str(running.request.pk))
    desk.post(page.redirect_chain[-1][0])
    assert Answer.objects.get().happened == "We visited 31 of 38."


def test_what_is_wanting_is_finished_where_the_coordinator_types(
    running: Running, desk: Client
) -> None:
    book = filled(running, desk)
    book.put(FIRST, "How is it going?", "Fabulous")
    page = bring(running, desk, book.saved())
    left = desk.post(page.redirect_chain[-1][0])
    finish = url("item-type", running.first.pk)
    assert finish in left.text and "‘Fabulous’ is none of" in left.text
    assert Typing.objects.get().values["happened"] == "We visited 31 of 38."
    assert "We visited 31 of 38." in desk.get(finish).text


def test_a_file_that_is_no_form_is_refused_in_a_sentence(running: Running, desk: Client) -> None:
    answer = bring(running, desk, b"%PDF-1.4 nothing")
    assert answer.status_code == 422 and "<title>Error: " in answer.text
    assert not Upload.objects.exists()


def test_nobody_else_gets_near_it(running: Running, desk: Client) -> None:
    bring(running, desk, filled(running, desk).saved())
    upload = Upload.objects.get()
    reader = signed_in(account("Rita Reader", running.small.partnership, "reader"))
    stranger = signed_in(account("Sue Strange", running.small.other, "coordinator"))
    for client in (reader, stranger):
        for page in (
            url("round-put-in", running.round.pk),
            url("request-workbook", running.request.pk),
            url("request-word", running.request.pk),
            url("form-returned", running.request.pk, upload.pk),
        ):
            assert client.get(page).status_code == 404
            assert client.post(page).status_code == 404
