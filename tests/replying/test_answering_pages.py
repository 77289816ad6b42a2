"""A lead answers: what the pages say, and that nothing typed is ever lost."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from frankpledge.asking import links
from frankpledge.plan import changes as plan_changes
from frankpledge.plan.models import Placement, Target
from frankpledge.progress import changes
from frankpledge.progress.models import Answer, Question, Typing, Upload
from tests.running import Running, another, said_before
from tests.small import BY, decided

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40


@pytest.fixture
def lead(running: Running) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.post(running.url)
    return client


def first(running: Running) -> str:
    return f"{running.url}{running.first.pk}/"


def test_the_list_says_what_is_asked_and_by_when(running: Running, lead: Client) -> None:
    page = lead.get(f"{running.url}promises/").content.decode()
    assert "July to September 2026" in page and "2.1 Visit every shop" in page
    assert "about five minutes" in page.lower() and "01632 960 144" in page


def test_the_page_of_a_promise_shows_last_time_beside_the_box(
    running: Running, lead: Client
) -> None:
    said_before(running)
    page = lead.get(first(running)).content.decode()
    assert "As last year." in page and "3 July 2026" in page
    assert page.count("last time</small>") == 2
    assert "How many shops visited in time?" in page and "Out of how many shops?" in page
    assert "No change since last time" in page
    assert " checked" not in page, "nobody's choice is made for them"


def test_how_it_stood_is_said_where_none_of_the_choices_says_it(
    running: Running, lead: Client
) -> None:
    day = datetime.date(2026, 7, 3)
    plan_changes.say(
        of=running.small.first,
        state="blocked",
        condition="Money",
        said_by="Inspector",
        said_on=day,
        by=BY,
    )
    page = lead.get(first(running)).content.decode()
    assert page.count("Last time: Blocked") == 1 and "last time</small>" not in page


def test_sending_goes_on_to_the_next_and_then_says_thank_you(
    running: Running, lead: Client
) -> None:
    answer = lead.post(first(running), running.typed())
    second = f"{running.url}{running.second.pk}/"
    assert answer.headers["Location"] == second
    whole = {"how-whole": f"rating-{running.small.good.pk}", "press": "b2"}
    done = lead.post(second, whole, follow=True)
    assert b"Thank you: all is sent" in done.content and b"31 of 38" in done.content
    assert b"Change an answer" in done.content
    assert Answer.objects.count() == 2


def test_no_change_is_one_press(running: Running, lead: Client) -> None:
    said_before(running)
    lead.post(first(running), {"do": "same", "press": "c"})
    assert Answer.objects.get().no_change


def test_a_changed_answer_follows_the_first_and_begins_with_it(
    running: Running, lead: Client
) -> None:
    lead.post(first(running), running.typed())
    page = lead.get(first(running)).content.decode()
    assert 'value="31"' in page and "We visited 31 of 38." in page and "You sent an answer" in page
    lead.post(first(running), running.typed(happened="After counting again: 32."))
    assert Answer.objects.count() == 2


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("figure", "", "Type how many, as a number. Nought is a number."),
        ("figure", "many", "Type this as a number"),
        ("figure", "39", "more than there were altogether"),
        ("figure", "-1", "0 or more"),
        ("how", "", "Choose how outcome 1 is going"),
        ("how", "rating-999999", "not in the list"),
    ],
)
def test_what_is_wrong_is_said_in_words_and_nothing_is_lost(
    running: Running, lead: Client, field: str, value: str, sentence: str
) -> None:
    answer = lead.post(
        first(running), running.typed(**{f"{field}-{running.small.first.pk}": value})
    )
    page = answer.content.decode()
    assert answer.status_code == 422 and sentence in page
    assert "<title>Error: " in page and "We visited 31 of 38." in page
    again = Client()
    again.post(running.url)
    assert "We visited 31 of 38." in again.get(first(running)).content.decode()
    assert not Answer.objects.exists()


def test_nought_is_an_answer_and_so_is_a_reason(running: Running, lead: Client) -> None:
    key = running.small.first.pk
    lead.post(first(running), running.typed(**{f"figure-{key}": "0"}))
    reason = {f"figure-{key}": "", f"of-{key}": "", f"none-{key}": "The list is late."}
    lead.post(first(running), running.typed(**reason))
    zero, none = (one.outcomes.get(outcome=key) for one in Answer.objects.order_by("pk"))
    assert zero.figure == 0 and none.nothing_because == "The list is late."


def test_the_condition_of_what_is_blocked_is_asked_for(running: Running, lead: Client) -> None:
    key = running.small.first.pk
    typed = running.typed(**{f"how-{key}": f"rating-{running.small.bad.pk}"})
    assert b"before it can go on" in lead.post(first(running), typed).content
    assert not Answer.objects.exists()
    lead.post(first(running), {**typed, f"if-{key}": "Two more officers."})
    assert Answer.objects.get().outcomes.get(outcome=key).condition == "Two more officers."


def test_everything_else_that_can_be_said_is_kept(running: Running, lead: Client) -> None:
    more = {
        "why": "Two were lent out.",
        "next_step": "They come back.",
        "help_needed": "A van",
        "help_from": "Council",
        "concern": "Morale.",
        "decision": "Buy a van?",
        "links": "https://example.org/report Report of July",
        "said_on_day": "2",
        "said_on_month": "7",
        "said_on_year": "2026",
    }
    lead.post(first(running), running.typed(**more))
    answer = Answer.objects.get()
    assert (answer.why, answer.help_from) == ("Two were lent out.", "Council")
    assert answer.evidence == [{"url": "https://example.org/report", "says": "Report of July"}]
    assert answer.said_on.isoformat() == "2026-07-02"
    assert {one.kind for one in answer.raised.all()} == {"concern", "decision"}


@pytest.mark.parametrize("line", ["javascript:alert(1)", "file:///etc/passwd", "report", "http://"])
def test_a_link_that_is_none_is_refused(running: Running, lead: Client, line: str) -> None:
    answer = lead.post(first(running), running.typed(links=line))
    assert answer.status_code == 422 and b"Begin each line with an address" in answer.content


def test_a_shared_promise_is_answered_once_with_what_differs(
    running: Running, lead: Client
) -> None:
    other = plan_changes.add_priority(
        plan=running.small.plan, title="Safe evenings", ref="4", by=BY, decision=decided()
    )
    Placement.objects.create(action=running.first.action, priority=other, is_base=False)
    assert b"What differs under 4 Safe evenings?" in lead.get(first(running)).content
    lead.post(first(running), running.typed(**{f"priority-{other.pk}": "Later hours there."}))
    answer = Answer.objects.get()
    assert answer.by_priority == {str(other.pk): "Later hours there."}
    assert answer.standing and "4 Safe evenings: Later hours there." in answer.standing.words


def test_what_is_typed_is_saved_and_there_again_on_another_device(
    running: Running, lead: Client
) -> None:
    typed = {**running.typed(happened="Half a sent"), "said_on_day": "5"}
    answer = lead.post(f"{first(running)}save/", typed)
    assert answer.status_code == 200 and "saved" in answer.json()
    phone = Client()
    phone.post(running.url)
    page = phone.get(first(running)).content.decode()
    assert "Half a sent" in page and 'value="31"' in page and 'value="5"' in page
    assert page.count(" checked") == 2
    assert "Begun, not sent" in phone.get(f"{running.url}promises/").content.decode()
    assert not Answer.objects.exists()


def test_saving_without_script_is_a_press(running: Running, lead: Client) -> None:
    answer = lead.post(first(running), {**running.typed(), "do": "save", "happened": "x" * 9000})
    assert answer.headers["Location"].endswith("/promises/")
    assert len(Typing.objects.get().values["happened"]) == 9000


def test_a_browser_that_lost_its_cookies_loses_no_words(running: Running) -> None:
    stranger = Client(enforce_csrf_checks=True)
    assert stranger.post(first(running), running.typed()).status_code == 302
    assert Answer.objects.get().happened == "We visited 31 of 38."


def test_what_comes_after_the_freeze_is_kept_as_late_and_said_to_be(
    running: Running, lead: Client
) -> None:
    running.frozen()
    answer = lead.post(first(running), running.typed())
    assert answer.status_code == 200 and b"Kept as a late answer" in answer.content
    assert Answer.objects.get().after_freeze


def test_what_was_struck_while_somebody_typed_is_said_and_their_words_shown(
    running: Running, lead: Client
) -> None:
    type(running.first).objects.filter(pk=running.first.pk).update(dropped_at="2026-10-01T10:00Z")
    answer = lead.post(first(running), running.typed())
    assert b"no longer asked" in answer.content and b"We visited 31 of 38." in answer.content
    assert Typing.objects.get().values["happened"] == "We visited 31 of 38."


def test_a_file_outlives_an_error_in_the_form(running: Running, lead: Client) -> None:
    file = SimpleUploadedFile("fair.png", PNG)
    lead.post(
        first(running), {**running.typed(happened="With a photo"), "file": file, "links": "x"}
    )
    page = lead.get(first(running)).content.decode()
    assert "fair.png" in page
    lead.post(first(running), running.typed())
    assert [one.name for one in Answer.objects.get().uploads.all()] == ["fair.png"]


def test_a_file_can_be_taken_away_before_it_is_sent(running: Running, lead: Client) -> None:
    upload = changes.keep_upload(item=running.first, name="a.png", data=PNG, by=BY)
    lead.post(f"{first(running)}files/{upload.pk}/remove/", running.typed())
    assert not Upload.objects.exists()
    assert "We visited 31 of 38." in lead.get(first(running)).content.decode()


def test_a_file_we_do_not_take_is_refused_beside_its_box(running: Running, lead: Client) -> None:
    file = SimpleUploadedFile("run.png", b"MZ\x00\x01")
    answer = lead.post(first(running), {**running.typed(), "file": file})
    assert answer.status_code == 422 and b"This is not a picture" in answer.content
    assert not Answer.objects.exists() and not Upload.objects.exists()


def test_passing_on_tells_where_it_went(running: Running, lead: Client) -> None:
    sent = {"items": [str(running.first.pk)], "name": "Nia", "email": "nia@example.org"}
    page = lead.post(f"{running.url}pass/", sent, follow=True).content.decode()
    assert "Passed on" in page and "nia@example.org" in page and "One promise" in page
    moved = lead.get(first(running)).content.decode()
    assert "passed to Nia" in moved


def test_a_question_is_asked_and_answered_by_links(running: Running, lead: Client) -> None:
    post = running.small.inspector
    words = "Have you the hospital figures?"
    lead.post(f"{first(running)}ask/", {"who": f"post-{post.pk}", "words": words})
    question = Question.objects.get()
    assert question.link
    url = f"/answer/{links.token_of(question.link)}/"
    partner = Client()
    assert words.encode() not in partner.get(url).content
    assert words.encode() in partner.post(url, follow=True).content
    assert partner.get(f"{url}promises/").status_code == 404
    done = partner.post(f"{url}question/", {"words": "41 in the quarter."}, follow=True)
    assert b"Thank you" in done.content
    assert "41 in the quarter." in lead.get(first(running)).content.decode()


def test_the_pages_take_as_many_queries_for_many_rows_as_for_few(
    running: Running, lead: Client, django_assert_max_num_queries: object
) -> None:
    for number in range(3, 9):
        made = plan_changes.add_outcome(
            action=running.first.action, words=f"Outcome {number}", by=BY, decision=decided()
        )
        Target.objects.create(outcome=made, printed="x", kind="count-at-least", number=number)
    with django_assert_max_num_queries(30):  # type: ignore[operator]
        lead.get(first(running))
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        lead.get(f"{running.url}promises/")


def test_a_promise_that_two_lead_is_answered_by_either(running: Running, lead: Client) -> None:
    other = another(running, running.first.action)
    Client().post(f"{other.url}{other.first.pk}/", other.typed())
    page = lead.get(f"{running.url}promises/").content.decode()
    assert "Answered by Somebody else" in page
    assert lead.post(first(running), running.typed(happened="I add this.")).status_code == 302
    assert Answer.objects.count() == 2


def test_enter_in_a_field_sends_what_was_typed_and_nothing_else(
    running: Running, lead: Client
) -> None:
    said_before(running)
    changes.keep_upload(item=running.first, name="a.png", data=PNG, by=BY)
    page = lead.get(first(running)).content.decode()
    form = page[page.index("data-save") :]
    button = form[form.index('type="submit"') :]
    assert 'value="send"' in button[: button.index(">")]
