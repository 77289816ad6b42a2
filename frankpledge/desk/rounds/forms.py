"""Forms of the round's pages."""

from typing import Any

from frankpledge.progress.models.rounds import AUDIENCES
from frankpledge.ui.forms import (
    CheckField,
    ChecksField,
    ChoiceField,
    DatePartsField,
    EmailField,
    LongTextField,
    NumberField,
    TextField,
    UiForm,
)

MONTHS = [
    ("1", "A month"),
    ("2", "Two months"),
    ("3", "A quarter"),
    ("4", "Four months"),
    ("6", "Half a year"),
    ("12", "A year"),
]
FOR_WHOM = "Whom is it for?"


class DatesForm(UiForm):
    opens_on = DatePartsField(label="When are leads asked?")
    due_on = DatePartsField(label="By when are the answers due?")
    opens_by_itself = CheckField(
        label="Open it and ask by itself on that day",
        hint="Otherwise it waits until somebody presses.",
    )
    audiences = ChecksField(label=FOR_WHOM, choices=AUDIENCES)
    note = LongTextField(label="A note for yourselves", required=False, rows=3, max_length=2000)


class PlanRoundForm(DatesForm):
    plan = ChoiceField(label="Which plan is asked about?")
    starts = DatePartsField(label="First day that it speaks of")
    ends = DatePartsField(label="Last day that it speaks of")
    field_order = ["plan", "starts", "ends"]

    def __init__(self, *args: Any, plans: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["plan"].choices = plans  # type: ignore[attr-defined]


class DaysField(TextField):
    """Whole numbers in a row, such as '10, 5'."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        typed = str(super().clean(value)).replace(",", " ").split()
        # What is no number is left for the change to refuse in words.
        return [int(one) if one.isdecimal() and one.isascii() else one for one in typed]


class RhythmForm(UiForm):
    months = ChoiceField(label="How long is a round's period?", choices=MONTHS)
    opens_after = NumberField(
        label="Leads are asked", hint="Days after the period has ended", least=0, most=366
    )
    due_after = NumberField(
        label="Answers are due", hint="Days after the period has ended", least=0, most=366
    )
    opens_by_itself = CheckField(
        label="Rounds open and ask by themselves",
        hint="Each round can be told otherwise when it is planned.",
    )
    remind_before = DaysField(
        label="Remind before the due date", hint="Days before it, such as 5", required=False
    )
    remind_after = DaysField(
        label="Remind after it", hint="Days after it, such as 3", required=False
    )
    then_weekly_until = NumberField(
        label="Then weekly, to a stop", hint="Days after the due date", least=0, most=366
    )
    tell_board_member = CheckField(
        label="Tell their organisation's board member of what is late",
        hint="By one mail for each lead.",
    )
    tell_after = NumberField(label="How many days late?", least=0, most=366)
    audiences = ChecksField(label="Whom are rounds for?", choices=AUDIENCES)
    letter_words = LongTextField(
        label="Your own lines in each letter",
        hint="Such as when the board meets.",
        required=False,
        rows=3,
        max_length=1000,
    )
    ring = TextField(
        label="The number to ring when a link fails", required=False, max_length=60, width=20
    )


class AddressForm(UiForm):
    email = EmailField(label="Where should the letter go?", width=30)


class ReasonForm(UiForm):
    why = TextField(label="Why?", max_length=300)
