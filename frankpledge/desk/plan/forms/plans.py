from typing import Any

from frankpledge.desk.plan.forms.deciding import DecisionFields
from frankpledge.partnership.models.dated import today
from frankpledge.plan.models import Plan
from frankpledge.ui.forms import (
    CheckField,
    ChoiceField,
    DatePartsField,
    LongTextField,
    TextField,
    UiForm,
)


class PlanForm(DecisionFields):
    title = TextField(label="What is the plan called?", max_length=200)
    starts = DatePartsField(label="First day", hint="For example 1 4 2026")
    ends = DatePartsField(label="Last day", hint="For example 31 3 2029")
    introduction = LongTextField(
        label="Introduction",
        hint="The public reads this above the promises.",
        required=False,
        max_length=10_000,
    )
    funding_note = LongTextField(
        label="Money that cuts across the priorities",
        hint="For the partnership and the local policing body; the public does not see it.",
        required=False,
        max_length=10_000,
    )
    field_order = ["title", "starts", "ends", "introduction", "funding_note"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        starts, ends = given.get("starts"), given.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", "The plan must end after it starts")
        return given


class NewPlanForm(PlanForm):
    follows = ChoiceField(label="Which plan does it follow?", required=False)
    field_order = ["title", "starts", "ends", "follows", "introduction", "funding_note"]

    def __init__(self, *args: Any, earlier: list[Plan], **kwargs: Any) -> None:
        super().__init__(*args, deciding=False, **kwargs)
        self.fields["follows"].choices = [  # type: ignore[attr-defined]
            ("", "None"),
            *((str(plan.pk), plan.title) for plan in earlier),
        ]


class AdoptForm(UiForm):
    on = DatePartsField(label="When was it adopted?")
    decided_by = TextField(
        label="Who adopted it?", hint="Such as: the board, minute 4", max_length=160
    )

    def clean_on(self) -> Any:
        day = self.cleaned_data["on"]
        if day and day > today():
            self.add_error("on", "The day of adoption cannot be in the future")
        return day


class PublishForm(UiForm):
    why = TextField(
        label="What is this publication?",
        hint="Such as: July to September, as agreed by the board",
        max_length=200,
    )


class CloseForm(UiForm):
    on = DatePartsField(label="Closed on")
    why = TextField(label="Why?", max_length=300)
    without = CheckField(label="Close it without, and carry nothing forward", required=True)

    def __init__(self, *args: Any, left: int = 0, **kwargs: Any) -> None:
        """`left` is how many promises nobody has ended."""
        super().__init__(*args, **kwargs)
        if not left:
            del self.fields["without"]
