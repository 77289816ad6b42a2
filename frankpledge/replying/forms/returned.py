"""A form that comes back as a file."""

from typing import Any

from frankpledge.ui.forms import ChoiceField, FileField, UiForm

ACCEPT = ".xlsx,.docx"


class ReturnForm(UiForm):
    file = FileField(
        label="Your workbook or Word form",
        hint="Up to 10 MB. You see what was read before anything is sent.",
        accept=ACCEPT,
        empty="Choose the file that you filled in",
    )


class PutInForm(ReturnForm):
    """The desk's: whose it is can be said, where the file has lost it."""

    field_order = ["whose", "file"]

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        listed = [("", "As the file says"), *choices]
        self.fields["whose"] = ChoiceField(label="Whose is it?", choices=listed, required=False)
        self.order_fields(self.field_order)
