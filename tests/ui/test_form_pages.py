"""A form's page: what it shows, what it says when something is wrong, and that nothing is lost."""

import datetime
from typing import Any

import pytest

from frankpledge.ui.forms import ChoiceField, TextField, UiForm
from tests.ui.gallery import HOSTILE, EveryField, form_page
from tests.ui.html import sound

WRONG: dict[str, Any] = {
    "title": HOSTILE,
    "why": "w" * 50,
    "on_day": "31",
    "on_month": "2",
    "on_year": "2027",
    "part": "z",
    "outcomes": ["9"],
    "number": "many",
    "people": "a\nb\nc\nd",
    "email": "no",
    "version": "3",
}
RIGHT: dict[str, Any] = {
    "title": "A plan",
    "on_day": "27",
    "on_month": "3",
    "on_year": "2027",
    "part": "a",
    "rating": "2",
    "outcomes": ["1"],
    "number": "3",
    "version": "3",
}


def wrong() -> EveryField:
    form = EveryField(WRONG, version=4)
    assert not form.is_valid()
    return form


def test_a_fresh_form_is_sound_and_says_no_error() -> None:
    page = sound(form_page(EveryField(version=3)))
    assert page.title == "Change the plan - Safer Marshwick"
    assert page.all("input", name="version")[0]["value"] == "3"
    assert page.all("form", enctype="multipart/form-data", method="post", novalidate="")
    assert "govuk-error" not in form_page(EveryField())


def test_initial_values_are_shown() -> None:
    day = datetime.date(2027, 3, 9)
    form = EveryField(initial={"on": day, "rating": "2", "consent": True, "outcomes": ["1"]})
    page = sound(form_page(form))
    assert [page.all("input", id=f"id_on_{part}")[0]["value"] for part in ("day", "month", "year")]
    assert page.all("input", id="id_on_year")[0]["value"] == "2027"
    assert "checked" in page.all("input", name="rating", value="2")[0]
    assert "checked" not in page.all("input", name="rating", value="1")[0]
    assert "checked" in page.all("input", id="id_consent")[0]


def test_an_error_page_says_so_in_its_title_and_takes_the_focus() -> None:
    page = sound(form_page(wrong()))
    assert page.title == "Error: Change the plan - Safer Marshwick"
    summary = next(attrs for _, attrs in page.tags if attrs.get("class") == "govuk-error-summary")
    assert summary["tabindex"] == "-1" and "autofocus" in summary


def test_every_error_leads_to_its_input() -> None:
    html = form_page(wrong())
    targets = [attrs["href"] for attrs in sound(html).all("a") if "#id_" in attrs.get("href", "")]
    names = "title why on_day part rating outcomes number people email"
    assert targets == [f"#id_{name}" for name in names.split()]
    assert "What is the plan called? Shorten this by" in html
    assert "Choose an answer to ‘How is it going?’" in html


def test_each_input_with_an_error_is_described_by_it() -> None:
    page = sound(form_page(wrong()))
    title = page.all("input", id="id_title")[0]
    assert title["aria-describedby"].split() == ["id_title_helptext", "id_title_error"]
    assert title["aria-invalid"] == "true" and "govuk-input--error" in title["class"]
    described = [attrs.get("aria-describedby", "") for attrs in page.all("fieldset")]
    assert "id_on_helptext id_on_error" in described and "id_rating_error" in described


def test_only_the_part_of_the_date_that_is_wrong_is_marked() -> None:
    page = sound(form_page(wrong()))
    marked = [
        part
        for part in ("day", "month", "year")
        if "govuk-input--error" in page.all("input", id=f"id_on_{part}")[0]["class"]
    ]
    assert marked == ["day"]


def test_nothing_typed_is_lost_and_nothing_typed_is_run() -> None:
    html = form_page(wrong())
    page = sound(html)
    assert page.all("input", id="id_title")[0]["value"] == HOSTILE
    assert page.all("input", id="id_on_month")[0]["value"] == "2"
    assert "w" * 50 in html and "<script>alert" not in html


def test_a_refusal_stands_above_and_beside_its_field() -> None:
    form = EveryField(RIGHT)
    assert form.is_valid(), form.errors
    form.refuse("Another plan has this name.", "title")
    form.refuse("The plan was closed meanwhile.", "no such field")
    page = form_page(form)
    assert sound(page).title.startswith("Error: ")
    assert page.count("Another plan has this name.") == 2
    assert page.count("The plan was closed meanwhile.") == 1


@pytest.mark.parametrize(("sent", "version"), [("7", 7), ("", 0), ("x", 0), ("٣", 0), ("-1", 0)])
def test_a_version_that_was_meddled_with_is_never_current(sent: str, version: int) -> None:
    form = UiForm({"version": sent}, version=3)
    assert form.is_valid() and form.version == version
    assert "version" not in form.cleaned_data


def test_choices_may_be_set_later_and_stay_with_their_form() -> None:
    class Later(UiForm):
        part = ChoiceField(label="Part", radios=True)

    one, other = Later(), Later()
    one.fields["part"].choices = [("a", "Lead", "answers for it")]  # type: ignore[attr-defined]
    assert "answers for it" in form_page(one) and "answers for it" not in form_page(other)
    sound(form_page(one))


def test_other_hidden_inputs_and_what_was_kept_are_shown() -> None:
    html = form_page(
        EveryField(), hidden={"typed_by": "x:y"}, kept="Kept for you.", warning=HOSTILE
    )
    assert sound(html).all("input", name="typed_by", value="x:y")
    assert "Kept for you." in html and "<script>alert" not in html


def test_a_prefix_parts_two_forms_of_one_page() -> None:
    class Name(UiForm):
        name = TextField(label="Name")

    form = Name({"b-name": "x", "b-version": "2"}, prefix="b", version=1)
    assert form.is_valid() and form.version == 2
