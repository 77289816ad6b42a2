"""What each field keeps of what was typed, and how it says what is wrong."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from frankpledge.ui.forms import (
    CheckField,
    ChecksField,
    ChoiceField,
    DatePartsField,
    DecimalField,
    EmailField,
    FileField,
    FilesField,
    LongTextField,
    NumberField,
    PeopleTextField,
    TextField,
)
from frankpledge.ui.forms.typed import tidy


def refusal(field: Any, value: Any) -> str:
    with pytest.raises(ValidationError) as refused:
        field.clean(value)
    return " ".join(refused.value.messages)


def test_text_is_kept_in_one_way_of_writing() -> None:
    assert TextField(label="Name").clean("  Cafe\u0301\r\n bar ") == "Café  bar"
    assert LongTextField(label="Why").clean("a\r\nb\rc\u2028d \n") == "a\nb\nc\nd"


@pytest.mark.parametrize("words", ["שלום עולם", "بسلامة 42", "O’Brien – ‘quoted’", "🙂👨‍👩‍👧"])
def test_every_script_is_welcome(words: str) -> None:
    assert TextField(label="Name").clean(words) == words


@pytest.mark.parametrize(
    ("hidden", "named"),
    [
        ("\x00", "null, U+0000"),
        ("\x1b", "escape, U+001B"),
        ("\u202e", "right-to-left override, U+202E"),
        ("\u2066", "left-to-right isolate, U+2066"),
        ("\ud800", "U+D800"),
        ("\uffff", "U+FFFF"),
    ],
)
def test_hidden_characters_are_refused_by_name_and_place(hidden: str, named: str) -> None:
    for field in (TextField(label="Name"), LongTextField(label="Why"), NumberField(label="N")):
        sentence = refusal(field, f"Visit every{hidden} shop")
        assert "after ‘Visit every’" in sentence and named in sentence
        assert hidden not in sentence


def test_a_hidden_character_at_the_beginning_is_said_to_be_there() -> None:
    assert "at the beginning" in refusal(TextField(label="Name"), "\u202eabc")


@given(st.text(alphabet=st.characters(), max_size=80))
def test_what_is_kept_is_stable_and_can_be_stored(text: str) -> None:
    try:
        kept = tidy(text, lines=True)
    except ValidationError:
        return
    kept.encode("utf-8")
    assert tidy(kept, lines=True) == kept and "\r" not in kept and "\x00" not in kept


def test_overlong_text_says_by_how_much() -> None:
    field = TextField(label="Name", max_length=200)
    assert refusal(field, "x" * 234) == "Shorten this by 34 characters. It may have 200."
    assert refusal(field, "x" * 201) == "Shorten this by 1 character. It may have 200."
    assert field.clean("x" * 200)


def test_a_line_break_counts_once_however_the_browser_sends_it() -> None:
    assert LongTextField(label="Why", max_length=3).clean("a\r\nb") == "a\nb"


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        (TextField(label="Who decided this?"), "Answer the question ‘Who decided this?’"),
        (TextField(label="Title"), "Fill in ‘Title’"),
        (TextField(label="Title", empty="Give it a title"), "Give it a title"),
        (ChoiceField(label="Kind"), "Choose one for ‘Kind’"),
        (ChecksField(label="Kind"), "Choose at least one for ‘Kind’"),
        (DatePartsField(label="Due"), "Type a date for ‘Due’, such as 27 3 2027"),
        (CheckField(label="I agree", required=True), "Tick ‘I agree’ to go on"),
        (FileField(label="Logo"), "Choose a file for ‘Logo’"),
    ],
)
def test_an_empty_field_says_what_to_do(field: Any, sentence: str) -> None:
    assert refusal(field, None) == sentence


@pytest.mark.parametrize("field", [TextField, LongTextField, DatePartsField, NumberField])
def test_only_spaces_are_nothing(field: Any) -> None:
    blank: Any = None if field is DatePartsField else " \n "
    assert refusal(field(label="Due"), blank)
    assert field(label="Due", required=False).clean(blank) in (None, "")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (["27", "3", "2027"], datetime.date(2027, 3, 27)),
        (["01", "03", "2012"], datetime.date(2012, 3, 1)),
        (["1", "March", "2012"], datetime.date(2012, 3, 1)),
        (["29", "feb", "2028"], datetime.date(2028, 2, 29)),
        (["1", "1", "1900"], datetime.date(1900, 1, 1)),
        (["31", "12", "2200"], datetime.date(2200, 12, 31)),
    ],
)
def test_real_dates(typed: list[str], day: datetime.date) -> None:
    assert DatePartsField(label="Due").clean(typed) == day


REAL = "The date must be a real one, such as 27 3 2027"


@pytest.mark.parametrize(
    ("typed", "sentence", "parts"),
    [
        (["31", "2", "2027"], REAL, "day"),
        (["29", "2", "2027"], REAL, "day"),
        (["1", "13", "2027"], REAL, "month"),
        (["x", "3", "2027"], REAL, "day"),
        (["1", "Marchember", "2027"], REAL, "month"),
        (["0", "0", "0"], REAL, "day month year"),
        (["٣", "3", "2027"], REAL, "day"),
        (["1", "3", ""], "The date must include a year", "year"),
        (["1", "", ""], "The date must include a month and a year", "month year"),
        (["1", "3", "27"], "Type the year in full, such as 2027", "year"),
        (["1", "3", "1899"], "The year must be between 1900 and 2200", "year"),
        (["1", "3", "2201"], "The year must be between 1900 and 2200", "year"),
        (["1", "3", "99999"], REAL, "year"),
    ],
)
def test_impossible_dates_say_which_part(typed: list[str], sentence: str, parts: str) -> None:
    with pytest.raises(ValidationError) as refused:
        DatePartsField(label="Due").clean(typed)
    assert refused.value.messages == [sentence]
    assert refused.value.code == f"date {parts}"


@pytest.mark.parametrize(
    ("typed", "number"), [("3", 3), (" 1,200 ", 1200), ("0", 0), ("−4", -4), ("", None)]
)
def test_whole_numbers(typed: str, number: int | None) -> None:
    assert NumberField(label="N", required=False).clean(typed) == number


@pytest.mark.parametrize("typed", ["many", "1.5", "1e9", "٣", "9" * 5000, "--1", "NaN"])
def test_what_is_no_whole_number_is_said_so(typed: str) -> None:
    sentence = refusal(NumberField(label="N"), typed)
    assert sentence == "Type this as a whole number, such as 3. Nought is a number."


def test_numbers_have_their_bounds() -> None:
    field = NumberField(label="N", least=0, most=99)
    assert refusal(field, "-1") == "The number must be 0 or more"
    assert refusal(field, "100") == "The number must be 99 or less"


@pytest.mark.parametrize(
    ("typed", "number"), [("0.50", "0.50"), (".5", "0.5"), ("1,234.25", "1234.25"), ("0", "0")]
)
def test_decimals(typed: str, number: str) -> None:
    assert DecimalField(label="N").clean(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["NaN", "Infinity", "1e5", "1.2.3", "0.12345", "123456789", "."])
def test_what_a_decimal_column_cannot_hold_is_refused(typed: str) -> None:
    assert refusal(DecimalField(label="N"), typed)


def test_what_is_not_in_the_list_is_refused() -> None:
    choices = [("a", "Lead", "answers for it"), ("b", "Support")]
    assert ChoiceField(label="Part", choices=choices).clean("a") == "a"
    assert "not in the list" in refusal(ChoiceField(label="Part", choices=choices), "z")
    assert ChecksField(label="Part", choices=choices).clean(["a", "b"]) == ["a", "b"]
    assert "not in it" in refusal(ChecksField(label="Part", choices=choices), ["a", "z"])


def test_names_come_one_a_line() -> None:
    field = PeopleTextField(label="Who helps?", each=10, most=2)
    assert field.clean("Ann  Ash\r\n\r\n Bob") == ["Ann Ash", "Bob"]
    assert refusal(field, "a\nb\nc") == "Type at most 2 lines; there are 3"
    assert refusal(field, "a\nabcdefghijkl") == "Shorten line 2 by 2 characters. It may have 10."


def test_an_address_that_cannot_be_one_is_said_so() -> None:
    assert EmailField(label="Email").clean(" a@example.org ") == "a@example.org"
    assert "name@example.org" in refusal(EmailField(label="Email"), "a@b")


def test_files_have_a_largest_size() -> None:
    field = FileField(label="Logo", largest=2000)
    assert field.clean(SimpleUploadedFile("a.png", b"x" * 2000))
    assert refusal(field, SimpleUploadedFile("a.png", b"x" * 5000)) == (
        "This file has 5 KB. It may have 2 KB."
    )
    assert refusal(field, SimpleUploadedFile("a.png", b"")) == (
        "This file is empty. Choose another."
    )


def test_several_files_are_refused_each_by_its_name_and_together_by_their_size() -> None:
    field = FilesField(label="The files", largest=10, empty="Choose the files.")

    def sent(name: str, size: int) -> SimpleUploadedFile:
        return SimpleUploadedFile(name, b"x" * size)

    assert [each.name for each in field.clean([sent("a.csv", 4), sent("a.csv", 5)])] == [
        "a.csv"
    ] * 2
    assert refusal(field, []) == "Choose the files."
    said = refusal(field, [sent("a.csv", 0), sent("b.csv", 4), sent("c.csv", 11)])
    assert "a.csv: This file is empty" in said and "c.csv: This file has" in said
    assert "b.csv" not in said
    assert "Together they have" in refusal(field, [sent("a.csv", 6), sent("b.csv", 6)])
