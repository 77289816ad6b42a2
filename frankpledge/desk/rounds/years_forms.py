"""How the promises of a plan end: a form for each heading, and one that closes the plan."""

import datetime
from collections.abc import Sequence
from typing import Any

from frankpledge.plan.models import Plan
from frankpledge.progress.changes import ENDINGS, Ending
from frankpledge.progress.queries import EndingRow
from frankpledge.ui.forms import ChoiceField, DatePartsField, TextField, UiForm

NO_DRAFT = "None: nothing is carried forward"


class EndingsForm(UiForm):
    """The promises of one heading. Nothing need be said yet, and what is said can be changed."""

    def __init__(self, *args: Any, rows: Sequence[EndingRow], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.rows = rows
        for row in rows:
            self.fields[f"ending-{row.action.pk}"] = ChoiceField(
                label=row.action.label,
                hint=f"Now: {row.shown.label}",
                choices=ENDINGS,
                radios=True,
                inline=True,
                required=False,
            )
            self.fields[f"why-{row.action.pk}"] = TextField(
                label="Why, where it is dropped",
                required=False,
                max_length=500,
            )

    @property
    def promises(self) -> list[tuple[EndingRow, Any, Any]]:
        """Each with its two fields, as the page shows them."""
        return [
            (row, self[f"ending-{row.action.pk}"], self[f"why-{row.action.pk}"])
            for row in self.rows
        ]

    @property
    def endings(self) -> dict[int, Ending]:
        given = self.cleaned_data
        return {
            row.action.pk: Ending(given[f"ending-{row.action.pk}"], given[f"why-{row.action.pk}"])
            for row in self.rows
        }


def noted_of(rows: Sequence[EndingRow]) -> dict[str, str]:
    hows = {f"ending-{row.action.pk}": row.how for row in rows}
    return hows | {f"why-{row.action.pk}": row.why for row in rows}


class EndForm(UiForm):
    on = DatePartsField(label="When was it decided?")
    decided_by = TextField(
        label="Who decided?", hint="Such as: the board, minute 6", max_length=160
    )
    why = TextField(label="Why does the plan end?", hint="Such as: its years are over")
    next_plan = ChoiceField(label="Into which plan are promises carried?", required=False)

    def __init__(self, *args: Any, drafts: list[Plan], **rest: Any) -> None:
        super().__init__(*args, **rest)
        offered = [("", NO_DRAFT), *((str(one.pk), one.title) for one in drafts)]
        self.fields["next_plan"].choices = offered  # type: ignore[attr-defined]


class NextPlanForm(UiForm):
    title = TextField(label="What is it called?", max_length=200)
    starts = DatePartsField(label="First day")
    ends = DatePartsField(label="Last day")


def a_year_on(starts: datetime.date, ends: datetime.date) -> tuple[datetime.date, datetime.date]:
    """As long as the plan before, from the day after it."""
    first = ends + datetime.timedelta(days=1)
    return first, first + (ends - starts)
