"""Every address of the desk with every role: a table of what each is shown."""

from collections.abc import Iterator

import pytest
from django.test import Client

from frankpledge.partnership import changes as who
from frankpledge.partnership.models import Account
from frankpledge.partnership.roles import ROLES, Host, Permission
from frankpledge.plan import changes
from frankpledge.plan.models import Action, Plan
from frankpledge.record.models import Chain
from tests.hostile import pages
from tests.makers import CLERK
from tests.small import decided
from tests.universe import Universe, signed_in, somebody

SHOWN, MOVED, NOTHING, POSTS = 200, 302, 404, 405
P = Permission
# What an address asks for beside the desk itself. What is not named here: to change the plan.
NEEDS: dict[str, Permission] = {
    "home": P.SEE_DESK,
    **dict.fromkeys(
        (
            "plan",
            "plans",
            "plan-show",
            "plan-export",
            "action",
            "priority",
            "priority-show",
            "person",
            "people",
            "posts",
            "post",
            "groups",
            "group",
            "organisations",
            "rounds",
            "round-show",
            "round-compare",
            "evidence",
            "evidence-type",
            "evidence-place",
            "evidence-county",
            "evidence-ask",
            "evidence-areas",
            "evidence-data",
            "load",
            "figures-check",
            "judged",
            "target-questions",
            "indicators",
            "indicators-one",
            "perception",
        ),
        P.SEE_INTERNAL,
    ),
    **dict.fromkeys(("pair-new", "pair-remove"), P.LOAD_EVIDENCE),
    **dict.fromkeys(("indicators-new", "indicator-edit", "indicator-retire"), P.LOAD_EVIDENCE),
    **dict.fromkeys(
        (
            *("log", "log-csv", "import", "activity-show", "measures", "surveys", "survey-show"),
            *("returns", "return-show"),
        ),
        P.SEE_INTERNAL,
    ),
    **dict.fromkeys(("record", "record-check", "round-verify"), P.SEE_RECORD),
    **dict.fromkeys(
        (
            "plan-adopt",
            "plan-publish",
            "plan-preview",
            "plan-close",
            "plan-end",
            "priority-end",
            "plan-next",
            "plan-words",
            "evidence-public",
        ),
        P.ADOPT_PLAN,
    ),
    **dict.fromkeys(
        (
            *("evidence-load", "evidence-areas-load", "evidence-weights", "evidence-counts"),
            *("evidence-step", "evidence-baseline", "step-remove"),
        ),
        P.LOAD_EVIDENCE,
    ),
    "log-import": P.LOAD_EVIDENCE,
    **dict.fromkeys(("papers", "papers-style"), P.SEE_INTERNAL),
    **dict.fromkeys(("papers-words", "papers-words-set"), P.LOAD_EVIDENCE),
    **dict.fromkeys(("action-say", "outcome-say"), P.SAY_ANY),
}
BEGINNINGS = {
    **dict.fromkeys(("log", "activity"), P.LOG_DELIVERY),
    **dict.fromkeys(("measures", "measure", "surveys", "survey", "wave"), P.LOAD_EVIDENCE),
    **dict.fromkeys(("returns", "return", "owed"), P.RUN_ROUNDS),
    **dict.fromkeys(("papers", "paper"), P.MAKE_PAPERS),
    "settings": P.EDIT_SETTINGS,
    "scale": P.EDIT_SETTINGS,
    "rating": P.EDIT_SETTINGS,
    "role": P.EDIT_PEOPLE,  # and to grant roles: the host has only that
    "person": P.EDIT_PEOPLE,
    "membership": P.EDIT_PEOPLE,
    "organisation": P.EDIT_PEOPLE,
    "post": P.EDIT_PEOPLE,
    "group": P.EDIT_PEOPLE,
    **dict.fromkeys(
        (
            *("rounds", "round", "request", "item", "letter", "upload", "form"),
            *("answer", "verdict", "raised", "question", "strike"),
        ),
        P.RUN_ROUNDS,
    ),
}


def needed(name: str) -> Permission:
    if name in NEEDS:
        return NEEDS[name]
    return BEGINNINGS.get(name.split("-", maxsplit=1)[0], P.EDIT_PLAN)


def account_of(universe: Universe, role: str) -> Account:
    name = role.replace("-", " ").title()
    if role == "county-analyst":
        return universe.hannah
    return somebody(universe.marshwick, role, name, f"{role}@example.org")


def permissions(role: str) -> frozenset[Permission]:
    if role == "host":
        return Host.permissions
    return ROLES[role].permissions if role in ROLES else frozenset()


EVERYBODY = [*ROLES, "host", "a stranger", "nobody"]


def client_of(universe: Universe, role: str) -> Client:
    if role == "nobody":
        return Client()
    if role == "host":
        return universe.client(universe.hob)
    if role == "a stranger":
        return universe.client(universe.charlie)
    return signed_in(account_of(universe, role))


@pytest.mark.parametrize("role", EVERYBODY)
def test_each_address_is_there_for_those_who_may(universe: Universe, role: str) -> None:
    client, may = client_of(universe, role), permissions(role)
    seen = 0
    for name, address in pages.every_page(universe.marshwick, universe.plan):
        status = client.get(address).status_code
        if status == POSTS:
            continue  # only ever posted to, and looked at below
        seen += 1
        if role == "nobody":
            assert status == MOVED, (name, status)
        elif P.SEE_DESK in may and needed(name) in may:
            assert status in (SHOWN, MOVED), (name, status)
        else:
            assert status == NOTHING, (name, status)
    assert seen > 60


@pytest.mark.parametrize("role", [r for r in EVERYBODY if r != "coordinator"])
def test_nobody_else_posts_to_it(universe: Universe, role: str) -> None:
    client, may = client_of(universe, role), permissions(role)
    for name, address in pages.every_page(universe.marshwick, universe.plan):
        if P.SEE_DESK in may and needed(name) in may:
            continue
        status = client.post(address, {"to": "up", "public": "yes"}).status_code
        assert status == (MOVED if role == "nobody" else NOTHING), (name, status)


SECRET = "XYZZYX"
OF_THE_HOST = ("organisation",)  # the same in every partnership


def test_the_ids_of_another_partnership_are_nothing(universe: Universe) -> None:
    """Charlie may do everything in Thornhay, and has Marshwick's numbers."""
    client, tried = universe.client(universe.charlie), set()
    marshwick, thornhay = (f"/desk/{one.slug}/" for one in (universe.marshwick, universe.thornhay))
    for name, address in pages.every_page(universe.marshwick, universe.plan):
        if not pages.takes_id(name) or name.startswith(OF_THE_HOST):
            continue
        there = address.replace(marshwick, thornhay)
        for answer in (client.get(there), client.post(there, {"to": "up", "public": "yes"})):
            assert answer.status_code in (NOTHING, POSTS), (name, answer.status_code)
        tried.add(name.split("-", maxsplit=1)[0])
    assert tried >= {"round", "request", "item", "answer", "verdict", "raised", "question"}
    assert tried >= {"upload", "letter", "form", "plan", "action", "outcome"}


@pytest.fixture
def restricted(universe: Universe) -> Action:
    """A promise that is restricted in words and deeds, with everything that can hang on it."""
    priority = universe.plan.priorities.first()
    assert priority is not None
    decision = decided()
    action = changes.add_action(
        plan=universe.plan,
        priority=priority,
        words=f"{SECRET} words",
        ref=SECRET,
        aim=SECRET,
        audience="restricted",
        decision=decision,
        by=CLERK,
    )
    post = universe.marshwick.posts.get(title="Roads sergeant")
    changes.set_leads(of=action, leads=[changes.LeadGiven(post=post)], decision=decision, by=CLERK)
    outcome = changes.add_outcome(action=action, words=f"{SECRET} out", decision=decision, by=CLERK)
    given = changes.TimescaleGiven(f"{SECRET} May", "date", due=decision.on)
    changes.set_timescales(of=action, timescales=[given], decision=decision, by=CLERK)
    rating = universe.marshwick.ratings.first()
    changes.say(
        of=outcome,
        rating=rating,
        words=f"{SECRET} said",
        condition="If",
        said_by=SECRET,
        said_on=decision.on,
        by=CLERK,
    )
    for other, one in ((action, universe.action("6.3")), (universe.action("6.3"), action)):
        changes.link_actions(action=one, kind="serves", other=other, note=SECRET, by=CLERK)
    return action


def gone_from_a_draft(universe: Universe) -> None:
    """A restricted promise of a draft that was removed: the record told of it."""
    draft = Plan.objects.get(partnership=universe.marshwick, status="draft")
    priority = draft.priorities.first()
    assert priority is not None
    action = changes.add_action(
        plan=draft, priority=priority, words=f"{SECRET} gone", audience="restricted", by=CLERK
    )
    changes.remove_action(action=action, by=CLERK)


def everything(client: Client, universe: Universe) -> Iterator[tuple[str, str]]:
    here = f"/desk/{universe.marshwick.slug}"
    yield from pages.every_page(universe.marshwick, universe.plan)
    for pk in Action.objects.filter(plan=universe.plan).values_list("pk", flat=True):
        yield "action", f"{here}/actions/{pk}/"
    for query in ("due=past", "fresh=now", "delivery=x", "lead=Loamshire Police"):
        yield "filtered", f"{here}/plan/?{query}"
    length = Chain.objects.get(key=universe.marshwick.chain).length
    for before in range(length - 49, 1, -50):
        yield "record", f"{here}/record/?before={before}"


@pytest.mark.parametrize("role", ["lead", "analyst", "board", "reader", "host"])
def test_what_is_restricted_is_nowhere(universe: Universe, restricted: Action, role: str) -> None:
    gone_from_a_draft(universe)
    client = client_of(universe, role)
    if role == "lead":
        client = universe.client(universe.bob)  # who even answers for it, through his post
    shown = 0
    for name, address in everything(client, universe):
        page = client.get(address)
        assert SECRET.encode() not in page.content, (name, address)
        shown += page.status_code == SHOWN
    assert shown > (5 if role == "host" else 30)
    for address in (f"actions/{restricted.pk}/", f"actions/{restricted.pk}/say/"):
        assert client.get(f"/desk/marshwick/{address}").status_code == NOTHING


def test_whoever_may_see_it_sees_it(universe: Universe, restricted: Action) -> None:
    """Or the test above would find nothing because there is nothing."""
    client = universe.client(universe.alice)
    secret = SECRET.encode()
    found = {n for n, at in everything(client, universe) if secret in client.get(at).content}
    assert {"plan", "action", "record", "plan-order"} <= found


def test_what_is_restricted_is_not_in_public(universe: Universe, restricted: Action) -> None:
    changes.publish(plan=universe.plan, why="Quarter", by=CLERK)
    reader = Client()
    for path in ("", "plan.json", "record/", "new.atom", f"promises/{restricted.pk}/"):
        page = reader.get(f"/marshwick/{path}")
        assert SECRET not in page.text, path
    assert page.status_code == NOTHING


def test_the_host_sees_no_unpublished_words(universe: Universe) -> None:
    words = {
        text
        for plan in Plan.objects.filter(partnership=universe.marshwick)
        for text in (plan.title, *plan.actions.values_list("words", flat=True))
    }
    client = universe.client(universe.hob)
    for name, address in everything(client, universe):
        page = client.get(address).content
        assert not [text for text in words if text and text.encode() in page], (name, address)


def test_the_host_with_a_role_sees_what_the_role_sees(universe: Universe) -> None:
    client = universe.client(universe.hob)
    address = f"/desk/marshwick/actions/{universe.action('6.3').pk}/"
    assert client.get(address).status_code == NOTHING
    who.give_role(
        partnership=universe.marshwick, person=universe.hob.person, role="reader", by=CLERK
    )
    assert client.get(address).status_code == SHOWN


def test_whoever_is_shut_out_is_out_at_the_next_page(universe: Universe) -> None:
    client = universe.client(universe.bob)
    for _ in range(2):
        assert client.get("/desk/marshwick/plan/").status_code == SHOWN
    who.close_account(person=universe.bob.person, by=CLERK)
    assert client.get("/desk/marshwick/plan/").status_code in (MOVED, NOTHING)
    assert client.post("/desk/marshwick/plan/").status_code in (MOVED, NOTHING)
    assert "Roads" not in client.get("/desk/").text


def test_signing_out_everywhere_ends_every_session(universe: Universe) -> None:
    one, two = signed_in(universe.bob), signed_in(universe.bob)
    who.sign_out_everywhere(account=universe.bob, by=CLERK)
    for client in (one, two):
        assert client.get("/desk/marshwick/plan/").status_code == MOVED
