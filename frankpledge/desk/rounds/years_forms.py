"""How every promise of a plan ends, on one form."""

import datetime
from typing import Any

from frankpledge.plan.models import Action, Plan
from frankpledge.progress.changes import ENDINGS, Ending
from frankpledge.ui.forms import ChoiceField, DatePartsField, TextField, UiForm

NO_DRAFT = "None: nothing is carried forward"


class EndForm(UiForm):
    on = DatePartsField(label="When was it decided?")
    decided_by = TextField(
        label="Who decided?", hint="Such as: the board, minute 6", max_length=160
    )
    why = TextField(label="Why does the plan end?", hint="Such as: its years are over")
    next_plan = ChoiceField(label="Into which plan are promises carried?", required=False)

    def __init__(self, *args: Any, actions: list[Action], drafts: list[Plan], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.actions = actions
        offered = [("", NO_DRAFT), *((str(one.pk), one.title) for one in drafts)]
        self.fields["next_plan"].choices = offered  # type: ignore[attr-defined]
        for action in actions:
            self.fields[f"ending-{action.pk}"] = ChoiceField(
                label=action.label, choices=[("", "Choose"), *ENDINGS], empty=_say(action)
            )
            self.fields[f"why-{action.pk}"] = TextField(
                label="Why?", hint="Wanted where it is dropped.", required=False
            )

    @property
    def endings(self) -> dict[int, Ending]:
        given = self.cleaned_data
        return {
            one.pk: Ending(given[f"ending-{one.pk}"], given[f"why-{one.pk}"])
            for one in self.actions
        }


def _say(action: Action) -> str:
    return f"Say how {action.ref or action.label} ends"


class NextPlanForm(UiForm):
    title = TextField(label="What is it called?", max_length=200)
    starts = DatePartsField(label="First day")
    ends = DatePartsField(label="Last day")


def a_year_on(starts: datetime.date, ends: datetime.date) -> tuple[datetime.date, datetime.date]:
    """As long as the plan before, from the day after it."""
    first = ends + datetime.timedelta(days=1)
    return first, first + (ends - starts)
