"""Who decided, when and why: asked wherever adopted words change."""

from typing import Any

from frankpledge.partnership.models.dated import today
from frankpledge.plan.changes import Decision
from frankpledge.ui.forms import DatePartsField, LongTextField, TextField, UiForm


class DecisionFields(UiForm):
    """The three questions, for forms that change a plan. A draft does not ask them."""

    decided_by = TextField(
        label="Who decided this?",
        hint="A body and its minute, such as: the board, minute 6.2",
        max_length=160,
    )
    decided_on = DatePartsField(label="When was it decided?")
    why = LongTextField(label="Why?", hint="Stands beside the old words for good.", max_length=500)

    def __init__(self, *args: Any, deciding: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not deciding:
            for name in ("decided_by", "decided_on", "why"):
                del self.fields[name]

    def clean_decided_on(self) -> Any:
        day = self.cleaned_data["decided_on"]
        if day and day > today():
            self.add_error("decided_on", "The day of the decision cannot be in the future")
        return day

    @property
    def decision(self) -> Decision | None:
        if "decided_by" not in self.fields:
            return None
        given = self.cleaned_data
        return Decision(on=given["decided_on"], by=given["decided_by"], why=given["why"])

    @property
    def decided(self) -> Decision:
        """For forms that always ask."""
        decision = self.decision
        if decision is None:
            raise TypeError("This form did not ask who decided.")
        return decision

    @property
    def said(self) -> dict[str, Any]:
        """What was typed, without the decision about it."""
        asked = ("decided_by", "decided_on", "why")
        return {name: value for name, value in self.cleaned_data.items() if name not in asked}


class StrikeForm(DecisionFields):
    """Striking always asks: also in a draft, since somebody may look for it one day."""


class WhyForm(UiForm):
    why = TextField(label="Why?", max_length=300)
