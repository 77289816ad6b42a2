"""A tick beside each update in words: whether the public may read it."""

from collections.abc import Sequence
from typing import Any

from frankpledge.plan.models import Standing
from frankpledge.ui.forms import CheckField, UiForm


class WordsForm(UiForm):
    """Only what is ticked changes, so that what comes meanwhile is left as it is."""

    def __init__(
        self, *args: Any, unread: Sequence[Standing], shown: Sequence[Standing], **rest: Any
    ) -> None:
        super().__init__(*args, **rest)
        self.all_unread, self.all_shown = unread, shown
        for one in unread:
            self.fields[f"show-{one.pk}"] = CheckField(
                label="The public may read this", required=False
            )
        for one in shown:
            self.fields[f"hide-{one.pk}"] = CheckField(
                label="Take it back from the public", required=False
            )

    @property
    def unread(self) -> list[tuple[Standing, Any]]:
        return [(one, self[f"show-{one.pk}"]) for one in self.all_unread]

    @property
    def shown(self) -> list[tuple[Standing, Any]]:
        return [(one, self[f"hide-{one.pk}"]) for one in self.all_shown]

    def ticked(self, how: str) -> list[Standing]:
        rows = self.all_unread if how == "show" else self.all_shown
        return [one for one in rows if self.cleaned_data[f"{how}-{one.pk}"]]
