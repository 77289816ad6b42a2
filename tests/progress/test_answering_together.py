"""Two at once, passing on, asking each other, and files."""

import io
import zipfile
from functools import partial

import pytest

from frankpledge.asking.models import Letter
from frankpledge.partnership import changes as who
from frankpledge.plan import changes as plan_changes
from frankpledge.progress import changes, queries
from frankpledge.progress.models import Answer, Item, Question, Request, Upload
from frankpledge.record import checks
from frankpledge.record.errors import Refused
from tests.hostile.at_once import at_once
from tests.running import STARTS, Running
from tests.small import BY

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40


def pass_first(running: Running, **more: object) -> Request:
    given = {"name": "Nia Okafor", "email": "nia@example.org", "why": "She took over.", **more}
    return changes.pass_on(request=running.request, items=[running.first], by=BY, **given)  # type: ignore[arg-type]


@pytest.mark.django_db(transaction=True)
def test_two_answering_at_once_are_both_kept(running: Running) -> None:
    def send(number: int) -> None:
        changes.send_answer(
            item=Item.objects.get(pk=running.first.pk),
            given=running.given(words=f"From {number}"),
            press=f"press {number}",
            by=BY,
        )

    assert at_once([partial(send, n) for n in range(8)]) == {"done": 8}
    assert {one.happened for one in Answer.objects.all()} == {f"From {n}" for n in range(8)}
    assert checks.verify(running.small.partnership.chain) == []


@pytest.mark.django_db(transaction=True)
def test_one_press_arriving_many_times_at_once_is_one_answer(running: Running) -> None:
    def send() -> None:
        changes.send_answer(
            item=Item.objects.get(pk=running.first.pk), given=running.given(), press="one", by=BY
        )

    assert at_once([send] * 8) == {"done": 8}
    assert Answer.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_typing_saved_many_times_at_once_is_one_row(running: Running) -> None:
    def keep(number: int) -> None:
        changes.keep_typing(item=running.first, hand="h", values={"happened": str(number)})

    assert at_once([partial(keep, n) for n in range(8)]) == {"done": 8}
    assert running.first.typings.count() == 1


def test_a_colleague_gets_a_link_and_the_coordinator_is_told(running: Running) -> None:
    person = who.add_person(name="Alice Archer", partnership=running.small.partnership, by=BY)
    who.open_account(person=person, email="alice@example.org", by=BY)
    who.give_role(partnership=running.small.partnership, person=person, role="coordinator", by=BY)
    colleague = pass_first(running)
    assert colleague.link and queries.request_behind(colleague.link) == colleague
    letter = Letter.objects.get(about=colleague.about, kind="passed-on")
    assert (letter.to, letter.link) == ("nia@example.org", colleague.link)
    told = Letter.objects.get(kind="told")
    assert told.to == "alice@example.org" and "Nia Okafor" in told.body
    mine, theirs = queries.asked(running.request), queries.asked(colleague)
    assert [one.item.action.ref for one in mine.theirs] == ["2.2"]
    assert mine.passed[0].item.passed_to == colleague and not mine.passed[0].passed_answered
    changes.send_answer(item=theirs.items[0].item, given=running.given(), press="c", by=BY)
    assert queries.asked(running.request).passed[0].passed_answered
    answer = Answer.objects.get()
    assert (answer.said_by, answer.said_by_is_name) == ("Nia Okafor", True)


def test_what_was_passed_on_is_not_passed_or_answered_twice(running: Running) -> None:
    pass_first(running)
    with pytest.raises(Refused, match="Nia Okafor"):
        pass_first(running, name="Olu", email="olu@example.org")
    with pytest.raises(Refused, match="Nia Okafor"):
        changes.send_answer(item=running.first, given=running.given(), press="x", by=BY)
    assert Request.objects.count() == 2


def test_nobody_passes_a_promise_to_themselves_or_anothers(running: Running) -> None:
    with pytest.raises(Refused, match="address"):
        pass_first(running, email="Inspector@example.org")
    stranger = Request.objects.create(round=running.round, called="Stranger")
    with pytest.raises(Refused, match="Choose"):
        changes.pass_on(
            request=stranger, items=[running.first], name="N", email="n@example.org", why="", by=BY
        )


def test_a_question_has_an_addressee_and_an_answer(running: Running) -> None:
    asked = partial(
        changes.ask_question,
        item=running.first,
        words="Have you the hospital figures?",
        post=running.small.inspector,
        by=BY,
    )
    question = asked()
    assert asked() == question
    assert question.link and queries.question_behind(question.link) == question
    letter = Letter.objects.get(kind="question")
    assert letter.to == "inspector@example.org" and "hospital" not in letter.body
    answer = partial(changes.answer_question, question=question, answered_by="Inspector", by=BY)
    answer(words="By Friday.")
    answer(words="By Friday.")
    answer(words="Here they are: 41.")
    kept = Question.objects.get()
    assert kept.answer.count("By Friday.") == 1 and "41" in kept.answer
    with pytest.raises(Refused):
        changes.withdraw_question(question=question, by=BY)


def test_a_question_to_a_group_goes_to_its_secretary(running: Running) -> None:
    partnership = running.small.partnership
    place = who.add_group(partnership=partnership, local_name="Yard group", kind="theme", by=BY)
    secretary = who.add_person(name="Sefton Vail", partnership=partnership, by=BY)
    who.set_contact(partnership=partnership, person=secretary, email="sefton@example.org", by=BY)
    who.add_group_member(place=place, part="secretary", person=secretary, starts=STARTS, by=BY)
    assert queries.called(queries.addressees(partnership)[f"group-{place.pk}"]) == "Yard group"
    asked = partial(changes.ask_question, item=running.first, words="How many?", group=place, by=BY)
    question = asked()
    assert asked() == question and question.to == "Yard group"
    assert Letter.objects.get(kind="question").to == "sefton@example.org"


def test_a_question_to_a_body_goes_by_the_coordinator(running: Running) -> None:
    question = changes.ask_question(
        item=running.first, words="Who leads now?", organisation=running.small.police, by=BY
    )
    assert question.link is None and question.sent_at is None


def packed(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "kept"),
    [
        ("../../etc/passwd.exe", PNG, "passwd.png"),
        ("Sept \u202egnp.png", b"\xff\xd8\xff\xe0more", "Sept gnp.jpg"),
        ("report", b"%PDF-1.7 and more", "report.pdf"),
        ("figures.csv", b"ward,n\nHolm,3\n", "figures.csv"),
        ("notes.html", "Straße".encode(), "notes.txt"),
        ("minutes.docx", packed("word/document.xml"), "minutes.docx"),
        ("plan.doc", packed("xl/workbook.xml"), "plan.xlsx"),
    ],
)
def test_a_file_is_what_its_content_says(
    running: Running, name: str, data: bytes, kept: str
) -> None:
    upload = changes.keep_upload(item=running.first, name=name, data=data, by=BY)
    assert upload.name == kept
    assert "/" not in upload.file.name.removeprefix("answers/")
    assert "passwd" not in upload.file.name
    with upload.file.open("rb") as file:
        assert file.read() == data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"MZ\x90\x00",
        b"<svg\x00",
        packed("word/document.xml", "word/vbaProject.bin"),
        packed("anything"),
        b"PK\x03\x04broken",
        b"\xff\xfe\xfd",
        b"a" * 10_000_001,
    ],
    ids=["empty", "program", "null", "macros", "other-zip", "broken-zip", "not-text", "too-large"],
)
def test_other_files_are_refused_in_words(running: Running, data: bytes) -> None:
    with pytest.raises(Refused):
        changes.keep_upload(item=running.first, name="photo.png", data=data, by=BY)
    assert not Upload.objects.exists()


def test_a_file_goes_with_the_answer_and_stays(running: Running) -> None:
    kept = changes.keep_upload(item=running.first, name="a.png", data=PNG, by=BY)
    assert changes.keep_upload(item=running.first, name="b.png", data=PNG, by=BY) == kept
    given = running.given(uploads=(kept.pk,))
    answer = changes.send_answer(item=running.first, given=given, press="x", by=BY)
    assert list(answer.uploads.all()) == [kept]
    with pytest.raises(Refused, match="stays"):
        changes.remove_upload(upload=kept, by=BY)
    assert queries.upload_here(running.small.partnership, kept.pk) == kept
    with pytest.raises(queries.NotThere):
        queries.upload_here(running.small.other, kept.pk)


def test_a_restricted_promise_is_not_named_in_a_mail(running: Running) -> None:
    action = running.first.action
    plan_changes.set_audience(action=action, audience="restricted", why="An address", by=BY)
    person = who.add_person(name="Alice Archer", partnership=running.small.partnership, by=BY)
    who.open_account(person=person, email="alice@example.org", by=BY)
    who.give_role(partnership=running.small.partnership, person=person, role="coordinator", by=BY)
    colleague = pass_first(running)
    bodies = Letter.objects.filter(about=colleague.about).values_list("body", flat=True)
    assert len(bodies) == 2 and not any("Visit every shop" in body for body in bodies)
