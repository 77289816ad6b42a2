from typing import Any

from frankpledge.desk.plan.forms.deciding import DecisionFields
from frankpledge.plan.models import Priority
from frankpledge.ui.forms import ChoiceField, LongTextField, TextField, UiForm


class PriorityForm(DecisionFields):
    ref = TextField(
        label="Number or letter",
        hint="As in the plan, such as 2",
        required=False,
        max_length=20,
        width=4,
    )
    title = TextField(label="Priority", max_length=300)
    parent = ChoiceField(label="Stands under", required=False)
    about = LongTextField(label="What it is about", required=False, max_length=10_000)
    indicators = LongTextField(
        label="What is measured", hint="One a line, as printed.", required=False, max_length=5000
    )
    field_order = ["ref", "title", "parent", "about", "indicators"]

    def __init__(self, *args: Any, others: list[Priority], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].choices = [  # type: ignore[attr-defined]
            ("", "Nothing: it is a priority of its own"),
            *((str(other.pk), str(other)) for other in others),
        ]


class AlignmentForm(UiForm):
    body = TextField(label="Whose strategy is it?", max_length=160)
    strategy = TextField(label="Strategy", max_length=200)
    objective = TextField(label="Objective it serves", required=False, max_length=300)
