"""Forms of survey questions and waves."""

from collections.abc import Sequence
from typing import Any

from frankpledge.delivery.models.surveys import POLARITIES
from frankpledge.desk.delivery.here import outcome_choices
from frankpledge.plan.models import Outcome
from frankpledge.ui.forms import (
    ChecksField,
    ChoiceField,
    DatePartsField,
    DecimalField,
    FileField,
    NumberField,
    TextField,
    UiForm,
)

MOST = 10_000_000


class QuestionForm(UiForm):
    name = TextField(label="A short name", hint="Such as: safe after dark.", max_length=80)
    wording = TextField(label="The question, word for word", max_length=500)
    counted = TextField(
        label="Which answers are counted?", hint="Such as: very or fairly safe.", max_length=200
    )
    asked_of = TextField(
        label="Who is asked?",
        hint="Such as: residents of 16 and over, by post.",
        required=False,
        max_length=200,
    )
    source = TextField(label="Whose survey is it?", required=False, max_length=200)
    polarity = ChoiceField(label="What would be good?", choices=POLARITIES, radios=True)
    outcomes = ChecksField(label="Which outcomes does it tell of?", required=False)

    def __init__(self, *args: Any, outcomes: Sequence[Outcome], **rest: Any) -> None:
        super().__init__(*args, **rest)
        field: Any = self.fields["outcomes"]
        field.choices = outcome_choices(outcomes)


class WaveForm(UiForm):
    starts = DatePartsField(label="First day on which people were asked")
    ends = DatePartsField(label="Last day")
    base = NumberField(
        label="How many answered?", hint="The base: without it a per cent says nothing.", most=MOST
    )
    part = NumberField(label="How many of them said so?", required=False, least=0, most=MOST)
    per_cent = DecimalField(
        label="Or the per cent, where only that was printed",
        required=False,
        digits=5,
        places=2,
        width=5,
    )
    break_why = TextField(
        label="Why can it not be compared with those before?",
        hint="Only where something changed, such as the wording or who was asked.",
        required=False,
        max_length=300,
    )
    note = TextField(label="A note", required=False, max_length=300)


class CorrectWaveForm(WaveForm):
    why = TextField(label="What was wrong?", max_length=300)


class SheetForm(UiForm):
    file = FileField(
        label="The file",
        hint="A workbook or CSV with columns From (or Wave), To, Per cent or Count, and Base. "
        "At most 10 MB.",
        largest=10_000_000,
        accept=".xlsx,.ods,.csv",
        empty="Choose the file",
    )
