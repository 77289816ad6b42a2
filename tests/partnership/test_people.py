"""People, posts, groups and roles: what holds between which dates, and who may see whom."""

import datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from frankpledge.partnership import changes, queries, rules
from frankpledge.partnership.models import GroupPlace
from frankpledge.partnership.roles import Permission
from frankpledge.record.errors import Refused
from frankpledge.record.queries import newest_lines
from tests.makers import CLERK, a_host, a_partnership, a_person, an_organisation, somebody

pytestmark = pytest.mark.django_db
APRIL = datetime.date(2026, 4, 1)
MAY = datetime.date(2026, 5, 1)
JUNE = datetime.date(2026, 6, 1)


def test_the_same_organisation_is_not_typed_twice() -> None:
    an_organisation("Loamshire Police")
    with pytest.raises(Refused):
        an_organisation("loamshire police")


def test_an_organisation_joins_leaves_and_joins_again() -> None:
    here, police = a_partnership(), an_organisation()
    first = changes.join(
        partnership=here, organisation=police, standing="responsible", starts=APRIL, by=CLERK
    )
    with pytest.raises(Refused):
        changes.join(partnership=here, organisation=police, standing="invited", by=CLERK)
    changes.leave(membership=first, on=MAY, by=CLERK)
    changes.join(partnership=here, organisation=police, standing="invited", starts=JUNE, by=CLERK)
    assert queries.everyone_on(here, APRIL) == [police]
    assert queries.everyone_on(here, MAY + datetime.timedelta(days=1)) == []
    assert queries.everyone_on(here, JUNE) == [police]


def test_an_end_before_the_start_is_refused_in_words() -> None:
    here = a_partnership()
    row = changes.join(
        partnership=here, organisation=an_organisation(), standing="invited", starts=MAY, by=CLERK
    )
    with pytest.raises(Refused, match="The end must not be before the start"):
        changes.leave(membership=row, on=APRIL, by=CLERK)


def test_members_stand_in_the_order_of_the_law() -> None:
    here = a_partnership()
    for name, standing in [("Ash", "invited"), ("Beech", "responsible"), ("Cedar", "cooperating")]:
        changes.join(
            partnership=here, organisation=an_organisation(name), standing=standing, by=CLERK
        )
    assert [row.called for row in queries.members(here)] == ["Beech", "Cedar", "Ash"]


def test_a_new_holder_ends_the_present_one_the_day_before() -> None:
    here = a_partnership()
    post = changes.add_post(partnership=here, title="Chair of the board", by=CLERK)
    ann, ben = a_person("Ann"), a_person("Ben")
    changes.hold_post(post=post, person=ann, starts=APRIL, by=CLERK)
    changes.hold_post(post=post, person=ben, starts=JUNE, by=CLERK)
    found = queries.post_here(here, post.pk)
    assert found is not None
    history = [(held.person.name, held.starts, held.ends) for held in found.holdings]
    assert history == [("Ben", JUNE, None), ("Ann", APRIL, datetime.date(2026, 5, 31))]


def test_nobody_is_put_out_of_a_post_before_they_came() -> None:
    post = changes.add_post(partnership=a_partnership(), title="Inspector", by=CLERK)
    changes.hold_post(post=post, person=a_person("Ann"), starts=MAY, by=CLERK)
    with pytest.raises(Refused, match="Ann has held this post since 1 May 2026"):
        changes.hold_post(post=post, person=a_person("Ben"), starts=APRIL, by=CLERK)


def test_a_closed_post_is_left_and_not_held_again() -> None:
    here = a_partnership()
    post = changes.add_post(partnership=here, title="Inspector", by=CLERK)
    held = changes.hold_post(post=post, person=a_person(), starts=APRIL, by=CLERK)
    changes.close_post(post=post, on=MAY, by=CLERK)
    held.refresh_from_db()
    assert held.ends == MAY and queries.posts(here) == []
    with pytest.raises(Refused):
        changes.hold_post(post=post, person=a_person(), starts=JUNE, by=CLERK)


def test_one_group_serves_two_partnerships_under_two_names() -> None:
    east, west = a_partnership("east", name="East"), a_partnership("west", name="West")
    place = changes.add_group(
        partnership=east, local_name="Domestic Abuse Forum", kind="theme", by=CLERK
    )
    assert queries.groups_to_join(west) == [place.group]
    there = changes.add_group(
        partnership=west, local_name="DA Forum", kind="theme", group=place.group, by=CLERK
    )
    assert queries.groups_to_join(west) == []
    found = queries.group_here(west, there.pk)
    assert found is not None and found.elsewhere == ["East"]
    with pytest.raises(Refused):
        changes.add_group(
            partnership=west, local_name="Again", kind="theme", group=place.group, by=CLERK
        )
    changes.end_group(place=there, on=MAY, by=CLERK)
    assert GroupPlace.objects.get(pk=place.pk).ends is None


def test_a_group_has_one_chair_at_a_time() -> None:
    here = a_partnership()
    place = changes.add_group(partnership=here, local_name="Board", kind="board", by=CLERK)
    for name, day in [("Ann", APRIL), ("Ben", MAY)]:
        changes.add_group_member(
            place=place, part="chair", person=a_person(name), starts=day, by=CLERK
        )
    changes.add_group_member(place=place, organisation=an_organisation("Ash"), by=CLERK)
    found = queries.group_here(here, place.pk)
    assert found is not None and found.chair is not None
    assert found.chair.person is not None and found.chair.person.name == "Ben"
    assert [each.called for each in found.members] == ["Ben", "Ash"]


def test_a_group_member_must_be_somebody_and_of_this_partnership() -> None:
    here, there = a_partnership(), a_partnership()
    place = changes.add_group(partnership=here, local_name="Board", kind="board", by=CLERK)
    post = changes.add_post(partnership=there, title="Inspector", by=CLERK)
    with pytest.raises(Refused):
        changes.add_group_member(place=place, by=CLERK)
    with pytest.raises(Refused):
        changes.add_group_member(place=place, post=post, by=CLERK)


def test_contacts_are_each_partnerships_own() -> None:
    here, there = a_partnership(), a_partnership()
    ann = a_person("Ann", here)
    changes.set_contact(partnership=here, person=ann, email="ann@here.example", by=CLERK)
    assert queries.person_here(there, ann.pk) is None
    changes.set_contact(partnership=there, person=ann, phone="01632 960001", by=CLERK)
    assert [each.contact.email for each in queries.people(there)] == [""]
    assert [each.contact.email for each in queries.people(here)] == ["ann@here.example"]


def test_the_people_list_takes_the_same_queries_however_long(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    here = a_partnership()
    for _ in range(6):
        account = somebody(here, "lead")
        post = changes.add_post(partnership=here, title="Inspector", by=CLERK)
        changes.hold_post(post=post, person=account.person, by=CLERK)
    with django_assert_num_queries(3):
        found = queries.people(here)
        read = [(e.person.name, e.signs_in, e.role_names, len(e.posts)) for e in found]
    assert len(read) == 6 and read[0][1:] == (True, ["Lead"], 1)


def test_posts_groups_and_members_take_the_same_queries_however_long(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    here = a_partnership()
    for number in range(4):
        body = an_organisation()
        changes.join(partnership=here, organisation=body, standing="responsible", by=CLERK)
        post = changes.add_post(partnership=here, title="Post", organisation=body, by=CLERK)
        changes.hold_post(post=post, person=a_person(), by=CLERK)
        place = changes.add_group(
            partnership=here, local_name=f"Group {number}", kind="ward", by=CLERK
        )
        changes.add_group_member(place=place, part="chair", person=a_person(), by=CLERK)
    with django_assert_num_queries(2):
        assert all(each.holder and each.holder.person.name for each in queries.posts(here))
    with django_assert_num_queries(3):
        assert all(each.chair and each.chair.person for each in queries.groups(here))
    with django_assert_num_queries(1):
        assert all(each.called for each in queries.members(here))


def test_a_role_taken_is_gone_at_once() -> None:
    here = a_partnership()
    lead = somebody(here, "lead")
    assert rules.access(lead, here).may(Permission.SAY_OWN)
    changes.take_role(holding=queries.people(here)[0].roles[0], by=CLERK, why="Left.")
    assert not rules.access(lead, here).permissions
    assert queries.people(here)[0].roles == []
    changes.give_role(partnership=here, person=lead.person, role="lead", by=CLERK)
    assert rules.access(lead, here).may(Permission.SAY_OWN)


def test_a_role_is_not_given_twice() -> None:
    here = a_partnership()
    lead = somebody(here, "lead")
    with pytest.raises(Refused):
        changes.give_role(partnership=here, person=lead.person, role="lead", by=CLERK)


def test_the_last_coordinator_stays() -> None:
    here = a_partnership()
    somebody(here, "coordinator")
    held = queries.people(here)[0].roles[0]
    with pytest.raises(Refused, match="needs a coordinator"):
        changes.take_role(holding=held, by=CLERK)
    somebody(here, "coordinator")
    changes.take_role(holding=held, by=CLERK)


def test_a_county_analyst_works_in_the_districts_of_that_county_only() -> None:
    county, other = a_partnership(kind="county"), a_partnership()
    district = a_partnership(county=county)
    analyst = somebody(county, "county-analyst")
    assert rules.access(analyst, district).may(Permission.SEE_INTERNAL)
    assert not rules.access(analyst, other).permissions
    with pytest.raises(Refused):
        changes.give_role(partnership=other, person=analyst.person, role="county-analyst", by=CLERK)


def test_a_coordinator_cannot_touch_a_sign_in_that_opens_another_desk() -> None:
    here, there = a_partnership(), a_partnership()
    account = somebody(here, "coordinator")
    changes.set_contact(partnership=there, person=account.person, by=CLERK)
    for change in (changes.close_account, changes.open_account):
        words = {"email": "mine@example.org"} if change is changes.open_account else {}
        with pytest.raises(Refused, match="Ask the host"):
            change(person=account.person, partnership=there, by=CLERK, **words)
    with pytest.raises(Refused):
        changes.close_account(person=a_host().person, partnership=there, by=CLERK)


def test_a_closed_account_has_no_access_and_can_be_opened_again() -> None:
    here = a_partnership()
    account = somebody(here, "lead")
    closed = changes.close_account(person=account.person, partnership=here, by=CLERK)
    assert not rules.access(closed, here).permissions
    again = changes.open_account(
        person=account.person, email="New@Example.org", partnership=here, by=CLERK
    )
    assert (again.pk, again.email, again.is_active) == (account.pk, "new@example.org", True)
    assert not again.has_usable_password()
    assert newest_lines(here.chain)[0].content["old"]["active"] is False


def test_two_people_cannot_sign_in_with_one_address() -> None:
    here = a_partnership()
    somebody(here, "lead", email="ann@example.org")
    with pytest.raises(Refused):
        changes.open_account(person=a_person(), email="ANN@example.org", by=CLERK)
    with pytest.raises(Refused):
        changes.open_account(person=a_person(), email="not an address", by=CLERK)
