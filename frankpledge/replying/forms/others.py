"""Passing a promise on, asking a partner, and answering what one was asked."""

from typing import Any

from frankpledge.ui.forms import (
    ChecksField,
    ChoiceField,
    EmailField,
    LongTextField,
    TextField,
    UiForm,
)


class PassForm(UiForm):
    items = ChecksField(label="What do you pass on?", empty="Choose at least one promise")
    name = TextField(
        label="Your colleague's name or post",
        max_length=160,
        autocomplete="off",
    )
    email = EmailField(label="Their email address", autocomplete="off")
    why = TextField(
        label="Why?",
        hint="The coordinator reads this. Such as: she took over in August.",
        required=False,
        max_length=300,
    )

    def __init__(self, *args: Any, items: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        field: Any = self.fields["items"]
        field.choices = items
        if len(items) == 1:
            self.initial.setdefault("items", [items[0][0]])


class AskForm(UiForm):
    who = ChoiceField(label="Whom do you ask?", empty="Choose whom to ask")
    words = LongTextField(
        label="Your question",
        hint="Such as: have you the hospital figures for July to September?",
        max_length=2000,
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        field: Any = self.fields["who"]
        field.choices = [("", "Choose"), *choices]


class QuestionForm(UiForm):
    words = LongTextField(
        label="Your answer",
        hint="No names of victims, offenders or residents.",
        max_length=5000,
        empty="Type your answer",
    )
