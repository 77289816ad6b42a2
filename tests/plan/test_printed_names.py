"""The names that a plan prints and nobody here goes by: said once, wherever they stand."""

import pytest

from frankpledge.partnership import changes as people
from frankpledge.partnership.models import Contact, Organisation, Person, Post
from frankpledge.plan import changes
from frankpledge.plan.models import Action, Lead, Revision
from frankpledge.plan.queries import names_to_say
from frankpledge.record import checks
from frankpledge.record.errors import Refused
from frankpledge.record.models import Line
from tests.small import BY, Small

DEBBIE = changes.Meant(new="person", name="Debbie Marlow", body="SBC", email="debbie@example.org")


def printed(small: Small, *names: str) -> list[Action]:
    """A promise for each, led by that name as it is printed."""
    made = []
    for name in names:
        action = changes.add_action(
            plan=small.plan, priority=small.priority, words=f"Asked of {name}", by=BY
        )
        changes.set_leads(of=action, leads=[changes.LeadGiven(printed=name)], by=BY)
        made.append(action)
    return made


def say(small: Small, **meant: changes.Meant) -> int:
    keys = {one.name.split()[0].lower(): one.key for one in names_to_say(small.plan)}
    return changes.say_who_is_meant(
        plan=small.plan, meant={keys[name]: each for name, each in meant.items()}, by=BY
    )


def test_one_person_printed_in_three_ways_is_asked_about_once(small: Small) -> None:
    printed(small, "SBC, Debbie Marlow", "SBC Debbie Marlow", "Debbie Marlow", "Police Jon Ash")
    debbie, jon = names_to_say(small.plan)
    assert (debbie.name, debbie.body, debbie.promises) == ("Debbie Marlow", "SBC", 3)
    assert debbie.printed == ["SBC, Debbie Marlow", "SBC Debbie Marlow", "Debbie Marlow"]
    assert (jon.name, jon.body, jon.promises) == ("Jon Ash", "Police", 1)


def test_what_a_name_seems_to_be_is_only_guessed_from_the_words(small: Small) -> None:
    printed(
        small, "SBC Licensing", "SBC", "Station Commander", "Hill Trust Ann Lee Fen Haven Joe Poe"
    )
    found = [(one.name, one.kind, one.body) for one in names_to_say(small.plan)]
    assert found == [
        ("SBC Licensing", "post", "SBC"),
        ("SBC", "organisation", ""),
        ("Station Commander", "post", ""),
        ("Hill Trust Ann Lee Fen Haven Joe Poe", "several", ""),
    ]


def test_whoever_speaks_for_a_body_holds_a_post_in_it(small: Small) -> None:
    printed(small, "Hearthside")
    changes.set_leads(of=small.priority, leads=[changes.LeadGiven(printed="SBC")], by=BY)
    body = changes.Meant(new="organisation", name="Hearthside", email="hello@example.org")
    say(small, hearthside=body, sbc=changes.Meant(new="organisation", name="SBC"))
    lead = Lead.objects.get(action__isnull=False)
    assert lead.organisation == Organisation.objects.get(name="Hearthside")
    assert lead.post and lead.post.mailbox == "hello@example.org"
    assert lead.post.organisation == lead.organisation
    heading = Lead.objects.get(priority=small.priority)
    assert (heading.organisation, heading.post) == (Organisation.objects.get(name="SBC"), None)


def test_saying_it_once_leads_every_promise_and_keeps_the_printed_words(small: Small) -> None:
    printed(small, "SBC, Debbie Marlow", "Debbie Marlow")
    small.adopt()
    assert say(small, debbie=DEBBIE) == 1
    person = Person.objects.get(name="Debbie Marlow")
    leads = Lead.objects.filter(person=person)
    assert {lead.printed for lead in leads} == {"SBC, Debbie Marlow", "Debbie Marlow"}
    assert Contact.objects.get(person=person).email == "debbie@example.org"
    assert person.organisation and person.organisation.aliases == ["SBC"]
    assert not names_to_say(small.plan)


def test_who_is_meant_is_no_change_of_adopted_words_yet_has_its_line_in_the_record(
    small: Small,
) -> None:
    (action,) = printed(small, "SBC, Debbie Marlow")
    small.adopt()
    say(small, debbie=DEBBIE)
    assert not Revision.objects.exists()
    line = Line.objects.get(verb="action.lead-named")
    assert line.subject_id == str(action.pk)
    assert line.content["old"] == {"lead": "SBC, Debbie Marlow"}
    assert line.content["new"] == {"lead": "Debbie Marlow"}
    assert checks.verify(small.partnership.chain) == []


def test_an_address_that_is_known_here_makes_nobody_new(small: Small) -> None:
    people.set_contact(
        partnership=small.partnership, person=small.person, email="ingrid@example.org", by=BY
    )
    printed(small, "Insp Penhaligon Jones")
    (name,) = names_to_say(small.plan)
    meant = changes.Meant(new="person", name="Insp Jones", email="INGRID@example.org")
    before = Person.objects.count()
    changes.say_who_is_meant(plan=small.plan, meant={name.key: meant}, by=BY)
    assert Person.objects.count() == before
    assert Lead.objects.get().person == small.person


def test_nobody_is_found_by_an_address_that_is_empty(small: Small) -> None:
    people.set_contact(
        partnership=small.partnership, person=small.person, phone="01632 960001", by=BY
    )
    printed(small, "Debbie Marlow")
    with pytest.raises(Refused, match="email address"):
        say(small, debbie=changes.Meant(new="person", name="Debbie Marlow"))


def test_two_of_one_body_make_the_body_once(small: Small) -> None:
    printed(small, "SBC Debbie Marlow", "SBC Jon Ash")
    jon = changes.Meant(new="person", name="Jon Ash", body="SBC", email="jon@example.org")
    assert say(small, debbie=DEBBIE, jon=jon) == 2
    assert Organisation.objects.filter(name="SBC").count() == 1
    assert small.partnership.memberships.filter(organisation__name="SBC").count() == 1


def test_a_team_is_a_post_with_its_mailbox(small: Small) -> None:
    printed(small, "Licensing Team")
    team = changes.Meant(new="post", name="Licensing Team", email="licensing@example.org")
    say(small, licensing=team)
    assert Lead.objects.get().post == Post.objects.get(mailbox="licensing@example.org")


def test_what_somebody_else_has_said_meanwhile_is_left_alone(small: Small) -> None:
    printed(small, "Debbie Marlow")
    (name,) = names_to_say(small.plan)
    changes.say_who_is_meant(plan=small.plan, meant={name.key: DEBBIE}, by=BY)
    again = changes.Meant(person=small.person)
    assert not changes.say_who_is_meant(plan=small.plan, meant={name.key: again}, by=BY)
    assert Lead.objects.get().person != small.person


def test_a_post_of_another_partnership_leads_nothing_here(small: Small) -> None:
    printed(small, "Debbie Marlow")
    theirs = Post.objects.create(partnership=small.other, title="Clerk")
    with pytest.raises(Refused):
        say(small, debbie=changes.Meant(post=theirs))
    assert Lead.objects.get().post is None


def test_all_partners_are_somebody_already(small: Small) -> None:
    changes.set_leads(
        of=small.action, leads=[changes.LeadGiven(everyone=True, printed="All")], by=BY
    )
    assert not names_to_say(small.plan)
