"""Words that the law says must go are gone from everywhere, and the record is still whole."""

import datetime
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from frankpledge.partnership import changes as who
from frankpledge.plan import changes
from frankpledge.plan.models import Plan
from frankpledge.record import checks
from frankpledge.record.lines import System
from frankpledge.record.withdrawals import withdraw
from tests.hostile.test_half_saved import every_row
from tests.makers import a_person
from tests.small import BY, SPRING, Small

NAME = "Wilhelmina Quarles"
DAY = datetime.date(2026, 7, 14)
# A reference or initials are too short for a name; a plan's own title is covered by its seals.
DECIDED = changes.Decision(on=DAY, by=f"{NAME}, chair", why=f"{NAME} asked")
ANN = System(NAME, "account:77")


def said(words: str) -> str:
    return f"{words} {NAME} {words}"


def fill(small: Small) -> None:
    here, plan, action = small.partnership, small.plan, small.action
    person = a_person(NAME, here)
    who.set_contact(
        partnership=here, person=person, email="w@example.org", phone=f"c/o {NAME}", by=ANN
    )
    post = who.add_post(partnership=here, title=said("Warden"), by=ANN)
    group = who.add_group(
        partnership=here, local_name=said("Friends"), kind="ward", meets=said("Often"), by=ANN
    )
    who.change_rating(rating=small.good, meaning=said("Fine"), by=ANN)
    who.join(
        partnership=here, organisation=small.police, standing="invited", local_name=NAME, by=ANN
    )
    who.describe_partnership(
        partnership=here, help_words=said("Ring"), privacy_words=said("Ask"), by=ANN
    )
    changes.describe_plan(
        plan=plan, version=1, introduction=said("In"), funding_note=said("Paid"), by=ANN
    )
    changes.set_slices(plan=plan, slices=[(said("Y"), SPRING, DAY)], by=ANN)
    priority = small.priority
    changes.change_priority(
        priority=priority, version=1, about=said("A"), indicators=[said("I")], by=ANN
    )
    changes.align(priority=priority, aligned=[(NAME, said("S"), said("O"))], by=ANN)
    changes.change_action(
        action=action,
        version=1,
        words=said("Visit"),
        aim=said("Aim"),
        points=[said("One"), "Two"],
        resources=[said("Money")],
        by=ANN,
    )
    leads = [
        changes.LeadGiven(person=person),
        changes.LeadGiven(printed=said("and")),
        changes.LeadGiven(post=post),
        changes.LeadGiven(group=group),
    ]
    changes.set_leads(of=action, leads=leads, by=ANN)
    changes.set_leads(of=priority, leads=leads, by=ANN)
    given = changes.TimescaleGiven(said("May"), "on-demand", condition=said("when"))
    changes.set_timescales(of=action, timescales=[given], by=ANN)
    changes.set_timescales(of=small.first, timescales=[given], by=ANN)
    target = changes.TargetGiven(said("T"), counts=said("C"), of=said("O"), baseline_says=NAME)
    changes.set_targets(outcome=small.first, targets=[target], by=ANN)
    other = changes.add_action(plan=plan, priority=priority, words=said("Other"), by=ANN)
    changes.link_actions(action=action, kind="serves", other=other, note=said("as"), by=ANN)
    quiet = changes.add_priority(plan=plan, title=said("Quiet"), by=ANN)
    changes.place_action(
        action=action, priority=quiet, variants={"action": said("Else"), "lead": NAME}, by=ANN
    )
    plan.refresh_from_db()
    changes.adopt(plan=plan, on=SPRING, decided_by=said("by"), by=ANN)
    for row in (action, small.first, small.second, other):
        row.refresh_from_db()
    changes.forecast(timescale=action.timescales.get(), on=DAY, why=said("Rain"), by=ANN)
    changes.change_outcome(
        outcome=small.first, version=small.first.version, words=said("N"), decision=DECIDED, by=ANN
    )
    changes.strike_outcome(outcome=small.second, version=1, decision=DECIDED, by=ANN)
    changes.say(
        of=small.first,
        rating=small.bad,
        words=said("We met"),
        condition=said("If"),
        said_by=NAME,
        said_on=DAY,
        by=ANN,
    )
    changes.strike_action(action=other, version=other.version, decision=DECIDED, by=ANN)
    changes.strike_priority(priority=quiet, on=DAY, decision=DECIDED, by=ANN)
    changes.publish(plan=Plan.objects.get(pk=plan.pk), why=said("Quarter"), by=ANN)


def where_it_stands() -> set[str]:
    return {table for table, rows in every_row().items() for row in rows if NAME in row}


def test_the_words_are_nowhere_and_the_record_is_whole(small: Small) -> None:
    fill(small)
    before = where_it_stands()
    assert len(before) >= 18, before
    count = withdraw(
        chain=small.partnership.chain, words=NAME, by=BY, why="Named without cause, request 14."
    )
    assert count > 60
    assert where_it_stands() == set()
    assert checks.verify(small.partnership.chain) == []


def test_the_pages_are_shown_without_them(small: Small, client: Client) -> None:
    fill(small)
    withdraw(chain=small.partnership.chain, words=NAME, by=BY, why="Request 14.")
    for address in ("/marsh/", f"/marsh/promises/{small.action.pk}/", "/marsh/plan.json"):
        page = client.get(address)
        assert page.status_code == 200 and NAME not in page.text, address
    from tests.desk.people import account, signed_in

    alice = signed_in(account("Alice Archer", small.partnership, "coordinator"))
    for path in ("", "plan/", "record/", "people/", f"actions/{small.action.pk}/"):
        page = alice.get(f"/desk/marsh/{path}")
        assert page.status_code == 200 and NAME not in page.text, path
    changes.publish(plan=Plan.objects.get(pk=small.plan.pk), why="Again", by=BY)
    assert checks.verify(small.partnership.chain) == []


def test_another_partnership_keeps_the_name_by_which_it_knows_somebody(small: Small) -> None:
    person = a_person(NAME, small.partnership)
    who.set_contact(partnership=small.other, person=person, phone=NAME, by=BY)
    withdraw(chain=small.partnership.chain, words=NAME, by=BY, why="Request 14.")
    assert where_it_stands() == {
        "partnership_person",
        "partnership_contact",
        "record_line",
    }
    assert checks.verify(small.other.chain) == []


@pytest.mark.django_db(transaction=True)
def test_the_file_itself_holds_them_no_more(small: Small) -> None:
    """What was overwritten before still lies in free pages until the file is written anew."""
    if connection.vendor != "sqlite":
        return  # the server's own vacuum does this
    from frankpledge.record.withdrawals import forget_old_pages

    fill(small)
    file = Path(str(connection.settings_dict["NAME"]))
    assert NAME.encode() in whole(file)
    withdraw(chain=small.partnership.chain, words=NAME, by=BY, why="Request 14.")
    forget_old_pages()
    assert NAME.encode() not in whole(file)


def whole(file: Path) -> bytes:
    beside = (file, file.with_name(f"{file.name}-wal"))
    return b"".join(one.read_bytes() for one in beside if one.exists())


def test_every_text_of_every_row_is_reached() -> None:
    """A field that is added one day is reached as well, or this says so."""
    from frankpledge.partnership import withdrawals as people
    from frankpledge.plan import withdrawals as plans

    reached = {model for model, _ in (*people.ROWS, *plans.ROWS)}
    labels = ("plan", "partnership")
    ours = {model for label in labels for model in apps.get_app_config(label).get_models()}
    # These belong to no partnership; people are looked at one by one.
    shared = {"Area", "Organisation", "Person", "Account", "Group"}
    without_words = {"PostHolder", "GroupMember", "RoleHolding"}
    left = {model.__name__ for model in ours - reached} - shared - without_words
    assert left == set()
