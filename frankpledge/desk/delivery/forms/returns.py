"""Forms of partner returns."""

from collections.abc import Sequence
from typing import Any

from frankpledge.delivery.models.returns import GRAINS
from frankpledge.delivery.queries import OwedHere
from frankpledge.desk.delivery.here import outcome_choices
from frankpledge.desk.rounds.forms import DaysField
from frankpledge.plan.models import Outcome
from frankpledge.replying.returns.forms import FiguresForm
from frankpledge.ui.forms import (
    CheckField,
    ChecksField,
    ChoiceField,
    DatePartsField,
    NumberField,
    PeopleTextField,
    TextField,
    UiForm,
)

__all__ = ["ChangeReturnForm", "EndForm", "ReturnForm", "TowardsForm", "TypedForm"]


class ChangeReturnForm(UiForm):
    name = TextField(
        label="What is it called?", hint="Such as: assaults seen at the hospital.", max_length=120
    )
    figures = PeopleTextField(
        label="Which figures?",
        hint="One a line, as you want them asked. Each is a whole number.",
        each=160,
        most=30,
        rows=4,
    )
    organisation = ChoiceField(label="Who owes it?", required=False)
    officer = ChoiceField(
        label="Who is their liaison officer?",
        hint="A post is best: whoever holds it is asked.",
        required=False,
    )
    lag_days = NumberField(
        label="How many days after the period is it due?", least=0, most=366, width=4
    )
    asks_by_itself = CheckField(
        label="Ask for it by itself", hint="By mail, as soon as the period is over."
    )
    remind_before = DaysField(
        label="Remind before it is due", hint="Days before, such as 2", required=False, width=10
    )
    remind_after = DaysField(
        label="Remind after",
        hint="Days after, such as 7, 14. Then no more.",
        required=False,
        width=10,
    )
    note = TextField(
        label="A line for whoever answers",
        hint="Such as how a case is counted.",
        required=False,
        max_length=1000,
    )

    def __init__(
        self,
        *args: Any,
        bodies: Sequence[tuple[str, str]],
        officers: Sequence[tuple[str, str]],
        **rest: Any,
    ) -> None:
        super().__init__(*args, **rest)
        fields: Any = self.fields
        fields["organisation"].choices = [("", "Nobody yet"), *bodies]
        fields["officer"].choices = [("", "Nobody yet"), *officers]


class ReturnForm(ChangeReturnForm):
    grain = ChoiceField(
        label="How often?", choices=[(str(months), words) for months, words in GRAINS], radios=True
    )
    by_month = CheckField(
        label="Each month of the period has its own figure",
        hint="Otherwise one figure stands for all of it.",
    )
    starts = DatePartsField(
        label="From which month?", hint="The first day of the first period that is owed."
    )
    field_order = ["name", "figures", "organisation", "officer", "grain", "by_month", "starts"]


class TowardsForm(UiForm):
    outcomes = ChecksField(
        label="Which outcomes?",
        hint="Each is judged by what comes of it, also by what came before.",
        required=False,
    )

    def __init__(self, *args: Any, outcomes: Sequence[Outcome], **rest: Any) -> None:
        super().__init__(*args, **rest)
        field: Any = self.fields["outcomes"]
        field.choices = outcome_choices(outcomes)


class EndForm(UiForm):
    on = DatePartsField(label="What is the last day that is still wanted?")
    why = TextField(label="Why does it end?", max_length=300)


class TypedForm(FiguresForm):
    """What somebody said on the telephone."""

    said_by = TextField(label="Who gave you these figures?", max_length=160)
    field_order = ["said_by"]

    def __init__(self, *args: Any, here: OwedHere, **rest: Any) -> None:
        super().__init__(*args, here=here, **rest)
        self.initial.setdefault("said_by", here.owed.called)
