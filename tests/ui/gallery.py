"""Every component on pages of their own, for the tests to look at."""

import datetime
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory

from frankpledge.ui.forms import (
    CheckField,
    ChecksField,
    ChoiceField,
    DatePartsField,
    DecimalField,
    EmailField,
    FileField,
    LongTextField,
    NumberField,
    PeopleTextField,
    TextField,
    UiForm,
)
from frankpledge.ui.marks import COLOURS, SHAPES, mark

HOSTILE = "<script>alert(1)</script> \"' onload=x & بسلامة"


class EveryField(UiForm):
    title = TextField(label="What is the plan called?", hint="As it is printed.", max_length=20)
    why = LongTextField(label="Why?", max_length=40, required=False)
    on = DatePartsField(label="When was it decided?", hint="For example 27 3 2027")
    part = ChoiceField(label="Part", choices=[("", "Choose"), ("a", "Lead"), ("b", "Support")])
    rating = ChoiceField(
        label="How is it going?",
        choices=[("1", "On track", "as promised"), ("2", "Slipping", "late or short")],
        radios=True,
        marks={"1": mark("circle", "lincoln"), "2": mark("triangle", "amber")},
    )
    outcomes = ChecksField(label="Outcomes", choices=[("1", "First"), ("2", "Second", "the rest")])
    number = NumberField(label="How many?", least=0, most=99, width=3)
    share = DecimalField(label="Share", required=False, hint="In per cent.")
    consent = CheckField(label="The public may see the name", hint="Only with consent.")
    people = PeopleTextField(label="Who helps?", required=False, each=20, most=3)
    email = EmailField(label="Email address", required=False)
    picture = FileField(label="Logo", required=False, largest=1000)


@dataclass
class Shown:
    label: str
    shape: str
    colour: str
    says: str = ""


PARTNERSHIP = SimpleNamespace(
    name="Safer Marshwick", strapline="Community Safety Partnership", logo_says=""
)

COMPONENTS = (Path(__file__).parent / "components.html").read_text(encoding="utf-8")


def request(user: Any = None) -> Any:
    made = RequestFactory().get("/desk/", {"page": "2", "lead": "a b"})
    made.user = user or AnonymousUser()
    return made


def around(**more: Any) -> dict[str, Any]:
    return {
        "partnership": PARTNERSHIP,
        "nav": [
            {"url": "/work", "words": "My work", "current": False},
            {"url": "/plan", "words": "Plan", "current": True},
            {"url": "/people", "words": "People", "current": False},
        ],
        "crumbs": [{"url": "/plan", "words": "The plan, 2026 to 2029"}, {"words": "2.1"}],
        "foot_links": [{"url": "/a", "words": "Accessibility"}, {"url": "/p", "words": "Privacy"}],
        "who": "Community safety coordinator",
        **more,
    }


def components(layout: str = "ui/layout_desk.html") -> str:
    colours = sorted(COLOURS)
    context = around(
        layout=layout,
        hostile=HOSTILE,
        day=datetime.date(2026, 10, 9),
        quarters=(True, False, True, True),
        odd=("late", "wait", "none", "unasked"),
        every=[
            Shown(f"{colour} {shape}", shape, colour, "1 of 3 outcomes" if at == 1 else "")
            for at, shape in enumerate(SHAPES)
            for colour in ([colours[at % 6]] if at > 1 else colours)
        ],
        rows=[
            {"key": "Name", "value": HOSTILE, "url": "/n"},
            {"key": "Post", "value": "", "url": "/p", "action": "Add"},
        ],
        items=[
            {"title": "Write the promise", "url": "/1", "status": "Done", "done": True},
            {"title": HOSTILE, "hint": "Nobody answers for it", "status": "To do"},
        ],
        filters=[{"words": "Lead: Police", "url": "?lead="}],
        page=Paginator(range(100), 10).page(2),
    )
    template = engines["django"].from_string(COMPONENTS)
    return template.render(context, request(SimpleNamespace(is_authenticated=True)))


def form_page(form: UiForm, **more: Any) -> str:
    context = around(form=form, title="Change the plan", cancel_url="/plan", **more)
    user = SimpleNamespace(is_authenticated=True)
    return render_to_string("ui/form_page.html", context, request(user))
