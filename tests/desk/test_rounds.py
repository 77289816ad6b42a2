"""A round at the desk: planned, opened, asked, chased, frozen and published by pressing."""

import datetime
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from frankpledge.asking import links
from frankpledge.asking.models import Letter, Link
from frankpledge.plan.models import Action, Plan
from frankpledge.progress import changes
from frankpledge.progress.models import Answer, Item, Request, Rhythm, Round, Typing, Upload
from tests.desk.people import account, signed_in
from tests.progress.rounds import ASKED_BY, Led
from tests.small import BY


def url(name: str, *ids: int) -> str:
    return reverse(f"desk:{name}", args=["marsh", *ids])


def press(client: Client, name: str, round_: Round, **more: str) -> Any:
    round_.refresh_from_db()
    return client.post(url(name, round_.pk), {"version": round_.version, **more}, follow=True)


def link(led: Led, called: str) -> Link:
    found = led.request(called).link
    assert found
    return found


def newest_letter() -> Letter:
    found = Letter.objects.first()
    assert found
    return found


@pytest.fixture
def desk(led: Led) -> Client:
    return signed_in(account("Alice Archer", led.partnership, "coordinator"))


@pytest.fixture
def reader(led: Led) -> Client:
    return signed_in(account("Rita Reader", led.partnership, "reader"))


def test_the_next_round_takes_its_dates_from_how_rounds_go(led: Led, desk: Client) -> None:
    shown = desk.get(url("rounds-new"))
    begun = shown.context["form"].initial
    assert begun["starts"] == datetime.date(2026, 10, 1)
    assert begun["due_on"] == datetime.date(2027, 1, 20)
    typed = {"plan": str(led.small.plan.pk), "audiences": ["board", "policing-body"]}
    for name in ("starts", "ends", "opens_on", "due_on"):
        day = begun[name]
        typed |= {
            f"{name}_day": str(day.day),
            f"{name}_month": str(day.month),
            f"{name}_year": str(day.year),
        }
    answer = desk.post(url("rounds-new"), typed)
    made = Round.objects.get(starts=datetime.date(2026, 10, 1))
    assert answer["Location"] == url("round-show", made.pk)
    assert made.audiences == ["board", "policing-body"]
    again = desk.post(url("rounds-new"), typed)
    assert again.status_code == 422 and "There is a round for this period already" in again.text


def test_nobody_is_written_to_before_the_letters_were_seen(led: Led, desk: Client) -> None:
    opened = press(desk, "round-open", led.round)
    assert "Who will be asked" in opened.text
    assert not Letter.objects.exists()
    page = desk.get(url("round-ask", led.round.pk)).text
    assert "Ask 3 leads" in page and "Send 3 letters now" in page
    assert "Nobody to write to yet" in page and "Police" in page
    assert "(the link that is theirs alone)" in page
    press(desk, "round-ask", led.round)
    led.round.refresh_from_db()
    assert led.round.stage == "asked"
    assert Letter.objects.filter(kind="ask").count() == 3


@pytest.mark.parametrize("name", ["round-remind", "round-start-review", "round-undo"])
def test_whoever_comes_second_is_told_and_does_nothing(led: Led, desk: Client, name: str) -> None:
    led.asked()
    letters = Letter.objects.count()
    answer = desk.post(url(name, led.round.pk), {"version": 1})
    assert answer.status_code == 409
    assert "Somebody else changed this round" in answer.text
    led.round.refresh_from_db()
    assert led.round.stage == "asked" and Letter.objects.count() == letters


@pytest.mark.parametrize("name", ["round-freeze", "round-ask"])
def test_a_form_read_too_early_is_a_conflict(led: Led, desk: Client, name: str) -> None:
    led.opened()
    answer = desk.post(url(name, led.round.pk), {"version": 1})
    assert answer.status_code == 409 and not Letter.objects.exists()


def test_each_step_is_taken_back(led: Led, desk: Client) -> None:
    led.asked()
    press(desk, "round-start-review", led.round)
    for stage in ("asked", "open", "planned"):
        press(desk, "round-undo", led.round)
        led.round.refresh_from_db()
        assert led.round.stage == stage
    press(desk, "round-remove", led.round, why="Made by mistake.")
    assert not Round.objects.exists()


def test_the_board_says_who_has_answered_and_what_to_do_next(led: Led, desk: Client) -> None:
    led.asked()
    Letter.objects.update(state="sent")
    led.answer("Neighbourhood")
    links.opened(link(led, "Ingrid"))
    changes.bounced(letter=Letter.objects.get(link=led.request("Traders").link), by=ASKED_BY)
    page = desk.get(url("round-show", led.round.pk)).text
    assert "One of 4 leads has answered." in page
    assert "Three are to come, and two of them were never reached." in page
    rows = re.findall(r"<tr role=\"row\".*?</tr>", page, re.DOTALL)[1:]
    said = [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows]
    assert [one.rsplit(":", 1)[-1].strip() for one in said] == [
        "Traders' forum".replace("'", "&#x27;"),
        "Police",
        "Ingrid Penhaligon",
        "Neighbourhood inspector, Police",
    ]
    for row, words in zip(
        said,
        ("Mend the address", "Say where to write", "Opened 2 Oct", "Answered 2 Oct by link Read"),
        strict=True,
    ):
        assert words in row


def test_leads_are_reminded_together_or_one_by_one(led: Led, desk: Client) -> None:
    led.asked()
    Letter.objects.update(
        state="sent", made_at=datetime.datetime(2026, 10, 1, 9, tzinfo=datetime.UTC)
    )
    desk.post(url("request-remind", led.request("Ingrid").pk))
    assert [one.to for one in Letter.objects.filter(kind="remind")] == ["ingrid@police.example"]
    again = desk.post(url("request-remind", led.request("Ingrid").pk), follow=True)
    assert "was written to today already" in again.text
    answer = press(desk, "round-remind", led.round)
    assert "2 leads reminded." in answer.text
    assert Letter.objects.filter(kind="remind").count() == 3


def test_a_mended_address_gets_a_letter_and_the_old_link_ends(led: Led, desk: Client) -> None:
    led.asked()
    request = led.request("Ingrid")
    old = link(led, "Ingrid")
    typed = {"email": "i.penhaligon@police.example", "version": request.version}
    desk.post(url("request-address", request.pk), typed)
    assert newest_letter().to == "i.penhaligon@police.example"
    old.refresh_from_db()
    assert old.is_revoked
    bad = desk.post(url("request-address", request.pk), {"email": "nobody", "version": 3})
    assert bad.status_code == 422
    stale = desk.post(url("request-address", request.pk), {"email": "a@b.example", "version": 1})
    assert stale.status_code == 409 and "i.penhaligon@police.example" in stale.text


def test_a_lead_can_be_sent_anew_taken_back_and_called_off(led: Led, desk: Client) -> None:
    led.asked()

    def do(name: str, **typed: str) -> None:
        version = led.request("Ingrid").version
        answer = desk.post(url(name, led.request("Ingrid").pk), {"version": version, **typed})
        assert answer.status_code == 302, name

    first = link(led, "Ingrid")
    do("request-send-again")
    first.refresh_from_db()
    assert first.is_revoked and link(led, "Ingrid").is_live
    do("request-revoke", why="It went to the wrong box.")
    assert link(led, "Ingrid").is_revoked
    do("request-call-off", why="She has left.")
    assert led.request("Ingrid").called_off_at
    assert "Not asked any more" in desk.get(url("round-show", led.round.pk)).text


def test_what_is_said_on_the_telephone_is_typed_for_them(led: Led, desk: Client) -> None:
    led.asked()
    item = led.request("Ingrid").items.get()
    good = led.small.good.pk
    assert desk.get(url("item-type", item.pk)).status_code == 200
    typed = {"press": "a1", "do": "send", "how-whole": f"rating-{good}", "happened": "All trained."}
    answer = desk.post(url("item-type", item.pk), typed)
    assert answer.status_code == 302
    sent = Answer.objects.get()
    assert (sent.via, sent.typed_by, sent.said_by) == (
        "typed",
        "Alice Archer",
        "Ingrid Penhaligon",
    )
    assert led.actions["2.2"].standings.get().rating == led.small.good
    desk.post(url("item-type", item.pk), typed)
    assert Answer.objects.count() == 1  # a double press


def test_nothing_typed_for_them_is_lost(led: Led, desk: Client) -> None:
    led.asked()
    item = led.request("Ingrid").items.get()
    answer = desk.post(url("item-type", item.pk), {"do": "send", "happened": "Half of it."})
    assert answer.status_code == 422 and "Half of it." in answer.text
    assert Typing.objects.get(item=item).values["happened"] == "Half of it."
    desk.post(url("item-type", item.pk), {"do": "save", "happened": "The other half."})
    assert "The other half." in desk.get(url("item-type", item.pk)).text
    assert not Answer.objects.exists()


def test_a_round_is_frozen_proved_reopened_and_published(led: Led, desk: Client) -> None:
    led.asked()
    led.answer("Neighbourhood")
    press(desk, "round-start-review", led.round)
    page = desk.get(url("round-freeze", led.round.pk)).text
    assert "4 promises asked about" in page and "3 promises printed as not reported" in page
    press(desk, "round-freeze", led.round)
    led.round.refresh_from_db()
    assert led.round.stage == "frozen"
    proved = desk.get(url("round-verify", led.round.pk)).text
    assert "Nothing was altered" in proved and led.round.freeze_hash in proved
    Answer.objects.update(happened="Something else.")
    assert "This round was altered" in desk.get(url("round-verify", led.round.pk)).text
    Answer.objects.update(happened="We went on as planned.")
    refused = desk.post(url("round-reopen", led.round.pk), {"version": led.round.version})
    assert refused.status_code == 422
    press(desk, "round-reopen", led.round, why="A figure was wrong.")
    assert "A figure was wrong." in desk.get(url("round-show", led.round.pk)).text
    press(desk, "round-freeze", led.round)
    assert "What the public will see" in desk.get(url("round-publish", led.round.pk)).text
    press(desk, "round-publish", led.round)
    led.round.refresh_from_db()
    assert led.round.stage == "published"


def test_two_rounds_are_compared_and_what_is_restricted_stays_away(
    led: Led, desk: Client, reader: Client
) -> None:
    led.asked()
    led.answer("Neighbourhood")
    _freeze(led.round)
    later = changes.plan_round(
        partnership=led.partnership,
        plan=led.small.plan,
        starts=datetime.date(2026, 10, 1),
        ends=datetime.date(2026, 12, 31),
        by=ASKED_BY,
    )
    changes.open_round(round_=later, by=ASKED_BY)
    changes.ask(round_=later, by=ASKED_BY)
    item = Item.objects.get(request__round=later, action=led.small.action)
    led.small.good, good = led.small.bad, led.small.good
    Round.objects.filter(pk=later.pk).update(stage="review")
    _say_stuck(led, item)
    later.refresh_from_db()
    changes.freeze(round_=later, by=ASKED_BY)
    page = desk.get(url("round-compare", later.pk)).text
    assert "Moved down" in page and f"{good.label}, now {led.small.bad.label}" in page
    assert "Nine in ten in time" in page
    Action.objects.filter(pk=led.small.action.pk).update(audience="restricted")
    changes.reopen(round_=later, why="To mark one as restricted.", by=ASKED_BY)
    changes.freeze(round_=later, by=ASKED_BY)
    seen = reader.get(url("round-compare", later.pk)).text
    assert "Moved down" not in seen


def _freeze(round_: Round) -> None:
    changes.start_review(round_=round_, by=ASKED_BY)
    changes.freeze(round_=round_, by=ASKED_BY)


def _say_stuck(led: Led, item: Item) -> None:
    from frankpledge.partnership.models.dated import today
    from frankpledge.progress.given import AnswerGiven, OutcomeGiven

    outcome = OutcomeGiven(led.small.first, rating=led.small.bad, condition="More hands.")
    given = AnswerGiven((outcome,), today(), happened="It stopped.")
    changes.send_answer(item=item, given=given, press="stuck", by=BY)


def test_how_rounds_go_is_set_and_refused_in_words(led: Led, desk: Client) -> None:
    typed = {
        "months": "6",
        "opens_after": "2",
        "due_after": "30",
        "remind_before": "10, 3",
        "remind_after": "7",
        "then_weekly_until": "21",
        "tell_after": "14",
        "audiences": ["policing-body"],
        "ring": "01632 960 144",
        "version": "1",
    }
    bad = desk.post(url("rounds-rhythm"), {**typed, "remind_before": "soon"})
    assert bad.status_code == 422 and "Type days as whole numbers" in bad.text
    desk.post(url("rounds-rhythm"), typed)
    kept = Rhythm.objects.get(partnership=led.partnership)
    assert (kept.months, kept.remind_before, kept.ring) == (6, [10, 3], "01632 960 144")


def test_a_file_is_handed_out_as_a_file_and_never_as_a_page(led: Led, desk: Client) -> None:
    led.asked()
    item = led.request("Ingrid").items.get()
    page = b"<html><script>alert(1)</script></html>"
    kept = changes.keep_upload(item=item, name="notes.txt", data=page, by=BY)
    answer = desk.get(url("upload-file", kept.pk))
    assert answer.content == page
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff" and "html" not in answer["Content-Type"]


def test_no_page_of_the_desk_shows_the_link_of_a_lead(led: Led, desk: Client) -> None:
    led.asked()
    tokens = [links.token_of(one.link) for one in Letter.objects.all() if one.link]
    pages = [url("round-show", led.round.pk), url("round-letters", led.round.pk)]
    pages += [url("letter-show", one.pk) for one in Letter.objects.all()]
    pages += [url("request", one.pk) for one in led.round.requests.all()]
    for page in pages:
        text = desk.get(page).text
        assert not any(token in text for token in tokens), page


def test_a_reader_reads_where_the_round_stands_and_presses_nothing(
    led: Led, reader: Client
) -> None:
    led.asked()
    page = reader.get(url("round-show", led.round.pk)).text
    main = page[page.index("<main") :]
    assert "Ingrid Penhaligon" in main and "police.example" not in main
    assert "<form" not in main and "/asked/" not in main


def test_my_work_says_what_the_round_wants(led: Led, desk: Client, reader: Client) -> None:
    led.asked()
    led.answer("Neighbourhood")
    home = url("home")
    assert "1 answer to read, 3 promises to come." in desk.get(home).text
    assert "The round for" not in reader.get(home).text


def test_a_lead_of_restricted_promises_alone_is_not_shown_to_a_reader(
    led: Led, reader: Client, desk: Client
) -> None:
    led.asked()
    Action.objects.filter(pk=led.actions["2.3"].pk).update(audience="restricted")
    assert "Traders" not in reader.get(url("round-show", led.round.pk)).text
    assert "Traders" in desk.get(url("round-show", led.round.pk)).text


def every_address(led: Led) -> list[str]:
    request = led.request("Ingrid")
    item = request.items.get()
    upload = changes.keep_upload(item=item, name="a.txt", data=b"words", by=BY)
    of_round = "show dates remove open ask remind start-review undo letters freeze reopen verify"
    of_lead = "address send-again revoke call-off remind board"
    return [
        *(url(f"round-{name}", led.round.pk) for name in f"{of_round} publish compare".split()),
        url("request", request.pk),
        *(url(f"request-{name}", request.pk) for name in of_lead.split()),
        url("item-type", item.pk),
        *(url(name, newest_letter().pk) for name in ("letter-show", "letter-bounced")),
        url("upload-file", upload.pk),
    ]


def test_another_partnerships_rounds_are_as_if_they_did_not_exist(led: Led) -> None:
    led.asked()
    stranger = signed_in(account("Charlie Cole", led.small.other, "coordinator"))
    for address in every_address(led):
        theirs = address.replace("/marsh/", "/dale/")
        for place in (address, theirs):
            for answer in (stranger.get(place), stranger.post(place, {"version": 3})):
                assert answer.status_code in (404, 405), place
    assert Upload.objects.count() == 1 and Letter.objects.count() == 3


def test_a_reader_gets_no_further_than_the_board(led: Led, reader: Client) -> None:
    led.asked()
    open_to_readers = {url("round-show", led.round.pk), url("round-compare", led.round.pk)}
    for address in every_address(led):
        answer = reader.post(address, {"version": 3})
        assert answer.status_code == (200 if address in open_to_readers else 404), address


def test_a_lead_who_is_asked_no_more_keeps_no_promises_on_their_page(
    led: Led, desk: Client
) -> None:
    led.asked()
    changes.call_off(request=led.request("Ingrid"), by=ASKED_BY, why="She has left.")
    page = desk.get(url("request", led.request("Ingrid").pk)).text
    assert "Not asked any more" in page and "Type it for them" not in page
    assert "Ask them again, by a new link" in page
    assert "No answer yet" in desk.get(url("round-review", led.round.pk)).text


def test_the_coordinator_sends_a_lead_their_workbook(led: Led, desk: Client) -> None:
    led.asked()
    request = led.request("Ingrid")
    assert "Send them a workbook" in desk.get(url("request", request.pk)).text
    desk.post(url("request-send-workbook", request.pk))
    assert Letter.objects.get(kind="workbook").to == "ingrid@police.example"
    changes.call_off(request=request, by=ASKED_BY, why="She has left.")
    refused = desk.post(url("request-send-workbook", request.pk), follow=True)
    assert "They have no link at present" in refused.text


def begun(led: Led, desk: Client) -> Plan:
    plan = led.small.plan
    sent = {"title": "The plan after", **_day("starts", 1, 4, 2029), **_day("ends", 31, 3, 2032)}
    made = desk.post(url("plan-next", plan.pk), sent)
    assert made["Location"] == url("plan-end", plan.pk)
    return Plan.objects.get(follows=plan)


def noting(led: Led, version: str = "0", why: str = "", **how: str) -> dict[str, str]:
    hows = {f"ending-{led.actions[ref].pk}": ending for ref, ending in how.items()}
    return {"version": version, **hows, f"why-{led.actions['2.3'].pk}": why}


def closing(following: Plan) -> dict[str, str]:
    return {
        **_day("on", 1, 10, 2026),
        "decided_by": "The board, minute 9",
        "why": "Its years are over",
        "next_plan": str(following.pk),
    }


HOW = {"2.1": "carried", "2.2": "complete", "2.3": "dropped", "2.4": "carried"}


def test_a_plan_ends_with_each_promise_complete_carried_or_dropped(led: Led, desk: Client) -> None:
    plan, heading = led.small.plan, url("priority-end", led.small.priority.pk)
    following = begun(led, desk)
    half = noting(led, **{"2.1": "carried", "2.2": "complete", "2.3": "dropped"})
    assert desk.post(heading, half).status_code == 302
    assert 'name="version" value="3"' in desk.get(heading).text
    overview = desk.get(url("plan-end", plan.pk)).text
    assert "2 promises left to say" in overview and "No reason yet" in overview
    assert 'name="decided_by"' not in overview
    assert "Say how" in desk.post(url("plan-end", plan.pk), closing(following)).text
    plan.refresh_from_db()
    assert plan.status == "adopted"
    rest = desk.post(heading, noting(led, version="3", why="Nobody came.", **HOW))
    assert rest["Location"] == url("plan-end", plan.pk)
    overview = desk.get(url("plan-end", plan.pk)).text
    assert "What closing will do" in overview and "Carried forward: 2 promises" in overview
    assert desk.post(url("plan-end", plan.pk), closing(following)).status_code == 302
    plan.refresh_from_db()
    assert plan.status == "closed"
    states = {ref: Action.objects.get(pk=one.pk).state for ref, one in led.actions.items()}
    assert states == {"2.1": "carried", "2.2": "complete", "2.3": "struck", "2.4": "carried"}
    assert following.actions.count() == 2


def test_the_second_to_note_an_ending_sees_both(led: Led, desk: Client) -> None:
    heading = url("priority-end", led.small.priority.pk)
    desk.post(heading, noting(led, **{"2.1": "carried"}))
    second = desk.post(heading, noting(led, **{"2.1": "dropped"}))
    assert second.status_code == 409 and "Carried forward" in second.text
    assert "carried" in desk.get(heading).text


def test_what_goes_on_needs_a_heading_to_go_on_under(led: Led, desk: Client) -> None:
    plan = led.small.plan
    following = begun(led, desk)
    following.priorities.update(title="Something else", ref="9")
    desk.post(url("priority-end", led.small.priority.pk), noting(led, why="No.", **HOW))
    refused = desk.post(url("plan-end", plan.pk), closing(following))
    assert refused.status_code == 422 and "no heading like" in refused.text
    plan.refresh_from_db()
    assert plan.status == "adopted"


def _day(name: str, day: int, month: int, year: int) -> dict[str, str]:
    return {f"{name}_day": str(day), f"{name}_month": str(month), f"{name}_year": str(year)}


def test_the_board_costs_the_same_for_many_leads(led: Led, desk: Client) -> None:
    led.asked()

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            desk.get(url("round-show", led.round.pk))
        return len(queries)

    cost()
    few = cost()
    for number in range(12):
        another = Request.objects.create(round=led.round, called=f"Lead {number}")
        Item.objects.create(request=another, action=led.small.action)
    assert cost() == few
