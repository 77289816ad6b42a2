"""The forms of the review desk."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError

from frankpledge.drafting.changes import too_large
from frankpledge.plan.models import Plan
from frankpledge.reading.limits import LARGEST_FILE
from frankpledge.ui.forms import (
    ChecksField,
    ChoiceField,
    DatePartsField,
    FileField,
    LongTextField,
    TextField,
    UiForm,
)

ACCEPTED = ".docx,.xlsx,.pdf,.odt,.html,.htm,.csv,.txt,.json"
LONGEST = 20_000
ONE_LINE = {"ref", "number"}
NEEDED = {"action", "title", "text"}


class DocumentField(FileField):
    """Of a file that is empty or too large it says what the reader says of it."""

    def to_python(self, data: Any) -> Any:
        if data and data.size > LARGEST_FILE:
            raise ValidationError(too_large(data.name), code="size")
        return super().to_python(data)


class UploadForm(UiForm):
    file = DocumentField(
        label="The document",
        hint="Word, Excel, PDF, OpenDocument text, web page, CSV, plain text, or our own JSON. "
        f"At most {LARGEST_FILE // 2**20} MB.",
        largest=LARGEST_FILE,
        allow_empty_file=True,
        accept=ACCEPTED,
        empty="Choose the document",
    )


class AnswerForm(UiForm):
    """What a button still has to be told: words, or one of what it offered."""

    def __init__(self, *args: Any, asks: str, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if asks == "text":
            self.fields["answer"] = LongTextField(label=label, max_length=LONGEST, rows=3)


class WordsForm(UiForm):
    """The texts of one thing, each under the label that the draft gives it."""

    def __init__(self, *args: Any, labels: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in labels.items():
            self.fields[name] = words_field(name, label)

    @property
    def changed(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.changed_data}


def words_field(name: str, label: str) -> TextField:
    if name in ONE_LINE:
        return TextField(label=label, required=False, max_length=40, width=5)
    if name in NEEDED:
        return LongTextField(label=label, max_length=LONGEST, rows=3, empty="It needs its words")
    hint = "One a line." if name in {"resources", "indicators"} else ""
    rows = 3 if name in {"resources", "indicators", "update"} else 1
    return LongTextField(label=label, hint=hint, required=False, max_length=LONGEST, rows=rows)


class FactsForm(UiForm):
    title = TextField(label="What is the plan called?", max_length=200)
    starts = DatePartsField(label="First day", hint="For example 1 4 2026")
    ends = DatePartsField(label="Last day", hint="For example 31 3 2027")
    follows = ChoiceField(
        label="Is it a new plan, or next year’s plan?",
        hint="Next year’s plan is compared with the one before, promise by promise.",
        radios=True,
    )

    def __init__(self, *args: Any, earlier: list[Plan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["follows"].choices = [  # type: ignore[attr-defined]
            ("new", "A new plan"),
            *((str(plan.pk), f"The plan after ‘{plan.title}’") for plan in earlier),
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        starts, ends = given.get("starts"), given.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", "The plan must end after it starts")
        return given


class PartForm(UiForm):
    first = LongTextField(label="The first promise", max_length=LONGEST)
    second = LongTextField(label="The second promise", max_length=LONGEST)
    outcomes = ChecksField(label="Which outcomes go with the second?", required=False)

    def __init__(self, *args: Any, outcomes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if outcomes:
            self.fields["outcomes"].choices = outcomes  # type: ignore[attr-defined]
        else:
            del self.fields["outcomes"]


class PieceForm(UiForm):
    what = ChoiceField(
        label="What is it?",
        radios=True,
        choices=[
            ("action", "A promise of its own", "Under the priority chosen below"),
            ("outcome", "An outcome", "Of the promise chosen below"),
            ("priority", "A priority"),
            ("field", "More words of something", "It goes on at the end of what you choose below"),
        ],
    )
    of = ChoiceField(label="Of which promise or priority?", required=False)
    field = ChoiceField(label="Of which part?", required=False)

    def __init__(self, *args: Any, things: list[Any], parts: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["of"].choices = [("", "Choose"), *things]  # type: ignore[attr-defined]
        self.fields["field"].choices = [("", "Choose"), *parts]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        what = given.get("what")
        if what in ("outcome", "field") and not given.get("of"):
            self.add_error("of", "Choose which promise or priority it belongs to")
        if what == "field" and not given.get("field"):
            self.add_error("field", "Choose which part it belongs to")
        return given


class WhyForm(UiForm):
    why = TextField(label="Why?", max_length=300)
