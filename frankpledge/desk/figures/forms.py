"""A table as somebody has it: copied from a document, or the document itself."""

from typing import Any

from frankpledge.desk.drafts.forms import ACCEPTED
from frankpledge.reading.limits import LARGEST_FILE
from frankpledge.ui.forms import FileField, LongTextField, UiForm

LONGEST = 100_000


class TableForm(UiForm):
    pasted = LongTextField(
        label="The table",
        hint="Copy it from Word, Excel or a web page, with its column headings, and paste it here.",
        required=False,
        max_length=LONGEST,
        rows=8,
    )
    file = FileField(
        label="Or the document it stands in",
        hint=f"Every table of figures in it is worked out. At most {LARGEST_FILE // 2**20} MB.",
        required=False,
        largest=LARGEST_FILE,
        accept=ACCEPTED,
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if not self.errors and bool(typed.get("pasted")) == bool(typed.get("file")):
            both = bool(typed.get("pasted"))
            self.add_error(
                "pasted",
                "Paste a table or choose a document, not both at once."
                if both
                else "Paste a table, or choose the document that it stands in.",
            )
        return typed
