"""People pages promise: each does its one thing, says what is wrong, and opens to nobody else."""

import datetime
from collections.abc import Mapping
from typing import Any

import pytest
from django.test import Client

from frankpledge.partnership import changes, queries
from frankpledge.partnership.models import Account, GroupPlace, Partnership, Person, Post
from frankpledge.record.queries import newest_lines
from tests.again import again
from tests.desk.people import signed_in
from tests.makers import CLERK, a_partnership, a_person, an_organisation, somebody

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 4, 1)


def date_of(name: str, day: datetime.date) -> dict[str, str]:
    return {
        f"{name}_day": str(day.day),
        f"{name}_month": str(day.month),
        f"{name}_year": str(day.year),
    }


class World:
    """Wick: a police force, an inspector's post that Ann held, a board that she chairs."""

    def __init__(self) -> None:
        self.here: Partnership = a_partnership("wick", name="Safer Wick")
        self.there: Partnership = a_partnership("ash", name="Safer Ash")
        self.police = an_organisation("Loamshire Police", "police")
        self.council = an_organisation("Wick Council")
        self.member = changes.join(
            partnership=self.here, organisation=self.police, standing="responsible", by=CLERK
        )
        self.coordinator: Account = somebody(self.here, "coordinator", "Alice Archer")
        self.spare: Account = somebody(self.here, "coordinator", "Alan Spare")
        self.lead: Account = somebody(self.here, "lead", "Bob Baker")
        self.reader: Account = somebody(self.here, "reader", "Rita Reader")
        self.stranger: Account = somebody(self.there, "coordinator", "Charlie Cole")
        self.ann: Person = a_person("Ann Reeve", self.here)
        self.post: Post = changes.add_post(partnership=self.here, title="Inspector", by=CLERK)
        self.holding = changes.hold_post(post=self.post, person=self.ann, starts=DAY, by=CLERK)
        self.board: GroupPlace = changes.add_group(
            partnership=self.here, local_name="The Board", kind="board", by=CLERK
        )
        self.chair = changes.add_group_member(
            place=self.board, part="chair", person=self.ann, starts=DAY, by=CLERK
        )
        self.elsewhere = changes.add_group(
            partnership=self.there, local_name="Forum", kind="theme", by=CLERK
        )
        self.lead_role = queries.person_here(self.here, self.lead.person_id).roles[0]  # type: ignore[union-attr]


@pytest.fixture
def world() -> World:
    return again(World)


@pytest.fixture
def alice(world: World) -> Client:
    return signed_in(world.coordinator)


def address(world: World, path: str) -> str:
    ids = {
        "ann": world.ann.pk,
        "bob": world.lead.person_id,
        "post": world.post.pk,
        "holding": world.holding.pk,
        "board": world.board.pk,
        "chair": world.chair.pk,
        "member": world.member.pk,
        "role": world.lead_role.pk,
    }
    return f"/desk/wick/people/{path.format(**ids)}"


SEEN = ["", "{ann}/", "organisations/", "posts/", "posts/{post}/", "groups/", "groups/{board}/"]
# a page of one form, and what makes it wrong
FORMS: list[tuple[str, Mapping[str, str]]] = [
    ("new/", {"name": "", "phone": "01632 960001"}),
    ("{ann}/edit/", {"name": ""}),
    ("{ann}/reach/", {"email": "not an address", "phone": "01632 960001"}),
    ("{ann}/sign-in/", {"email": "nowhere"}),
    ("{ann}/roles/give/", {"role": "emperor"}),
    ("organisations/new/", {"name": "", "short_name": "Zwieback"}),
    ("organisations/join/", {"standing": "", "local_name": "Zwieback"}),
    ("organisations/{member}/itself/", {"name": "", "short_name": "Zwieback"}),
    ("organisations/{member}/edit/", {"standing": "king", "local_name": "Zwieback"}),
    (
        "organisations/{member}/leave/",
        {"on_day": "31", "on_month": "2", "on_year": "2026", "why": "Zwieback"},
    ),
    ("posts/new/", {"title": "", "mailbox": "kept@example.org"}),
    ("posts/{post}/edit/", {"title": "", "mailbox": "kept@example.org"}),
    ("posts/{post}/hold/", {"person": "", "why": "Zwieback"}),
    ("posts/{post}/close/", {"on_day": "", "on_month": "", "on_year": "", "why": "Zwieback"}),
    (
        "holdings/{holding}/leave/",
        {"on_day": "x", "on_month": "1", "on_year": "2026", "why": "Zwieback"},
    ),
    ("groups/new/", {"local_name": "", "meets": "Zwieback"}),
    ("groups/join/", {"group": "", "meets": "Zwieback"}),
    ("groups/{board}/edit/", {"local_name": "", "meets": "Zwieback"}),
    ("groups/{board}/end/", {"on_day": "", "on_month": "", "on_year": "", "why": "Zwieback"}),
    ("groups/{board}/members/new/", {"part": "member", "person": ""}),
    (
        "group-members/{chair}/end/",
        {"on_day": "", "on_month": "", "on_year": "", "why": "Zwieback"},
    ),
]
CONFIRMED = ["{bob}/sign-in/close/", "{bob}/second-step/", "roles/{role}/take/"]
EVERY_FORM = [*(path for path, _ in FORMS), *CONFIRMED]


@pytest.mark.parametrize("path", [*SEEN, *EVERY_FORM])
def test_a_coordinator_sees_each_page(alice: Client, world: World, path: str) -> None:
    page = alice.get(address(world, path))
    assert page.status_code == 200
    assert page.content.decode().count("<h1") == 1


@pytest.mark.parametrize("path", [*SEEN, *EVERY_FORM])
def test_a_stranger_gets_what_is_got_where_nothing_is(world: World, path: str) -> None:
    stranger = signed_in(world.stranger)
    here = stranger.get(address(world, path))
    nowhere = stranger.get(address(world, path).replace("/wick/", "/nowhere/"))
    assert here.status_code == nowhere.status_code == 404
    assert here.content == nowhere.content


@pytest.mark.parametrize("path", EVERY_FORM)
@pytest.mark.parametrize("role", ["reader", "lead"])
def test_whoever_may_not_change_people_finds_no_form(world: World, path: str, role: str) -> None:
    client = signed_in(getattr(world, role))
    assert client.get(address(world, path)).status_code == 404
    assert client.post(address(world, path), {"name": "x"}).status_code == 404


@pytest.mark.parametrize("path", SEEN)
def test_a_reader_reads_but_sees_no_contacts(world: World, path: str) -> None:
    changes.set_contact(
        partnership=world.here,
        person=world.ann,
        email="secret@example.org",
        initials="Q.Z.",
        by=CLERK,
    )
    changes.change_post(post=world.post, mailbox="box@example.org", by=CLERK)
    page = signed_in(world.reader).get(address(world, path))
    assert page.status_code == 200
    text = page.content.decode()
    assert "secret@example.org" not in text and "box@example.org" not in text and "Q.Z." not in text


@pytest.mark.parametrize(("path", "typed"), FORMS)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    alice: Client, world: World, path: str, typed: Mapping[str, str]
) -> None:
    before = len(newest_lines(world.here.chain))
    page = alice.post(address(world, path), {**typed, "version": "1"})
    text = page.content.decode()
    assert page.status_code == 422
    assert "<title>Error:" in text and "govuk-error-summary" in text
    for value in typed.values():
        if value in ("Zwieback", "kept@example.org", "01632 960001", "not an address", "nowhere"):
            assert value in text
    assert len(newest_lines(world.here.chain)) == before


def test_a_person_is_added_with_how_to_reach_them(alice: Client, world: World) -> None:
    typed = {"name": "Dan Dyer", "organisation": str(world.police.pk), "email": "dan@example.org"}
    page = alice.post(address(world, "new/"), typed, follow=True)
    assert "Dan Dyer" in page.content.decode() and "The person was added." in page.content.decode()
    found = [each for each in queries.people(world.here) if each.person.name == "Dan Dyer"]
    assert found[0].contact.email == "dan@example.org"
    assert found[0].person.organisation == world.police


def test_somebody_who_already_signs_in_elsewhere_is_not_entered_twice(
    alice: Client, world: World
) -> None:
    people = Person.objects.count()
    page = alice.post(
        address(world, "new/"), {"name": "C. Cole", "email": world.stranger.email}, follow=True
    )
    assert Person.objects.count() == people
    assert "Charlie Cole" in page.content.decode()


def test_an_organisation_that_was_not_offered_is_not_taken(alice: Client, world: World) -> None:
    typed = {"name": "Dan Dyer", "organisation": str(world.council.pk)}
    assert alice.post(address(world, "new/"), typed).status_code == 422


def test_the_second_of_two_editors_sees_both_texts(alice: Client, world: World) -> None:
    changes.change_person(person=world.ann, name="Ann Reeves", by=CLERK)
    typed = {"name": "Anne Reeve", "organisation": "", "version": "1"}
    page = alice.post(address(world, "{ann}/edit/"), typed)
    text = page.content.decode()
    assert page.status_code == 409 and "Ann Reeves" in text and "Anne Reeve" in text
    again = alice.post(address(world, "{ann}/edit/"), {**typed, "version": "2"})
    assert again.status_code == 302
    world.ann.refresh_from_db()
    assert world.ann.name == "Anne Reeve"


def test_letting_in_giving_a_role_taking_it_and_closing(alice: Client, world: World) -> None:
    alice.post(address(world, "{ann}/sign-in/"), {"email": "Ann@Example.org"})
    alice.post(address(world, "{ann}/roles/give/"), {"role": "lead"})
    here = queries.person_here(world.here, world.ann.pk)
    assert here is not None and here.signs_in and here.role_names == ["Lead"]
    assert signed_in(here.account).get("/desk/wick/people/").status_code == 200  # type: ignore[arg-type]
    alice.post(address(world, f"roles/{here.roles[0].pk}/take/"), {"why": "Moved on"})
    assert signed_in(here.account).get("/desk/wick/people/").status_code == 404  # type: ignore[arg-type]
    alice.post(address(world, "{ann}/sign-in/close/"), {"why": "Left"})
    here = queries.person_here(world.here, world.ann.pk)
    assert here is not None and not here.signs_in
    assert newest_lines(world.here.chain)[0].why == "Left"


def test_a_refusal_of_the_room_is_said_on_the_page(alice: Client, world: World) -> None:
    page = alice.post(address(world, "{bob}/sign-in/"), {"email": world.stranger.email})
    assert page.status_code == 422
    assert "Somebody else signs in with this address" in page.content.decode()


def test_the_last_coordinator_is_told_why_they_stay(world: World, alice: Client) -> None:
    spare = queries.person_here(world.here, world.spare.person_id).roles[0]  # type: ignore[union-attr]
    alice.post(address(world, f"roles/{spare.pk}/take/"), {})
    own = queries.person_here(world.here, world.coordinator.person_id).roles[0]  # type: ignore[union-attr]
    page = alice.post(address(world, f"roles/{own.pk}/take/"), {})
    assert page.status_code == 422 and "needs a coordinator" in page.content.decode()


def test_an_organisation_is_entered_joins_and_leaves(alice: Client, world: World) -> None:
    typed = {"name": "Wick Fire", "kind": "fire", "aliases": "WFRS\nWick Brigade"}
    answer = alice.post(address(world, "organisations/new/"), typed)
    fire = next(each for each in queries.all_organisations() if each.name == "Wick Fire")
    assert answer.url.endswith(f"?organisation={fire.pk}")  # type: ignore[attr-defined]
    assert fire.aliases == ["WFRS", "Wick Brigade"]
    joined = {"organisation": str(fire.pk), "standing": "responsible", **date_of("starts", DAY)}
    alice.post(address(world, "organisations/join/"), joined)
    member = next(each for each in queries.members(world.here) if each.organisation == fire)
    alice.post(
        address(world, f"organisations/{member.pk}/edit/"),
        {**joined, "local_name": "Fire", "version": str(member.version)},
    )
    text = alice.get(address(world, "organisations/")).content.decode()
    assert "Fire" in text and "1 April 2026" in text
    left = date_of("on", datetime.date(2026, 5, 1))
    alice.post(address(world, f"organisations/{member.pk}/leave/"), left)
    assert fire not in queries.everyone_on(world.here, datetime.date(2026, 5, 2))
    assert "Former members" in alice.get(address(world, "organisations/")).content.decode()


def test_an_abbreviation_becomes_an_organisation_with_its_full_name(
    alice: Client, world: World
) -> None:
    place = address(world, "organisations/{member}/itself/")
    typed = {"name": "Wick Constabulary", "short_name": "WC", "kind": "police"}
    alice.post(place, {**typed, "aliases": "Police", "version": "1"})
    assert "Wick Constabulary" in alice.get(address(world, "organisations/")).content.decode()
    late = alice.post(place, {**typed, "name": "Moot", "version": "1"})
    assert late.status_code == 409


def test_what_another_partnership_has_as_a_member_is_not_renamed(
    alice: Client, world: World
) -> None:
    other = a_partnership("dale")
    changes.join(partnership=other, organisation=world.police, standing="responsible", by=CLERK)
    assert "Name and kind" not in alice.get(address(world, "organisations/")).content.decode()
    typed = {"name": "Moot", "kind": "police", "version": str(world.police.version)}
    answer = alice.post(address(world, "organisations/{member}/itself/"), typed)
    assert answer.status_code == 422
    assert "Say what you call it here" in answer.content.decode()


def test_a_post_changes_hands_and_its_history_is_shown(alice: Client, world: World) -> None:
    typed = {"person": str(world.lead.person_id), **date_of("starts", datetime.date(2026, 6, 1))}
    alice.post(address(world, "posts/{post}/hold/"), typed)
    text = alice.get(address(world, "posts/{post}/")).content.decode()
    assert "Held by" in text and text.index("Bob Baker") < text.index("Ann Reeve")
    assert "31 May 2026" in text
    early = {"person": str(world.ann.pk), **date_of("starts", DAY)}
    page = alice.post(address(world, "posts/{post}/hold/"), early)
    assert page.status_code == 422 and "has held this post since" in page.content.decode()
    alice.post(address(world, "posts/{post}/close/"), date_of("on", datetime.date(2026, 7, 1)))
    assert "Closed posts" in alice.get(address(world, "posts/")).content.decode()


def test_a_group_is_shared_changed_and_ended(alice: Client, world: World) -> None:
    shared = {"group": str(world.elsewhere.group_id), "local_name": "DA Forum", "kind": "theme"}
    page = alice.post(address(world, "groups/join/"), shared, follow=True)
    assert "It also serves Safer Ash" in page.content.decode()
    own = {"local_name": "Joint Action Group", "abbreviation": "JAG", "kind": "delivery"}
    alice.post(address(world, "groups/new/"), own)
    place = next(e.place for e in queries.groups(world.here) if e.place.abbreviation == "JAG")
    alice.post(
        address(world, f"groups/{place.pk}/edit/"),
        {**own, "meets": "every six weeks", "version": str(place.version)},
    )
    assert "every six weeks" in alice.get(address(world, "groups/")).content.decode()
    alice.post(address(world, f"groups/{place.pk}/end/"), date_of("on", datetime.date(2026, 7, 1)))
    assert "Former groups" in alice.get(address(world, "groups/")).content.decode()


def test_a_new_chair_follows_the_old(alice: Client, world: World) -> None:
    typed: dict[str, Any] = {"part": "chair", "person": str(world.lead.person_id)}
    typed |= date_of("starts", datetime.date(2026, 6, 1))
    alice.post(address(world, "groups/{board}/members/new/"), typed)
    found = queries.group_here(world.here, world.board.pk)
    assert found is not None and found.chair_called == "Bob Baker"
    alice.post(
        address(world, f"group-members/{found.chair.pk}/end/"),  # type: ignore[union-attr]
        date_of("on", datetime.date(2026, 7, 1)),
    )
    assert "Nobody sits in it yet" in alice.get(address(world, "groups/{board}/")).content.decode()


@pytest.mark.parametrize(
    "path", ["999999/", "999999/edit/", "posts/999999/", "groups/999999/", "roles/999999/take/"]
)
def test_an_id_that_is_made_up_finds_nothing(alice: Client, world: World, path: str) -> None:
    assert alice.get(address(world, path)).status_code == 404


NAMED = [path for path in [*SEEN, *EVERY_FORM] if "{" in path]


@pytest.mark.parametrize("path", NAMED)
def test_another_partnerships_things_are_not_reached_by_their_ids(world: World, path: str) -> None:
    """Charlie coordinates Ash, and puts ids of Wick into addresses of Ash."""
    charlie = signed_in(world.stranger)
    forged = address(world, path).replace("/wick/", "/ash/")
    before = len(newest_lines(world.here.chain))
    assert charlie.get(forged).status_code == 404
    assert charlie.post(forged, {"name": "x", "why": "x"}).status_code == 404
    assert len(newest_lines(world.here.chain)) == before
