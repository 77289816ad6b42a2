"""Each kind of form when something is wrong: it says so, leads to the place, and loses nothing."""

from dataclasses import dataclass

from playwright.sync_api import Page

from frankpledge.plan.models import Plan
from tests.journeys.steps import Look, fill, press, refused
from tests.universe import Universe

KEPT = "Typed with care, and not lost."


@dataclass(frozen=True)
class Wrong:
    """A form at an address, with one field kept, some spoilt, and the field it complains of."""

    address: str
    keeps: str
    button: str
    complains: str
    spoilt: tuple[tuple[str, str], ...] = ()
    typed: str = KEPT


def test_every_kind_of_form_tells_what_is_wrong_and_loses_nothing(
    universe: Universe, alice: Page, look: Look
) -> None:
    for wrong in [*of_the_plan(universe), *of_a_promise(universe), *of_an_outcome(universe)]:
        alice.goto(f"/desk/marshwick/{wrong.address}")
        fill(alice, **{wrong.keeps: wrong.typed}, **dict(wrong.spoilt))
        press(alice, wrong.button)
        kept = alice.locator(f"[name={wrong.keeps}]")
        refused(alice, wrong.complains, kept=kept, text=wrong.typed)
        look(alice)


def test_a_form_that_is_wrong_twice_takes_the_focus_twice(universe: Universe, alice: Page) -> None:
    alice.goto(f"/desk/marshwick/actions/{universe.action('2.1').pk}/edit/")
    for _ in range(2):  # the second time after the summary's link was followed
        press(alice, "Save")
        refused(alice, "id_decided_by")


def of_the_plan(universe: Universe) -> list[Wrong]:
    plan = f"plans/{universe.plan.pk}/"
    draft = Plan.objects.get(partnership=universe.marshwick, status="draft")
    priority = f"priorities/{universe.action('2.1').placements.get(is_base=True).priority_id}/"
    return [
        Wrong("plans/new/", "title", "Begin the plan", "id_starts_day"),
        Wrong(f"{plan}edit/", "introduction", "Save", "id_title", (("title", ""),)),
        Wrong(f"{plan}priorities/new/", "about", "Add the priority", "id_title"),
        Wrong(f"{plan}close/", "why", "Close the plan", "id_on_day", (("on_day", "32"),)),
        Wrong(f"{plan}publish/", "why", "Publish", "id_why", typed="x" * 201),
        Wrong(f"plans/{draft.pk}/remove/", "why", "Remove the draft", "id_why", typed=""),
        Wrong(f"plans/{draft.pk}/adopt/", "decided_by", "Adopt and publish", "id_on_day", NO_DAY),
        Wrong(f"{priority}edit/", "about", "Save", "id_title", (("title", ""),)),
        Wrong(f"{priority}align/", "strategy", "Add it", "id_body"),
        Wrong(f"{priority}leads/", "why", "Add them", "id_who"),
        Wrong(f"{priority}strike/", "why", "Strike the priority", "id_decided_by"),
    ]


NO_DAY = (("on_day", ""), ("on_month", ""), ("on_year", ""))


def of_a_promise(universe: Universe) -> list[Wrong]:
    action = universe.action("2.1")
    here = f"actions/{action.pk}/"
    elsewhere = f"placements/{action.placements.get(is_base=False).pk}/"
    dated = universe.action("1.2").timescales.get()
    link = universe.action("6.4").links_out.get()
    return [
        Wrong(f"plans/{universe.plan.pk}/actions/new/", "aim", "Add the promise", "id_words"),
        Wrong(f"{here}edit/", "aim", "Save", "id_words", (("words", ""),)),
        Wrong(f"{here}leads/", "printed", "Add them", "id_decided_by"),
        Wrong(f"{here}leads/?take=0", "why", "Take it away", "id_decided_by"),
        Wrong(f"{here}timescales/?printed=May+2027", "condition", "Add it", "id_decided_by"),
        Wrong(f"{here}link/", "note", "Link them", "id_other"),
        Wrong(f"{here}place/", "lead", "Put it there too", "id_decided_by"),
        Wrong(f"{here}audience/", "why", "Save", "id_why", typed=""),
        Wrong(f"{elsewhere}edit/", "lead", "Save", "id_decided_by"),
        Wrong(f"{elsewhere}remove/", "why", "Take it from there", "id_decided_by"),
        Wrong(f"links/{link.pk}/remove/", "why", "Take it away", "id_why", typed=""),
        Wrong(f"timescales/{dated.pk}/forecast/", "on_year", "Save", "id_on_day", typed="2027"),
        Wrong(f"{here}strike/", "why", "Strike the promise", "id_decided_by"),
        Wrong(f"{here}carry/", "why", "Carry it forward", "id_decided_by"),
    ]


def of_an_outcome(universe: Universe) -> list[Wrong]:
    action = universe.action("2.1")
    first = f"outcomes/{action.outcomes.all()[0].pk}/"
    return [
        Wrong(f"actions/{action.pk}/outcomes/new/", "why", "Add the outcome", "id_words"),
        Wrong(f"{first}edit/", "words", "Save", "id_number", (("number", "one"),)),
        Wrong(f"{first}targets/?printed=Half", "counts", "Add it", "id_number", MANY),
        Wrong(f"{first}timescales/?printed=May+2027", "condition", "Add it", "id_decided_by"),
        Wrong(f"{first}strike/", "why", "Strike the outcome", "id_decided_by"),
        Wrong(f"{first}say/", "words", "Save what was said", "id_said_by", NOBODY),
    ]


MANY = (("number", "many"),)
NOBODY = (("said_by", ""),)
