from typing import Any

from frankpledge.desk.plan.forms.deciding import DecisionFields
from frankpledge.language.states import REPORTABLE, State
from frankpledge.partnership.models import Rating
from frankpledge.partnership.models.dated import today
from frankpledge.plan.marks import MARKS
from frankpledge.ui.forms import (
    ChoiceField,
    DatePartsField,
    LongTextField,
    NumberField,
    TextField,
    UiForm,
)
from frankpledge.ui.marks import mark


class OutcomeForm(DecisionFields):
    number = NumberField(label="Number", required=False, least=0, most=999, width=3)
    words = LongTextField(
        label="What will have come of it?",
        hint="One result a time, as the plan prints it.",
        max_length=20_000,
    )
    field_order = ["number", "words"]


class SayForm(UiForm):
    """How it stands: one choice from the partnership's own scale, and the words to it."""

    rating = ChoiceField(label="How is it going?", radios=True)
    words = LongTextField(
        label="What happened?",
        hint="A few sentences. No names of victims, offenders or residents.",
        required=False,
        max_length=20_000,
    )
    condition = TextField(
        label="If it is stuck: what would have to happen before it can go on?",
        required=False,
        max_length=300,
    )
    said_by = TextField(
        label="Whose words are these?",
        hint="The post rather than the name, such as: neighbourhood inspector",
        max_length=160,
    )
    said_on = DatePartsField(label="When were they said?")

    def __init__(self, *args: Any, ratings: list[Rating], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ratings = {f"rating-{rating.pk}": rating for rating in ratings}
        choices = [(key, rating.label, rating.meaning) for key, rating in self._ratings.items()]
        fixed = REPORTABLE if not ratings else [State.PART_COMPLETE, State.PLANNED]
        choices += [(f"state-{state}", state.words, "") for state in fixed]
        field: Any = self.fields["rating"]
        field.choices = choices
        field.marks = {
            key: mark(rating.shape, rating.colour) for key, rating in self._ratings.items()
        } | {f"state-{state}": mark(*MARKS[state]) for state in fixed}

    def clean_said_on(self) -> Any:
        day = self.cleaned_data["said_on"]
        if day and day > today():
            self.add_error("said_on", "This cannot have been said in the future")
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if self.state == State.BLOCKED and not given.get("condition"):
            self.add_error("condition", "Say what would have to happen before it can go on")
        return given

    @property
    def chosen(self) -> Rating | None:
        return self._ratings.get(self.cleaned_data.get("rating", ""))

    @property
    def state(self) -> str:
        if self.chosen:
            return self.chosen.implies
        return str(self.cleaned_data.get("rating", "")).removeprefix("state-")
