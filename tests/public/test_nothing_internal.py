"""A marker in every field that is not public is found on no public page."""

from django.test import Client

from frankpledge.partnership import changes as who
from frankpledge.plan import changes
from tests.makers import CLERK, a_person, an_organisation
from tests.public.conftest import Town, a_town, on
from tests.public.test_manners import every_page

SECRET = "XSECRETX"


def secret(words: str) -> str:
    return f"{SECRET} {words}"


def fill_with_secrets(town: Town) -> None:
    council = an_organisation("Marshwick Council")
    person = a_person(secret("Person"), town.partnership)
    who.set_contact(
        partnership=town.partnership,
        person=person,
        email="xsecretx@example.org",
        phone=secret("01632"),
        initials="XS",
        by=CLERK,
    )
    post = who.add_post(
        partnership=town.partnership, title=secret("Post"), organisation=council, by=CLERK
    )
    plan = town.plan
    changes.describe_plan(plan=plan, version=plan.version, funding_note=secret("note"), by=CLERK)
    action = town.promise("Visit every shop", resources=[secret("money")])
    town.promise("Given up")
    hidden = [
        town.promise(secret(audience), audience=audience) for audience in ("internal", "restricted")
    ]
    given = [
        changes.LeadGiven(person=person, organisation=council),
        changes.LeadGiven(post=post),
        changes.LeadGiven(printed=secret("printed lead")),
    ]
    changes.set_leads(of=action, leads=given, by=CLERK)
    when = [changes.TimescaleGiven("Summer", "date", due=on(8, 31))]
    changes.set_timescales(of=action, timescales=when, by=CLERK)
    changes.link_actions(action=action, kind="serves", other=hidden[0], note=secret("n"), by=CLERK)
    other = changes.add_priority(plan=town.plan, title="Quiet streets", by=CLERK)
    variants = {name: secret(name) for name in ("lead", "support", "resources", "update")}
    changes.place_action(action=action, priority=other, variants=variants, by=CLERK)
    town.plan.refresh_from_db()
    changes.adopt(plan=town.plan, on=on(4, 1), decided_by=secret("board"), by=CLERK)
    town.plan.refresh_from_db()
    action.refresh_from_db()
    changes.forecast(
        timescale=action.timescales.get(), on=on(12, 31), why=secret("forecast"), by=CLERK
    )
    decision = changes.Decision(on=on(7, 14), by=secret("decider"), why="Plainer.")
    changes.change_action(
        action=action,
        version=action.version,
        words="Visit each shop",
        resources=[secret("more money")],
        decision=decision,
        by=CLERK,
    )
    changes.set_leads(of=action, leads=given[:2], decision=decision, by=CLERK)
    changes.say(
        of=action,
        state="blocked",
        words=secret("words"),
        condition=secret("condition"),
        said_by=secret("sayer"),
        said_on=on(10, 6),
        by=CLERK,
    )
    struck = town.plan.actions.get(words="Given up")
    changes.strike_action(action=struck, version=struck.version, decision=decision, by=CLERK)


def test_nothing_internal_is_reached(town: Town, reader: Client) -> None:
    a_town("dale", "Safer Dale")  # so that the home is a page of its own
    fill_with_secrets(town)
    pages = every_page(town)
    pages += [f"{town.url}promises/{pk}/" for pk in town.plan.actions.values_list("pk", flat=True)]
    pages += [f"{town.url}priorities/{one.pk}/" for one in town.plan.priorities.all()]
    shown = 0
    for address in pages:
        response = reader.get(address)
        assert SECRET not in response.text, address
        assert SECRET.lower() not in response.text.lower(), address
        shown += response.status_code == 200
    assert shown >= len(pages) - 2  # all but the two actions that are not for the public
