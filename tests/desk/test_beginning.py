"""What a new partnership does first, and the page that says who is meant."""

import datetime
import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from frankpledge.drafting.models import Draft
from frankpledge.partnership.models import Contact, Person, Post
from frankpledge.plan import changes
from frankpledge.plan.models import Lead
from frankpledge.plan.queries import names_to_say
from frankpledge.progress.models import Round
from tests.small import BY, SPRING, Small


def home(client: Client) -> str:
    return client.get("/desk/marsh/").content.decode()


def steps(page: str) -> dict[str, str]:
    """Each step's words with how it stands."""
    found = re.findall(
        r'fp-tasks__name">(.*?)</div><span class="fp-tasks__status[^>]*>([^<]*)', page
    )
    return {re.sub(r"<p.*|<[^>]+>", "", words).strip(): how for words, how in found}


def printed(small: Small, name: str = "SBC, Debbie Marlow") -> str:
    changes.set_leads(of=small.action, leads=[changes.LeadGiven(printed=name)], by=BY)
    return names_to_say(small.plan)[0].key


def typed(key: str, **more: str) -> dict[str, str]:
    row = {"who": "person", "name": "Debbie Marlow", "body": "SBC", "email": "d@example.org"}
    return {f"{part}-{key}": words for part, words in (row | more).items()}


def names_url(small: Small) -> str:
    return f"/desk/marsh/plans/{small.plan.pk}/names/"


def test_without_a_plan_the_first_step_is_to_bring_one_in(small: Small, alice: Client) -> None:
    changes.remove_draft(plan=small.plan, why="Wrong one.", by=BY)
    page = home(alice)
    found = steps(page)
    assert next(iter(found.items())) == ("Bring in your plan", "To do")
    assert "/desk/marsh/drafts/new/" in page
    assert "/desk/marsh/plans/new/" in page


def test_a_draft_is_to_be_adopted_and_then_the_round_can_be_planned(
    small: Small, alice: Client
) -> None:
    assert steps(home(alice))["Adopt ‘The plan, 2026 to 2029’"] == "To do"
    small.adopt()
    found = steps(home(alice))
    assert found["The plan is adopted: The plan, 2026 to 2029"] == "Done"
    assert found["Ask the leads how it goes: the first round"] == "To do"
    assert "/desk/marsh/rounds/new/" in home(alice)


def test_names_that_nobody_goes_by_are_a_step_until_they_are_said(
    small: Small, alice: Client
) -> None:
    key = printed(small)
    assert "1 name left" in steps(home(alice)).values()
    alice.post(names_url(small), typed(key))
    assert steps(home(alice))["Say who is meant by the names in it"] == "Done"


def a_published_round(small: Small, day: datetime.date) -> None:
    days = dict.fromkeys(("starts", "ends", "opens_on", "due_on", "published_on"), day)
    Round.objects.create(partnership=small.partnership, plan=small.plan, stage="published", **days)


def test_the_steps_go_once_they_have_been_round(small: Small, alice: Client) -> None:
    small.adopt()
    a_published_round(small, SPRING)
    found = steps(home(alice))
    assert found["Ask the leads how it goes: the first round"] == "Done"
    assert found["Print the board pack"] == "To do"
    a_published_round(small, datetime.date(2026, 7, 1))
    assert "To begin with" not in home(alice)


def test_only_those_who_keep_the_plan_are_told_how_to_begin(small: Small, charlie: Client) -> None:
    assert "To begin with" not in home(charlie)


def test_one_page_makes_the_person_and_leads_the_promise(small: Small, alice: Client) -> None:
    key = printed(small)
    page = alice.get(names_url(small)).content.decode()
    assert "SBC, Debbie Marlow" in page
    assert 'value="Debbie Marlow"' in page
    answer = alice.post(names_url(small), typed(key), follow=True)
    assert "answers for these promises from now on" in answer.content.decode()
    person = Person.objects.get(name="Debbie Marlow")
    assert Lead.objects.get().person == person
    assert Contact.objects.get(person=person).email == "d@example.org"


def test_a_name_without_an_address_is_left_for_now(small: Small, alice: Client) -> None:
    key = printed(small)
    alice.post(names_url(small), typed(key, email=""))
    assert names_to_say(small.plan)
    assert not Person.objects.filter(name="Debbie Marlow").exists()


def test_somebody_known_is_chosen_and_an_address_beside_them_is_not_lost(
    small: Small, alice: Client
) -> None:
    key = printed(small)
    known = f"post:{small.inspector.pk}"
    answer = alice.post(names_url(small), typed(key, who=known))
    assert answer.status_code == 422
    assert "d@example.org" in answer.content.decode()
    alice.post(names_url(small), typed(key, who=known, email=""))
    assert Lead.objects.get().post == small.inspector


def test_a_post_of_another_partnership_is_not_in_the_list(small: Small, alice: Client) -> None:
    key = printed(small)
    theirs = Post.objects.create(partnership=small.other, title="Clerk")
    answer = alice.post(names_url(small), typed(key, who=f"post:{theirs.pk}", email=""))
    assert answer.status_code == 422
    assert Lead.objects.get().post is None


def test_when_everybody_is_known_the_page_says_so(small: Small, alice: Client) -> None:
    assert (
        "Everybody whom the plan names is known here"
        in alice.get(names_url(small)).content.decode()
    )


def test_a_document_that_is_no_plan_yet_waits_on_the_first_page(
    small: Small, alice: Client
) -> None:
    small.adopt()
    upload = SimpleUploadedFile("next.txt", b"Action plan 2029\n\nOne. Visit every shop.\n")
    alice.post("/desk/marsh/drafts/new/", {"file": upload})
    draft = Draft.objects.get()
    page = home(alice)
    assert "is not a plan yet" in page
    assert f"/desk/marsh/drafts/{draft.pk}/" in page


def test_words_that_name_several_lead_to_where_each_can_be_named(
    small: Small, alice: Client
) -> None:
    key = printed(small, "Hill Trust Ann Lee Fen Haven Joe Poe")
    page = alice.get(names_url(small)).content.decode()
    assert f"/desk/marsh/actions/{small.action.pk}/leads/" in page
    assert alice.post(names_url(small), {f"who-{key}": "", f"name-{key}": "SBC"}).status_code == 302
    assert names_to_say(small.plan)


def test_without_an_adopted_plan_no_round_can_be_begun_and_the_page_says_why(
    small: Small, alice: Client
) -> None:
    page = alice.get("/desk/marsh/rounds/new/", follow=True).content.decode()
    assert "Adopt one first" in page
    assert 'href="/desk/marsh/plan/"' in page
