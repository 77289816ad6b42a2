"""What the board and other readers find on their first page."""

from django.test import Client
from django.utils import timezone

from frankpledge.papers.models import Build
from frankpledge.plan import changes
from tests.desk.people import account, signed_in
from tests.small import BY, SPRING, Small


def a_paper(small: Small, title: str, audience: str, *, approved: bool = True) -> None:
    Build.objects.create(
        partnership=small.partnership,
        plan=small.plan,
        paper="board",
        title=title,
        audience=audience,
        by="Ann",
        approved_at=timezone.now() if approved else None,
    )


def home(client: Client) -> str:
    return client.get("/desk/marsh/").content.decode()


def test_the_board_has_its_own_papers_first_and_what_is_off_course(small: Small) -> None:
    for title, audience in (("Summary", "public"), ("Wards", "members"), ("Pack", "board")):
        a_paper(small, title, audience)
    changes.set_leads(of=small.action, leads=[changes.LeadGiven(post=small.inspector)], by=BY)
    changes.say(
        of=small.first, rating=small.bad, condition="Lamps", said_by="T", said_on=SPRING, by=BY
    )
    page = home(signed_in(account("Bea Board", small.partnership, "board")))
    assert page.index(">Pack<") < page.index(">Wards<") < page.index(">Summary<")
    assert "What is off course" in page


def test_a_reader_is_not_shown_what_is_for_the_board_or_not_approved(
    small: Small, rita: Client
) -> None:
    a_paper(small, "Pack", "board")
    a_paper(small, "Not yet", "public", approved=False)
    a_paper(small, "Wards", "members")
    page = home(rita)
    assert ">Wards<" in page
    assert ">Pack<" not in page
    assert "Not yet" not in page


def test_whoever_keeps_the_plan_is_led_by_what_waits(small: Small, alice: Client) -> None:
    a_paper(small, "Pack", "board")
    assert "Papers to read" not in home(alice)
