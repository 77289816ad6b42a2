"""The second of two people sees both texts and loses nothing."""

import datetime
from typing import Any

from django.template.loader import render_to_string

from frankpledge.ui.conflicts import conflict
from tests.ui.gallery import HOSTILE, EveryField, around, request
from tests.ui.html import sound
from tests.ui.test_form_pages import RIGHT

THEIRS: dict[str, Any] = {
    "title": "Their plan",
    "why": HOSTILE,
    "on": datetime.date(2027, 3, 27),
    "rating": "1",
    "outcomes": ["1", "2"],
    "number": 3,
    "consent": True,
    "people": [],
    "elsewhere": "not on this form",
}


def second() -> dict[str, Any]:
    form = EveryField(RIGHT, version=3, initial={"title": "The old plan"})
    assert form.is_valid(), form.errors
    return conflict(form, THEIRS, 5)


def test_only_what_differs_is_shown_in_words() -> None:
    rows = {row.name: (row.yours, row.theirs) for row in second()["fields"]}
    assert rows == {
        "title": ("A plan", "Their plan"),
        "why": ("", HOSTILE),
        "rating": ("Slipping", "On track"),
        "outcomes": ("First", "First\nSecond"),
        "consent": ("No", "Yes"),
    }


def test_the_form_can_be_sent_again_with_what_was_typed() -> None:
    form = second()["form"]
    assert form.version == 5 and form["title"].value() == "A plan"


def test_the_page_is_sound_and_shows_both_and_what_it_said_before() -> None:
    html = render_to_string(
        "ui/conflict.html", around(title="Change the plan", **second()), request()
    )
    page = sound(html)
    assert page.title == "Error: Change the plan - Safer Marshwick"
    assert page.all("input", name="version", value="5")
    assert "Their plan" in html and "The old plan" in html and "<script>alert" not in html
    assert page.all("input", id="id_title")[0]["value"] == "A plan"
