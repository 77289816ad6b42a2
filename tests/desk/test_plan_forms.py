"""The forms of the plan: what they save, how they refuse, and that nothing typed is lost."""

import re

import pytest
from django.test import Client

from frankpledge.plan.models import Action, Outcome, Plan, Revision, Standing
from tests.small import Small

DECIDED = {
    "decided_by": "The board, minute 7",
    "decided_on_day": "1",
    "decided_on_month": "7",
    "decided_on_year": "2026",
    "why": "Plainer.",
}


def url(small: Small, tail: str) -> str:
    return f"/desk/{small.partnership.slug}/{tail}"


def test_a_promise_is_added_to_a_draft(small: Small, alice: Client) -> None:
    answer = alice.post(
        url(small, f"plans/{small.plan.pk}/actions/new/"),
        {
            "priority": small.priority.pk,
            "ref": "2.2",
            "words": "Put every shop on one message line",
            "points": "one\ntwo",
            "kind": "campaign",
        },
        follow=True,
    )
    action = Action.objects.get(ref="2.2")
    assert (action.points, action.kind) == (["one", "two"], "campaign")
    assert "The promise was added" in answer.content.decode()


def test_an_adopted_plan_asks_who_decided_and_keeps_what_was_typed(
    small: Small, alice: Client
) -> None:
    small.adopt()
    address = url(small, f"actions/{small.action.pk}/edit/")
    typed = {"ref": "2.1", "words": "Visit each shop <b>", "kind": "core", "version": "1"}
    answer = alice.post(address, typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert re.search(r"<title>\s*Error: ", page)
    assert "Visit each shop &lt;b&gt;" in page
    assert 'class="govuk-error-summary"' in page
    assert not Revision.objects.exists()
    alice.post(address, {**typed, **DECIDED, "version": small.action.version})
    assert Action.objects.get().words == "Visit each shop <b>"
    assert Revision.objects.get().decided_by == "The board, minute 7"


def test_the_second_of_two_people_sees_both_texts_and_loses_nothing(
    small: Small, alice: Client
) -> None:
    address = url(small, f"outcomes/{small.first.pk}/edit/")
    seen = small.first.version
    alice.post(address, {"number": "1", "words": "What Alice wrote", "version": seen})
    answer = alice.post(address, {"number": "1", "words": "What Bob wrote", "version": seen})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "What Alice wrote" in page
    assert "What Bob wrote" in page
    assert Outcome.objects.get(pk=small.first.pk).words == "What Alice wrote"
    version = re.search(r'name="version" value="(\d+)"', page)
    assert version
    alice.post(address, {"number": "1", "words": "What both agreed", "version": version[1]})
    assert Outcome.objects.get(pk=small.first.pk).words == "What both agreed"


def test_a_session_lost_in_the_middle_of_a_form_loses_nothing(small: Small, alice: Client) -> None:
    address = url(small, f"actions/{small.action.pk}/edit/")
    mark = re.search(r'name="typed_by" value="([^"]+)"', alice.get(address).content.decode())
    assert mark
    account = alice.session["_auth_user_id"]
    alice.logout()
    typed = {"ref": "2.1", "words": "Long and careful", "kind": "core", "typed_by": mark[1]}
    answer = alice.post(address, typed)
    assert answer.status_code == 302
    assert Action.objects.get().words == "Visit every shop hit three times"
    from frankpledge.partnership.models import Account
    from tests.desk.people import BACKEND

    alice.force_login(Account.objects.get(pk=account), backend=BACKEND)
    assert "Long and careful" in alice.get(address).content.decode()
    assert "Long and careful" not in alice.get(address).content.decode()


def test_how_it_stands_is_said_with_one_choice(small: Small, alice: Client) -> None:
    address = url(small, f"outcomes/{small.first.pk}/say/")
    said = {
        "rating": f"rating-{small.bad.pk}",
        "words": "No officer since June.",
        "said_by": "Neighbourhood inspector",
        "said_on_day": "3",
        "said_on_month": "7",
        "said_on_year": "2026",
    }
    refused = alice.post(address, said)
    assert "what would have to happen" in refused.content.decode()
    assert "No officer since June." in refused.content.decode()
    assert not Standing.objects.exists()
    alice.post(address, {**said, "condition": "an officer is found"})
    assert Outcome.objects.get(pk=small.first.pk).state == "blocked"
    page = alice.get(url(small, f"actions/{small.action.pk}/")).content.decode()
    assert "No officer since June." in page
    assert "an officer is found" in page


def test_striking_asks_who_when_and_why(small: Small, alice: Client) -> None:
    small.adopt()
    address = url(small, f"actions/{small.action.pk}/strike/")
    assert alice.post(address, {"version": small.action.version}).status_code == 422
    alice.post(address, {**DECIDED, "version": small.action.version})
    page = alice.get(url(small, f"actions/{small.action.pk}/")).content.decode()
    assert "Struck" in page
    assert "The board, minute 7" in page


def test_a_plan_is_not_closed_by_a_press_while_promises_are_open(
    small: Small, alice: Client
) -> None:
    small.adopt()
    here = f"/desk/marsh/plans/{small.plan.pk}/"
    plan = alice.get(here).content.decode()
    assert f'href="{here}end/">Close the plan' in plan
    page = alice.get(f"{here}close/").content.decode()
    assert "Nobody has said how 1 promise ends." in page
    given = {"on_day": "1", "on_month": "10", "on_year": "2026", "why": "Given up."}
    refused = alice.post(f"{here}close/", given)
    assert "to go on" in refused.content.decode()
    small.plan.refresh_from_db()
    assert small.plan.status == "adopted"
    alice.post(f"{here}close/", {**given, "without": "on"})
    small.plan.refresh_from_db()
    assert small.plan.status == "closed"
    assert "Given up.</p>" in alice.get(here).content.decode()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "What is promised"),
        ("x" * 20_001, "Shorten"),
        ("a\x00b", "character"),
        ("look \u202e here", "character"),
    ],
)
def test_bad_words_are_refused_in_one_sentence(
    small: Small, alice: Client, words: str, told: str
) -> None:
    answer = alice.post(
        url(small, f"actions/{small.action.pk}/edit/"),
        {"words": words, "kind": "core", "version": small.action.version},
    )
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert Action.objects.get().words == "Visit every shop hit three times"


def test_right_to_left_words_are_kept_as_they_are(small: Small, alice: Client) -> None:
    alice.post(
        url(small, f"actions/{small.action.pk}/edit/"),
        {"words": "زيارة كل متجر", "kind": "core", "version": small.action.version},
    )
    assert Action.objects.get().words == "زيارة كل متجر"
    assert "زيارة كل متجر" in alice.get(url(small, "plan/")).content.decode()


def test_adopting_shows_what_the_public_will_see(small: Small, alice: Client) -> None:
    address = url(small, f"plans/{small.plan.pk}/adopt/")
    assert "1 promise" in alice.get(address).content.decode()
    alice.post(
        address,
        {"on_day": "1", "on_month": "4", "on_year": "2026", "decided_by": "The board, minute 4"},
    )
    assert Plan.objects.get().status == "adopted"


@pytest.mark.parametrize("tail", ["plan/", "plans/", "", "record/", "record/check/", "plans/new/"])
def test_every_page_of_the_desk_opens(small: Small, alice: Client, tail: str) -> None:
    assert alice.get(url(small, tail)).status_code == 200


def test_every_form_of_the_plan_opens_and_refuses_an_empty_one(small: Small, alice: Client) -> None:
    from tests.desk.test_doors import addresses

    for address in addresses(small, "marsh"):
        answer = alice.get(address)
        # A priority is closed with its year, and a draft has none to close.
        fine = (404,) if address.endswith("/end/") else (200, 302, 405)
        assert answer.status_code in fine, address
