from typing import Any

from frankpledge.desk.plan.forms.deciding import DecisionFields
from frankpledge.plan.models import Action, ActionLink, Outcome, Plan, Priority
from frankpledge.ui.forms import (
    ChecksField,
    ChoiceField,
    LongTextField,
    TextField,
    UiForm,
)

CHOOSE = ("", "Choose a priority")


def _to_choose(priorities: list[Priority]) -> list[tuple[str, str]]:
    return [CHOOSE, *((str(priority.pk), str(priority)) for priority in priorities)]


class ActionForm(DecisionFields):
    priority = ChoiceField(label="Priority")
    ref = TextField(
        label="Number", hint="As in the plan, such as 2.1", required=False, max_length=20, width=5
    )
    words = LongTextField(
        label="What is promised?",
        hint="What will be done, as the board agreed it.",
        max_length=20_000,
    )
    points = LongTextField(
        label="Its parts", hint="If it has any: one a line.", required=False, max_length=20_000
    )
    aim = LongTextField(label="Why it is done", required=False, max_length=20_000)
    kind = ChoiceField(label="Kind", choices=Action.KINDS, radios=True)
    resources = LongTextField(
        label="Resources",
        hint="One a line. The public does not see them.",
        required=False,
        max_length=10_000,
    )
    field_order = ["priority", "ref", "words", "points", "aim", "kind", "resources"]

    def __init__(self, *args: Any, priorities: list[Priority] | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if priorities is None:
            del self.fields["priority"]
        else:
            self.fields["priority"].choices = _to_choose(priorities)  # type: ignore[attr-defined]


class AudienceForm(UiForm):
    audience = ChoiceField(label="Who may see it?", choices=Action.AUDIENCES, radios=True)
    why = TextField(label="Why?", max_length=300)


class PlaceForm(DecisionFields):
    priority = ChoiceField(label="Also stands under")
    ref = TextField(label="Number there", required=False, max_length=20, width=5)
    action = LongTextField(label="Other words there", required=False, max_length=20_000)
    timescale = TextField(label="Other timescale there", required=False, max_length=300)
    outcomes = LongTextField(label="Other target or outcome there", required=False, max_length=5000)
    lead = TextField(label="Other lead there", required=False, max_length=300)
    support = TextField(label="Other help there", required=False, max_length=300)
    aim = LongTextField(label="Other reason there", required=False, max_length=20_000)
    only_outcomes = ChecksField(
        label="Only these outcomes", hint="None chosen: all of them.", required=False
    )
    VARIANTS = ("action", "aim", "timescale", "outcomes", "lead", "support")
    field_order = ["priority", "ref", *VARIANTS, "only_outcomes"]

    def __init__(
        self, *args: Any, priorities: list[Priority] | None, outcomes: list[Outcome], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if priorities is None:
            del self.fields["priority"]
            del self.fields["ref"]
        else:
            self.fields["priority"].choices = _to_choose(priorities)  # type: ignore[attr-defined]
        if outcomes:
            self.fields["only_outcomes"].choices = [  # type: ignore[attr-defined]
                (str(outcome.pk), str(outcome)) for outcome in outcomes
            ]
        else:
            del self.fields["only_outcomes"]

    @property
    def variants(self) -> dict[str, str]:
        return {name: self.cleaned_data.get(name, "") for name in self.VARIANTS}


class LinkForm(UiForm):
    kind = ChoiceField(
        label="This promise",
        choices=[(key, words) for key, words in ActionLink.KINDS],
        radios=True,
    )
    other = ChoiceField(label="Which other promise?")
    note = TextField(label="Anything to add?", required=False, max_length=300)

    def __init__(self, *args: Any, others: list[Action], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].choices = [  # type: ignore[attr-defined]
            ("", "Choose a promise"),
            *((str(other.pk), other.label) for other in others),
        ]


class CarryForm(DecisionFields):
    into = ChoiceField(label="Carry it under which priority of the next plan?")
    field_order = ["into"]

    def __init__(
        self, *args: Any, drafts: list[tuple[Plan, list[Priority]]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"].choices = [  # type: ignore[attr-defined]
            CHOOSE,
            *(
                (str(priority.pk), f"{plan.title}: {priority}")
                for plan, priorities in drafts
                for priority in priorities
            ),
        ]
