"""Mending by clicking: each button does what it says, and nothing typed is ever lost."""

import json
from typing import Any

import pytest
from django.test import Client

from frankpledge.drafting import changes, queries
from frankpledge.drafting.models import Draft, Mend
from frankpledge.partnership.models import Account
from frankpledge.plan.models import Action, Plan
from tests.desk.document import NAME, data
from tests.desk.mending import buttons, press
from tests.desk.people import BACKEND
from tests.small import BY, Small


@pytest.fixture
def draft(small: Small) -> Draft:
    small.adopt()
    return changes.open_draft(partnership=small.partnership, name=NAME, data=data(), by=BY)


@pytest.fixture
def here(draft: Draft) -> str:
    return f"/desk/marsh/drafts/{draft.pk}/"


def shown(draft: Draft) -> Any:
    return queries.draft_page(draft.partnership, draft.pk)


def action(draft: Draft, one: str) -> dict[str, Any]:
    return next(each for each in shown(draft).file["actions"] if each["id"] == one)


def version(draft: Draft) -> int:
    return Draft.objects.get(pk=draft.pk).version


def test_every_button_of_every_doubt_does_what_it_offers(
    draft: Draft, here: str, alice: Client
) -> None:
    """Each is pressed on the draft as it was, and taken back again."""
    page = alice.get(here).content.decode()
    forms = [one for one in buttons(page) if one[1]["kind"] != "column"]
    assert len({sent["kind"] for _, sent in forms}) >= 3
    answers = {"text": "The council", "state": "in-progress", "of": "a1", "action": "a1"}
    who = shown(draft).who[0][0]
    for address, sent in forms:
        answer = {**answers, "who": who, "priorities": "p1"}.get(sent.get("asks", ""), "")
        done = alice.post(address, {**sent, "version": version(draft), "answer": answer})
        assert done.status_code == 302, (sent, done.content.decode()[-3000:])
        undone = alice.post(f"{here}undo/", {"version": version(draft)})
        assert undone.status_code == 302
    assert Mend.objects.filter(undone_at__isnull=True).count() == 0
    assert Mend.objects.count() == len(forms)


def test_what_was_said_to_be_right_goes_from_the_list_and_is_still_there_to_read(
    draft: Draft, here: str, alice: Client
) -> None:
    before = shown(draft).left
    press(alice, alice.get(here).content.decode(), "Leave it as it is")
    page = alice.get(here).content.decode()
    assert shown(draft).left == before - 1
    assert "1 thing that you looked at" in page


def test_a_missing_lead_is_typed_where_it_is_missed(draft: Draft, here: str, alice: Client) -> None:
    press(alice, alice.get(here).content.decode(), "Write the lead", "Marsh Council")
    assert action(draft, "a3")["lead"] == "Marsh Council"
    assert action(draft, "a1")["lead"] == "Loamshire Police"


def test_a_row_goes_on_with_the_one_above(draft: Draft, here: str, alice: Client) -> None:
    page = alice.get(f"{here}promises/a2/").content.decode()
    answer = press(alice, page, "It goes on with the row above")
    assert answer["Location"] == f"{here}understood/"
    left = shown(draft).file["actions"]
    assert [one["id"] for one in left] == ["a1", "a3"]
    assert "Light the path behind the mill" in left[0]["action"]


def test_a_row_becomes_a_priority(draft: Draft, here: str, alice: Client) -> None:
    page = alice.get(f"{here}promises/a2/").content.decode()
    press(alice, page, "It is a priority")
    titles = [one["title"] for one in shown(draft).file["priorities"]]
    assert "Light the path behind the mill" in titles


def test_two_rows_are_one_promise(draft: Draft, here: str, alice: Client) -> None:
    page = alice.get(f"{here}promises/a1/").content.decode()
    press(alice, page, "The same promise as", "a3")
    assert len(shown(draft).file["actions"]) == 2


def test_a_column_is_given_its_meaning_and_remembered(
    draft: Draft, here: str, alice: Client
) -> None:
    page = alice.get(f"{here}columns/").content.decode()
    zest = next(
        one
        for one in buttons(page)
        if json.loads(one[1]["given"]).get("head", "").lower() == "zest"
    )
    done = alice.post(zest[0], {**zest[1], "answer": "support"})
    assert done.status_code == 302
    assert action(draft, "a1")["support"] == "Lemon"
    remembered = alice.get("/desk/marsh/drafts/remembered/").content.decode()
    assert "zest" in remembered.lower()
    habit = queries.habits_of(draft.partnership)[0]
    alice.post(f"/desk/marsh/drafts/remembered/{habit.pk}/forget/")
    assert queries.habits_of(draft.partnership) == []


def test_every_field_of_a_promise_can_be_changed_on_its_page(
    draft: Draft, here: str, alice: Client
) -> None:
    typed = {
        "ref": "1.9",
        "action": "Visit each shop",
        "lead": "Marsh Council",
        "support": "Traders",
        "timescale": "May 2029",
        "resources": "Two officers\nA van",
        "update": "Begun",
        "version": version(draft),
    }
    done = alice.post(f"{here}promises/a1/", typed)
    assert done.status_code == 302, done.content.decode()
    now = action(draft, "a1")
    assert (now["ref"], now["action"], now["lead"]) == ("1.9", "Visit each shop", "Marsh Council")
    assert now["resources"] == ["Two officers", "A van"]
    assert now["update"]["text"] == "Begun"
    alice.post(f"{here}undo/", {"version": version(draft)})
    assert action(draft, "a1")["ref"] == "1.1", "one page is one mend"


def test_the_words_of_an_outcome_and_of_a_priority_can_be_changed(
    draft: Draft, here: str, alice: Client
) -> None:
    typed = {"number": "1", "text": "All in time", "version": version(draft)}
    assert alice.post(f"{here}outcomes/a1.o1/", typed).status_code == 302
    assert action(draft, "a1")["outcomes"][0]["text"] == "All in time"
    words = {"ref": "1", "title": "Fair shops", "lead": "", "version": version(draft)}
    assert alice.post(f"{here}priorities/p1/", words).status_code == 302
    assert shown(draft).file["priorities"][0]["title"] == "Fair shops"


def test_prose_becomes_a_promise(draft: Draft, here: str, alice: Client) -> None:
    typed = {"what": "action", "of": "p1", "version": version(draft)}
    piece = shown(draft).file["passages"][0]["id"]
    assert alice.post(f"{here}pieces/{piece}/", typed).status_code == 302
    words = [one["action"] for one in shown(draft).file["actions"]]
    assert "The board agreed this plan in March." in " ".join(words)


def test_a_promise_is_parted_in_two(draft: Draft, here: str, alice: Client) -> None:
    typed = {"first": "Visit every shop", "second": "Within ten days", "version": version(draft)}
    assert alice.post(f"{here}promises/a1/part/", typed).status_code == 302
    assert len(shown(draft).file["actions"]) == 4


def test_the_second_of_two_is_told_what_the_first_did_and_loses_nothing(
    draft: Draft, here: str, alice: Client
) -> None:
    page = alice.get(here).content.decode()
    changes.mend(
        draft=draft,
        kind="words",
        given={"of": "a1", "field": "lead", "text": "Somebody"},
        version=draft.version,
        by=BY,
    )
    answer = press(alice, page, "Write the lead", "A long and careful name")
    assert answer.status_code == 409
    again = answer.content.decode()
    assert "A long and careful name</textarea>" in again
    assert "Alice Archer" in again
    assert action(draft, "a3")["lead"] is None
    press(alice, again, "Write the lead", "A long and careful name")
    assert action(draft, "a3")["lead"] == "A long and careful name"


def test_a_page_that_was_overtaken_shows_both_texts(draft: Draft, here: str, alice: Client) -> None:
    old = version(draft)
    given = {"of": "a1", "field": "lead", "text": "Somebody"}
    changes.mend(draft=draft, kind="words", given=given, version=old, by=BY)
    typed = {"ref": "1.1", "action": "Mine", "lead": "Loamshire Police", "version": old}
    answer = alice.post(f"{here}promises/a1/", typed)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Mine" in page
    assert "Somebody" in page
    assert action(draft, "a1")["lead"] == "Somebody"


@pytest.mark.parametrize(
    "sent",
    [
        {"kind": "nonsense", "given": "{}"},
        {"kind": "words", "given": "[1, 2]"},
        {"kind": "words", "given": '{"of": "a99", "field": "lead", "text": "x"}'},
        {"kind": "same", "given": '{"action": {"a": 1}, "with": "a1"}'},
        {"kind": "under", "given": '{"action": "a1"}', "asks": "priorities", "answer": "p9"},
        {"kind": "words", "given": '{"of": "a1", "field": "lead"}', "asks": "text", "answer": ""},
        {"kind": "words", "given": '{"of":"a1","field":"lead"}', "asks": "text", "answer": "a\0b"},
        {"kind": "column", "given": '{"head": "zest", "means": "everything"}'},
        {"kind": "words", "given": "[" * 9000},
    ],
)
def test_what_was_never_offered_is_refused_in_words_and_changes_nothing(
    draft: Draft, here: str, alice: Client, sent: dict[str, str]
) -> None:
    answer = alice.post(f"{here}mend/", {**sent, "version": version(draft)})
    assert answer.status_code == 422
    assert "<title>Error: " in answer.content.decode()
    assert not Mend.objects.exists()


def test_a_button_leads_only_to_pages_of_its_own_draft(
    draft: Draft, here: str, alice: Client
) -> None:
    for then in ("https://example.org/", "//example.org/", "/desk/marsh/plan/", f"{here}\\@x"):
        page = alice.get(here).content.decode()
        address, sent = buttons(page)[0]
        answer = alice.post(address, {**sent, "then": then})
        assert answer["Location"].startswith(here)
        assert "example" not in answer["Location"]
        alice.post(f"{here}undo/", {"version": version(draft)})


def test_typed_words_outlive_the_session(draft: Draft, here: str, alice: Client) -> None:
    page = alice.get(here).content.decode()
    address, sent = next(one for one in buttons(page) if one[1]["label"] == "Write the lead")
    user = alice.session["_auth_user_id"]
    alice.logout()
    answer = alice.post(address, {**sent, "answer": "Not to be lost"})
    assert "/account/sign-in/" in answer["Location"]
    alice.force_login(Account.objects.get(pk=user), backend=BACKEND)
    page = alice.get(address).content.decode()
    assert "Not to be lost</textarea>" in page
    assert action(draft, "a3")["lead"] is None


def test_next_years_plan_is_matched_and_taken_in_as_a_whole(
    small: Small, draft: Draft, here: str, alice: Client
) -> None:
    facts = {
        "title": "The plan after",
        "starts_day": "1", "starts_month": "4", "starts_year": "2029",
        "ends_day": "31", "ends_month": "3", "ends_year": "2030",
        "follows": str(small.plan.pk),
        "version": version(draft),
    }  # fmt: skip
    done = alice.post(f"{here}facts/", facts)
    assert done["Location"] == f"{here}matching/"
    page = alice.get(f"{here}matching/").content.decode()
    assert "<ins>" in page
    assert "put in: " in page
    choose = {"action": "a1", "to": "new", "version": version(draft)}
    assert alice.post(f"{here}matching/choose/", choose).status_code == 302
    assert "You said that it is new" in alice.get(f"{here}matching/").content.decode()
    choose = {"action": "a1", "to": str(small.action.pk), "version": version(draft)}
    alice.post(f"{here}matching/choose/", choose)
    preview = alice.get(f"{here}take-in/").content.decode()
    assert "Make a plan of 3 promises" in preview
    assert "1 passage of prose" in preview
    done = alice.post(f"{here}take-in/", {"version": version(draft)})
    plan = Plan.objects.exclude(pk=small.plan.pk).get()
    assert done["Location"] == f"/desk/marsh/plans/{plan.pk}/"
    assert (plan.follows, plan.is_draft) == (small.plan, True)
    carried = Action.objects.get(plan=plan, carried_from=small.action)
    assert "within ten days" in carried.words
    assert "It is a plan now" in alice.get(here).content.decode()


def test_a_forged_match_finds_nothing(small: Small, draft: Draft, here: str, alice: Client) -> None:
    changes.choose_facts(
        draft=draft,
        title="After",
        starts=small.plan.starts,
        ends=small.plan.ends,
        follows=small.plan,
        version=draft.version,
        by=BY,
    )
    for to in ("99999", "x", "", "-1"):
        choose = {"action": "a1", "to": to, "version": version(draft)}
        assert alice.post(f"{here}matching/choose/", choose).status_code == 302
    assert not Mend.objects.exists()


def test_a_draft_without_dates_is_asked_for_them_first(small: Small, alice: Client) -> None:
    body = data().replace(b" 2029/30", b"")
    draft = changes.open_draft(partnership=small.partnership, name="x.txt", data=body, by=BY)
    answer = alice.get(f"/desk/marsh/drafts/{draft.pk}/take-in/")
    assert answer["Location"] == f"/desk/marsh/drafts/{draft.pk}/facts/"


def test_a_draft_is_put_aside_with_a_reason_and_taken_up_again(
    draft: Draft, here: str, alice: Client
) -> None:
    typed = {"why": "The board wants another", "version": version(draft)}
    assert alice.post(f"{here}aside/", typed).status_code == 302
    assert "It was put aside" in alice.get(here).content.decode()
    alice.post(f"{here}take-up/", {"version": version(draft)})
    assert Draft.objects.get().is_open


def test_of_two_who_make_it_a_plan_only_the_first_does(
    draft: Draft, here: str, alice: Client
) -> None:
    before = Plan.objects.count()
    seen = version(draft)
    first = alice.post(f"{here}take-in/", {"version": seen})
    second = alice.post(f"{here}take-in/", {"version": seen})
    assert (first.status_code, second.status_code) == (302, 302)
    assert second["Location"] == here
    assert Plan.objects.count() == before + 1


def test_nothing_of_an_adopted_draft_can_be_mended(draft: Draft, here: str, alice: Client) -> None:
    page = alice.get(here).content.decode()
    alice.post(f"{here}take-in/", {"version": version(draft)})
    address, sent = buttons(page)[0]
    assert alice.post(address, {**sent, "version": version(draft)}).status_code == 422
    for tail in ("", "promises/a1/", "outcomes/a1.o1/", "priorities/p1/", "columns/"):
        assert buttons(alice.get(f"{here}{tail}").content.decode()) == []


def test_what_was_mended_is_told_with_what_it_was_done_to(
    draft: Draft, here: str, alice: Client
) -> None:
    press(alice, alice.get(here).content.decode(), "Write the lead", "Marsh Council")
    told = alice.get(f"{here}mended/").content.decode()
    assert "Words changed: 2.1 Open the youth club on Fridays" in told
    assert "Alice Archer" in told
    alice.post(f"{here}undo/", {"version": version(draft)})
    assert "<del>Words changed" in alice.get(f"{here}mended/").content.decode()


def test_a_row_is_mended_beside_the_document(draft: Draft, here: str, alice: Client) -> None:
    page = alice.get(f"{here}document/").content.decode()
    forms = [one for one in buttons(page) if one[1]["label"] == "It goes on with the row above"]
    address, sent = next(one for one in forms if '"a2"' in one[1]["given"])
    answer = alice.post(address, sent)
    assert answer["Location"].startswith(f"{here}document/#piece-")
    assert [one["id"] for one in shown(draft).file["actions"]] == ["a1", "a3"]
    page = alice.get(f"{here}document/").content.decode()
    assert "Take back the last mend" in page


def test_who_a_lead_means_is_said_once_and_known_in_the_next_file(
    small: Small, draft: Draft, here: str, alice: Client
) -> None:
    page = alice.get(f"{here}?kind=lead").content.decode()
    address, sent = next(one for one in buttons(page) if one[1].get("asks") == "who")
    who, name = shown(draft).who[0]
    assert alice.post(address, {**sent, "answer": who}).status_code == 302
    remembered = alice.get("/desk/marsh/drafts/remembered/").content.decode()
    assert f"is {name}" in remembered
    changes.put_aside(draft=draft, version=version(draft), by=BY)
    body = data() + b"\nOne line more.\n"
    following = changes.open_draft(
        partnership=small.partnership, name="again.txt", data=body, by=BY
    )
    before = sum(1 for doubt in shown(draft).doubts if doubt.kind == "lead")
    assert sum(1 for doubt in shown(following).doubts if doubt.kind == "lead") == before
    page = alice.get(f"/desk/marsh/drafts/{following.pk}/").content.decode()
    assert "See what is remembered" in page
