"""A round asks every lead once, goes forward by named people, and ends as a sealed document."""

import datetime
from functools import partial
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from frankpledge.asking import links
from frankpledge.asking.models import Letter, Link
from frankpledge.plan import changes as plan
from frankpledge.plan.models import Action
from frankpledge.plan.queries import action_page, plan_table
from frankpledge.progress import changes, queries
from frankpledge.progress.comparing import compare
from frankpledge.progress.models import Answer, Item, Request, Round, Step, Verdict
from frankpledge.progress.timetable import open_what_is_due, remind_what_is_due
from frankpledge.progress.verifying import faults_of
from frankpledge.record import checks, freezes, withdrawals
from frankpledge.record.errors import Refused, Stale
from frankpledge.record.lines import System
from frankpledge.record.models import Line
from tests.progress.rounds import ASKED_BY, Led
from tests.small import BY, decided

DUE = datetime.date(2026, 10, 20)


def at(day: int, month: int = 10) -> time_machine.travel:
    return time_machine.travel(datetime.datetime(2026, month, day, 9, tzinfo=datetime.UTC))


def test_the_dates_come_from_the_partnerships_settings(led: Led) -> None:
    assert (led.round.opens_on, led.round.due_on) == (datetime.date(2026, 10, 1), DUE)
    rhythm = queries.rhythm_of(led.partnership)
    changes.set_rhythm(partnership=led.partnership, version=rhythm.version, by=BY, due_after=10)
    later = changes.plan_round(
        partnership=led.partnership,
        plan=led.small.plan,
        starts=datetime.date(2026, 10, 1),
        ends=datetime.date(2026, 12, 31),
        by=BY,
    )
    assert later.due_on == datetime.date(2027, 1, 10)
    with pytest.raises(Stale):
        changes.set_rhythm(partnership=led.partnership, version=7, by=BY, due_after=5)


def test_a_period_has_one_round(led: Led) -> None:
    with pytest.raises(Refused, match="already"):
        changes.plan_round(
            partnership=led.partnership,
            plan=led.small.plan,
            starts=led.round.starts,
            ends=led.round.ends,
            by=BY,
        )


def test_opening_makes_one_request_for_each_lead_with_their_address(led: Led) -> None:
    led.opened()
    asked = {one.called: one.email for one in Request.objects.filter(round=led.round)}
    assert asked == {
        "Neighbourhood inspector, Police": "inspector@police.example",
        "Ingrid Penhaligon": "ingrid@police.example",
        "Traders' forum": "sefton@group.example",
        "Police": "",
    }
    assert Item.objects.count() == 4
    assert not Letter.objects.exists()
    page = queries.round_page(led.round)
    assert {one.request.called: one.key for one in page.asked}["Police"] == "nobody"


def test_what_is_complete_or_struck_is_not_asked_for(led: Led) -> None:
    small = led.small
    struck, done = Action.objects.get(ref="2.2"), Action.objects.get(ref="2.3")
    plan.strike_action(action=struck, version=struck.version, decision=decided(), by=BY)
    plan.say(of=done, state="complete", said_by="X", said_on=small.plan.starts, by=BY)
    led.opened()
    assert set(Item.objects.values_list("action__ref", flat=True)) == {"2.1", "2.4"}


def test_asking_writes_one_letter_with_one_link_to_each_who_can_be_reached(led: Led) -> None:
    led.asked()
    letters = list(Letter.objects.order_by("to"))
    assert [one.to for one in letters] == [
        "ingrid@police.example",
        "inspector@police.example",
        "sefton@group.example",
    ]
    assert all(one.state == "waiting" and one.body.count("{link}") == 1 for one in letters)
    assert Link.objects.count() == 3
    assert "20 October" in letters[0].body and "2.2 Train the staff" in letters[0].body
    assert "2.1" not in letters[0].body  # their promises, nothing else


def test_a_restricted_promise_is_not_named_in_a_letter(led: Led) -> None:
    action = Action.objects.get(ref="2.2")
    plan.set_audience(action=action, audience="restricted", by=BY, why="Operational")
    led.asked()
    letter = Letter.objects.get(to="ingrid@police.example")
    assert "Train" not in letter.body and "not named here" in letter.body


def test_each_step_is_by_somebody_and_can_be_taken_back_until_the_freeze(led: Led) -> None:
    led.asked()
    changes.start_review(round_=led.round, by=ASKED_BY)
    for back in ("asked", "open"):
        changes.undo_step(round_=led.round, by=BY)
        assert led.round.stage == back
    assert set(Letter.objects.values_list("state", flat=True)) == {"called-off"}
    changes.undo_step(round_=led.round, by=BY)
    assert led.round.stage == "planned" and not Request.objects.exists()
    assert [step.undone_by for step in Step.objects.all()] == ["", *["Alice Archer"] * 3]
    with pytest.raises(Refused):
        changes.undo_step(round_=led.round, by=BY)
    assert checks.verify(led.partnership.chain) == []


def test_a_round_that_somebody_answered_is_not_closed_again(led: Led) -> None:
    led.asked().answer("Ingrid")
    changes.undo_step(round_=led.round, by=BY)
    with pytest.raises(Refused, match="answered"):
        changes.undo_step(round_=led.round, by=BY)
    assert Answer.objects.count() == 1


def test_asking_again_after_taking_it_back_leaves_out_whom_a_letter_has_reached(led: Led) -> None:
    led.asked()
    Letter.objects.filter(to="ingrid@police.example").update(state="sent")
    changes.undo_step(round_=led.round, by=BY)
    changes.ask(round_=led.round, by=BY)
    waiting = Letter.objects.filter(state="waiting").values_list("to", flat=True)
    assert set(waiting) == {"inspector@police.example", "sefton@group.example"}


def test_the_second_of_two_coordinators_is_told(led: Led) -> None:
    stale = Round.objects.get(pk=led.round.pk)
    led.asked()
    with pytest.raises(Refused, match="asked"):
        changes.open_round(round_=stale, by=BY)
    assert Step.objects.filter(kind="open").count() == 1


def test_sending_again_takes_the_old_link_back(led: Led) -> None:
    led.asked()
    request = led.request("Ingrid")
    old = links.token_of(request.link)
    letter = changes.send_again(request=request, by=BY)
    found = links.link_by_token(old)
    assert found is not None and found.is_revoked
    assert letter.link != found and letter.link.is_live
    assert Letter.objects.filter(to=request.email, state="called-off").count() == 1


def test_a_mended_address_is_asked_there_and_the_link_that_went_astray_opens_nothing(
    led: Led,
) -> None:
    led.asked()
    request = led.request("Ingrid")
    first = Letter.objects.get(to=request.email)
    Letter.objects.filter(pk=first.pk).update(state="sent")
    changes.bounced(letter=first, by=BY)
    assert _keys(led)["Ingrid Penhaligon"] == "bounced"
    letter = changes.mend_address(request=request, email="ingrid.p@police.example", by=BY)
    assert letter is not None and letter.to == "ingrid.p@police.example"
    assert Link.objects.get(pk=first.link_id).is_revoked
    assert _keys(led)["Ingrid Penhaligon"] == "waiting"
    lines = str(list(Line.objects.values_list("content", flat=True)))
    assert "ingrid.p@" not in lines


def _keys(led: Led) -> dict[str, str]:
    return {one.request.called: one.key for one in queries.round_page(led.round).asked}


def test_the_board_of_a_round_takes_as_many_queries_for_many_leads(
    led: Led, django_assert_max_num_queries: object
) -> None:
    led.asked().answer("Ingrid")
    with django_assert_max_num_queries(7):  # type: ignore[operator]
        page = queries.round_page(led.round)
        assert [one.words for one in page.asked]
        assert page.answered_promises == 1


def test_nobody_who_has_answered_is_reminded_and_nobody_twice_a_day(led: Led) -> None:
    led.asked().answer("Ingrid")
    with at(12):
        first = changes.remind(round_=led.round, by=BY)
        assert {one.to for one in first} == {"inspector@police.example", "sefton@group.example"}
        assert changes.remind(round_=led.round, by=BY) == []


def test_reminders_go_by_the_timetable_once_each(led: Led) -> None:
    led.asked()
    days = []
    for day in (*range(3, 31),):
        with at(day):
            before = Letter.objects.filter(kind="remind").count()
            remind_what_is_due()
            remind_what_is_due()
            if Letter.objects.filter(kind="remind").count() == before + 3:
                days.append(day)
    assert days == [15, 23, 30]  # five days before, three after, then weekly
    assert Letter.objects.filter(kind="remind").count() == 9


def test_no_reminder_goes_to_a_letter_box_that_sends_letters_back(led: Led) -> None:
    led.asked()
    letter = Letter.objects.get(to="sefton@group.example")
    Letter.objects.filter(pk=letter.pk).update(state="sent")
    changes.bounced(letter=letter, by=BY)
    changes.call_off(request=led.request("Ingrid"), by=BY, why="On leave")
    with at(12):
        assert [one.to for one in changes.remind(round_=led.round, by=BY)] == [
            "inspector@police.example"
        ]


def test_a_promise_that_two_lead_is_answered_by_either(led: Led) -> None:
    leads = [plan.LeadGiven(post=led.small.inspector), plan.LeadGiven(person=led.small.person)]
    plan.set_leads(of=led.actions["2.2"], leads=leads, by=BY, decision=decided())
    led.asked().answer("Ingrid")
    assert [one.action.ref for one in queries.outstanding(led.round)[led.request("Neigh").pk]] == [
        "2.1"
    ]


def test_a_round_opens_and_asks_by_itself_once(led: Led) -> None:
    changes.change_round(round_=led.round, version=led.round.version, by=BY, opens_by_itself=True)
    open_what_is_due()
    open_what_is_due()
    led.round.refresh_from_db()
    assert led.round.stage == "asked"
    assert Step.objects.get(kind="asked").by == "The timetable set by Alice Archer"
    assert Letter.objects.count() == 3


def test_freshness_tells_what_became_of_the_asking(led: Led) -> None:
    def fresh() -> dict[str, str]:
        table = plan_table(led.small.plan, restricted=True)
        return {row.ref: row.freshness.key for _, rows in table.priorities for row in rows}

    assert fresh()["2.1"] == "never"  # no round has begun
    led.asked()
    assert fresh() == {"2.1": "asked", "2.2": "asked", "2.3": "asked", "2.4": "not-asked"}
    led.answer("Ingrid")
    with at(12):
        changes.remind(round_=led.round, by=BY)
    with at(22):
        led.answer("Neighbourhood")
    assert fresh() == {
        "2.1": "answered-late",
        "2.2": "answered",
        "2.3": "chased",
        "2.4": "not-asked",
    }
    _freeze(led)
    assert fresh()["2.3"] == "missed"
    page = action_page(led.partnership, led.actions["2.1"], restricted=True)
    assert (page.freshness.key, page.freshness.quarters) == ("answered-late", ("late",))


def _freeze(led: Led) -> None:
    if led.round.stage != "review":
        changes.start_review(round_=led.round, by=ASKED_BY)
    changes.freeze(round_=led.round, by=ASKED_BY)


def test_a_freeze_holds_what_was_said_who_agreed_and_what_became_of_each_letter(led: Led) -> None:
    led.asked().answer("Ingrid")
    item = Item.objects.get(action__ref="2.2")
    Verdict.objects.create(item=item, answer=item.answers.get(), kind="agreed", by="Alice Archer")
    held = queries.will_hold(led.round)
    assert (held.promises, held.answered, held.read, held.missing) == (4, 1, 1, 3)
    _freeze(led)
    freeze = queries.newest_freeze_of(led.round)
    assert freeze is not None and freeze.hash == led.round.freeze_hash
    body = freezes.section(freeze, "round")
    asked = {one["called"]: one for one in body["requests"]}
    told = asked["Ingrid Penhaligon"]["items"][0]
    assert told["answers"][0]["happened"] == "We went on as planned."
    assert told["verdicts"][0]["by"] == "Alice Archer"
    assert asked["Ingrid Penhaligon"]["letters"][0]["kind"] == "ask"
    assert [step["kind"] for step in body["steps"]][-1] == "frozen"
    assert "police.example" not in str(body)
    assert freezes.section(freeze, "plan")["actions"] and freezes.section(freeze, "public")
    assert faults_of(led.round) == []


def test_links_end_with_the_freeze_and_live_again_when_it_is_reopened(led: Led) -> None:
    led.asked()
    changes.revoke(request=led.request("Traders"), by=BY, why="Left")
    _freeze(led)
    assert not Link.objects.filter(ended_at=None).exists()
    assert set(Letter.objects.values_list("state", flat=True)) == {"called-off"}
    with pytest.raises(Refused, match="why"):
        changes.reopen(round_=led.round, by=BY, why=" ")
    changes.reopen(round_=led.round, by=BY, why="The hospital's figures came.")
    assert [link.is_live for link in Link.objects.order_by("pk")].count(True) == 2
    _freeze(led)
    frozen = freezes.newest(chain=led.partnership.chain, kind="round", subject_id=str(led.round.pk))
    assert frozen is not None and frozen.version == 2
    assert faults_of(led.round) == []


def test_what_comes_after_the_freeze_is_kept_and_is_no_fault(led: Led) -> None:
    led.asked()
    _freeze(led)
    led.answer("Ingrid")
    assert Answer.objects.get().after_freeze
    assert faults_of(led.round) == []


@pytest.mark.parametrize("field", ["happened", "said_by", "typed_by", "is_late"])
def test_an_altered_answer_is_found_out(led: Led, field: str) -> None:
    led.asked().answer("Ingrid")
    _freeze(led)
    Answer.objects.update(**{field: True if field == "is_late" else "Something else"})
    assert faults_of(led.round) == [f"answer {Answer.objects.get().pk} was altered: {field}"]


def test_a_lawful_withdrawal_is_no_fault(led: Led) -> None:
    led.asked()
    led.answer("Ingrid")
    Answer.objects.update(happened="Ms Private Person was seen. We went on.")
    _freeze(led)
    withdrawals.withdraw(
        chain=led.partnership.chain, words="Ms Private Person", by=BY, why="Request 14"
    )
    assert "Private" not in Answer.objects.get().happened
    assert faults_of(led.round) == []
    Answer.objects.update(happened="Rewritten")
    assert faults_of(led.round) != []


def test_publishing_tells_the_public_which_rounds_there_were(led: Led) -> None:
    led.asked().answer("Ingrid")
    with pytest.raises(Refused):
        changes.publish(round_=led.round, by=BY)
    _freeze(led)
    changes.publish(round_=led.round, by=BY)
    freeze = freezes.newest(
        chain=led.partnership.chain, kind="plan", subject_id=str(led.small.plan.pk)
    )
    assert freeze is not None
    told = freezes.section(freeze, "rounds")
    assert [(one["name"], one["published_on"]) for one in told] == [("2026-07", "2026-10-02")]
    page = Client().get(reverse("public:record", args=["marsh"])).content.decode()
    assert "July to September 2026, published 2 October 2026" in page
    assert queries.published_rounds(led.partnership) == [led.round]
    assert queries.round_named(led.partnership, "2026-07") == led.round


def test_a_longer_round_asks_only_for_the_quarters_that_lack_an_agreed_answer(led: Led) -> None:
    led.asked()
    led.answer("Ingrid")
    led.answer("Traders")
    for ref in ("2.2", "2.3"):
        item = Item.objects.get(action__ref=ref)
        kind = "agreed" if ref == "2.2" else "sent-back"
        Verdict.objects.create(item=item, answer=item.answers.get(), kind=kind, by="Alice")
    half = changes.plan_round(
        partnership=led.partnership,
        plan=led.small.plan,
        starts=datetime.date(2026, 4, 1),
        ends=datetime.date(2026, 9, 30),
        audiences=["policing-body"],
        by=BY,
    )
    changes.open_round(round_=half, by=BY)
    asked = {one.action.ref: one.only_periods for one in Item.objects.filter(request__round=half)}
    assert asked == {"2.1": [], "2.2": ["2026-04-01"], "2.3": [], "2.4": []}


def test_two_rounds_side_by_side_show_what_moved(led: Led) -> None:
    small = led.small
    outcome_bad = {"rating": small.bad, "condition": "Hands"}
    for of, how in ((small.first, {"rating": small.good}), (small.second, outcome_bad)):
        plan.say(of=of, said_by="X", said_on=small.plan.starts, by=BY, **how)  # type: ignore[arg-type]
    before = freezes.collected("plan", small.plan)["plan"][1]
    plan.say(of=small.first, said_by="X", said_on=DUE.replace(day=1), by=BY, **outcome_bad)  # type: ignore[arg-type]
    action = Action.objects.get(ref="2.3")
    plan.say(
        of=led.actions["2.2"], state="in-progress", said_by="X", said_on=DUE.replace(day=1), by=BY
    )
    plan.strike_action(action=action, version=action.version, decision=decided(), by=BY)
    plan.add_action(
        plan=small.plan, priority=small.priority, words="More", ref="2.9", by=BY, decision=decided()
    )
    found = compare(before, freezes.collected("plan", small.plan)["plan"][1])
    assert [one.now.outcome for one in found.down] == [small.first.pk]
    assert [one.now.outcome for one in found.stalled if one.now.outcome] == [small.second.pk]
    assert [one.now.ref for one in found.up] == ["2.2"]
    assert [one.now.ref for one in found.struck] == ["2.3"]
    assert [one.ref for one in found.added] == ["2.9"]


def test_a_round_frozen_once_more_holds_nothing_that_was_said_for_a_later_period(led: Led) -> None:
    small, autumn = led.small, datetime.date(2026, 10, 1)
    summer = datetime.date(2026, 7, 1)
    say = partial(plan.say, said_by="X", by=BY)
    say(of=small.first, rating=small.good, said_on=summer, period=summer)
    led.asked()
    frozen = [_frozen_again(led)]
    say(of=small.first, rating=small.bad, condition="Hands", said_on=autumn, period=autumn)
    say(of=small.second, rating=small.good, said_on=autumn, period=autumn)
    frozen.append(_frozen_again(led))
    first, second = frozen
    assert first == second
    assert [one["said_on"] for one in second["outcomes"]] == ["2026-07-01", None]
    assert second["outcomes"][1]["state"] == "not-stated"


def _frozen_again(led: Led) -> Any:
    """The first promise as the newest freeze of the round has it."""
    if led.round.is_frozen:
        changes.reopen(round_=led.round, why="A slip", by=BY)
    else:
        changes.start_review(round_=led.round, by=BY)
    changes.freeze(round_=led.round, by=BY)
    led.round.refresh_from_db()
    return queries.plan_as_frozen(led.round)["actions"][0]


def test_at_years_end_every_promise_ends_and_the_next_plan_starts_from_it(led: Led) -> None:
    small = led.small
    following = changes.start_next_plan(
        plan=small.plan,
        title="The next plan",
        starts=datetime.date(2029, 4, 1),
        ends=datetime.date(2032, 3, 31),
        by=BY,
    )
    pks = {ref: Action.objects.get(ref=ref).pk for ref in ("2.1", "2.2", "2.3", "2.4")}
    endings = {
        pks["2.1"]: changes.Ending("complete", "Both done"),
        pks["2.2"]: changes.Ending("carried"),
        pks["2.3"]: changes.Ending("dropped", "Nobody came"),
    }
    how = {
        "plan": small.plan,
        "on": DUE.replace(day=1),
        "why": "Year's end",
        "by": BY,
        "decided_by": "The board",
        "next_plan": following,
    }
    with pytest.raises(Refused, match=r"2\.4"):
        changes.close_year(endings=endings, **how)  # type: ignore[arg-type]
    endings[pks["2.4"]] = changes.Ending("complete", "Lit")
    changes.close_year(endings=endings, **how)  # type: ignore[arg-type]
    small.plan.refresh_from_db()
    assert small.plan.status == "closed"
    assert {a.ref: a.state for a in small.plan.actions.all() if a.ref != "2.1"} == {
        "2.2": "carried",
        "2.3": "struck",
        "2.4": "complete",
    }
    assert [action.carried_from_id for action in following.actions.all()] == [pks["2.2"]]
    assert checks.verify(led.partnership.chain) == []


def test_another_partnership_sees_nothing_of_a_round(led: Led) -> None:
    led.asked()
    other = led.small.other
    assert queries.rounds_of(other) == []
    for find, row in (
        (queries.round_in, led.round),
        (queries.request_in, led.request("Ingrid")),
        (queries.item_in, Item.objects.first()),
        (queries.letter_in, Letter.objects.first()),
    ):
        with pytest.raises(queries.NotThere):
            find(other, row.pk)  # type: ignore[operator, union-attr]
    assert System("x")
