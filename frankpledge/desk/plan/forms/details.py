"""Who answers, by when and how much, one at a time."""

from typing import Any

from frankpledge.desk.plan.forms.deciding import DecisionFields
from frankpledge.plan.models import Lead, Target, Timescale
from frankpledge.ui.forms import (
    CheckField,
    ChoiceField,
    DatePartsField,
    DecimalField,
    NumberField,
    TextField,
    UiForm,
)


class LeadForm(DecisionFields):
    who = ChoiceField(
        label="Who?", hint="A post is best: it stays when the person changes.", required=False
    )
    printed = TextField(
        label="Or as the plan prints it",
        hint="For somebody who is not in the list yet.",
        required=False,
        max_length=300,
    )
    part = ChoiceField(label="What do they do?", choices=Lead.PARTS, radios=True)
    name_is_public = CheckField(
        label="The public may see this person's name",
        hint="Only with their consent. Without this, the public sees their organisation.",
        required=False,
    )

    field_order = ["who", "printed", "part", "name_is_public"]

    def __init__(self, *args: Any, choices: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("who") and not given.get("printed"):
            self.add_error("who", "Choose somebody, or type who it is")
        return given


class TimescaleForm(DecisionFields):
    printed = TextField(
        label="By when, as the plan prints it", hint="Such as: March 2027", max_length=300
    )
    kind = ChoiceField(label="What does it mean?", choices=Timescale.KINDS, radios=True)
    starts = DatePartsField(label="From", required=False)
    due = DatePartsField(label="Until, or due on", required=False)
    every = NumberField(label="Every how many?", required=False, least=1, most=99, width=2)
    unit = ChoiceField(
        label="Days, weeks, months or quarters?",
        choices=[("", "Does not come again"), *Timescale.UNITS],
        required=False,
    )
    group = ChoiceField(label="At meetings of", required=False)
    condition = TextField(label="When what is the case?", required=False, max_length=200)

    field_order = ["printed", "kind", "starts", "due", "every", "unit", "group", "condition"]

    def __init__(self, *args: Any, groups: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = [("", "No group"), *groups]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        kind, starts, due = given.get("kind"), given.get("starts"), given.get("due")
        if kind == "date" and not due and not self.errors:
            self.add_error("due", "Type the day by which it is due")
        if kind == "span" and not (starts and due) and not self.errors:
            self.add_error("due", "Type both the first and the last day")
        if starts and due and due < starts:
            self.add_error("due", "The end must not come before the start")
        if kind == "every" and not (given.get("every") and given.get("unit")) and not self.errors:
            self.add_error("every", "Say how often it comes, such as every 3 months")
        if kind == "meeting" and not given.get("group") and not self.errors:
            self.add_error("group", "Choose whose meetings")
        return given


class TargetForm(DecisionFields):
    printed = TextField(label="The target, as the plan prints it", max_length=500)
    kind = ChoiceField(label="What kind of target is it?", choices=Target.KINDS)
    number = DecimalField(label="Number", required=False)
    is_percent = CheckField(label="The number is per cent", required=False)
    direction = ChoiceField(
        label="Direction", choices=[("", "None"), *Target.DIRECTIONS], required=False
    )
    counts = TextField(label="What is counted?", required=False, max_length=200)
    of = TextField(label="Out of which group?", required=False, max_length=200)
    per = TextField(
        label="In which period?", hint="Such as: quarter", required=False, max_length=60
    )
    baseline = DecimalField(label="Starting figure", required=False)
    baseline_says = TextField(label="Where it comes from", required=False, max_length=200)
    comparator = ChoiceField(
        label="Compared with", choices=[("", "Nothing"), *Target.COMPARATORS], required=False
    )
    deadline = DatePartsField(label="To be met by", required=False)
    field_order = [
        "printed",
        "kind",
        "number",
        "is_percent",
        "direction",
        "counts",
        "of",
        "per",
        "baseline",
        "baseline_says",
        "comparator",
        "deadline",
    ]


class ForecastForm(UiForm):
    on = DatePartsField(
        label="When is it now expected?",
        hint="The promised date stays where it is. Leave empty to take a forecast back.",
        required=False,
    )
    why = TextField(label="Why?", required=False, max_length=300)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("on") and not given.get("why"):
            self.add_error("why", "Say why it is expected on another day")
        return given
