"""Mail of the demonstration goes no further than a folder, and a page shows it."""

from pathlib import Path
from typing import Any

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection
from django.test import Client

from frankpledge.demo import outbox

BACKEND = "frankpledge.demo.outbox.OutboxBackend"


@pytest.fixture
def home(settings: Any, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


def send(
    subject: str = "Your code", body: str = "Type 4711.\nThank you.", to: str = "a@example.org"
) -> int:
    message = EmailMessage(subject, body, "safer@marshwick.example", [to])
    return get_connection(BACKEND).send_messages([message])


def test_each_mail_is_one_file_in_the_home_folder(home: Path) -> None:
    assert [send(), send()] == [1, 1]
    files = list((home / "outbox").iterdir())
    assert [each.suffix for each in files] == [".eml", ".eml"]
    assert b"Subject: Your code" in files[0].read_bytes()


def test_a_hundred_mails_at_once_are_a_hundred_files(home: Path) -> None:
    message = EmailMessage("One of many", "Words", "a@example.org", ["b@example.org"])
    assert get_connection(BACKEND).send_messages([message] * 100) == 100
    assert len(outbox.mails()) == 100


def test_the_newest_mail_is_read_first(home: Path) -> None:
    send("First")
    send("Second")
    assert [mail.subject for mail in outbox.mails()] == ["Second", "First"]


def test_letters_of_every_script_come_back_as_they_were_sent(home: Path) -> None:
    send("Über ‘promises’", "أهلا\n\nShłapanka — 3 ½")
    (mail,) = outbox.mails()
    assert (mail.subject, mail.text.strip()) == ("Über ‘promises’", "أهلا\n\nShłapanka — 3 ½")


def test_of_a_mail_with_two_bodies_the_plain_one_is_shown(home: Path) -> None:
    message = EmailMultiAlternatives("Both", "Plain words", "a@example.org", ["b@example.org"])
    message.attach_alternative("<b>Loud words</b>", "text/html")
    get_connection(BACKEND).send_messages([message])
    (mail,) = outbox.mails()
    assert mail.text.strip() == "Plain words"


def test_the_page_lists_mails_and_says_when_there_are_none(home: Path, db: None) -> None:
    assert b"Nothing has been sent yet" in Client().get("/demo/outbox/").content
    send("Your code")
    text = Client().get("/demo/outbox/").content.decode()
    assert "Your code" in text
    assert outbox.mails()[0].name in text


def test_a_mail_is_shown_with_its_links_to_follow(home: Path, db: None) -> None:
    send(body="Open http://127.0.0.1:8000/account/x/?next=/desk/ and press the button.")
    name = outbox.mails()[0].name
    text = Client().get(f"/demo/outbox/{name}/").content.decode()
    assert 'href="http://127.0.0.1:8000/account/x/?next=%2Fdesk%2F"' in text


def test_what_a_mail_says_is_never_markup(home: Path, db: None) -> None:
    send("<b>Loud</b>", "<script>alert(1)</script>")
    name = outbox.mails()[0].name
    for path in ("/demo/outbox/", f"/demo/outbox/{name}/"):
        text = Client().get(path).content.decode()
        assert "<script>alert" not in text
        assert "<b>Loud" not in text


@pytest.mark.parametrize("name", ["20260101T000000000000", "nothing", "secret-key"])
def test_only_mails_of_the_outbox_are_shown(home: Path, db: None, name: str) -> None:
    (home / "outbox").mkdir()
    (home / "outbox" / "secret-key.eml").write_text("Subject: no\n\nno")
    assert Client().get(f"/demo/outbox/{name}/").status_code == 404
