"""A field for one file. What is in it is judged by whoever takes it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from frankpledge.ui.forms.wording import options


class FilePick(forms.FileInput):
    template_name = "ui/forms/file.html"


class FileField(forms.FileField):
    error_class = "govuk-file-upload--error"
    widget = FilePick

    def __init__(
        self,
        *,
        label: str,
        hint: str = "",
        required: bool = True,
        largest: int = 10_000_000,
        accept: str = "",
        empty: str = "",
        **rest: Any,
    ) -> None:
        self.largest, self.accept = largest, accept
        given = options(label, hint, empty or f"Choose a file for ‘{label}’", required, rest)
        given["error_messages"] = {
            "empty": "This file is empty. Choose another.",
            "invalid": "The file did not arrive. Choose it again.",
            "missing": "The file did not arrive. Choose it again.",
            **given["error_messages"],  # type: ignore[dict-item]
        }
        super().__init__(**given)  # type: ignore[arg-type]

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"class": "govuk-file-upload", **({"accept": self.accept} if self.accept else {})}

    def to_python(self, data: Any) -> Any:
        file = super().to_python(data)
        if file and file.size > self.largest:
            raise ValidationError(
                f"This file has {_size(file.size)}. It may have {_size(self.largest)}.", code="size"
            )
        return file


def _size(number: int) -> str:
    return f"{number / 1e6:.1f} MB" if number >= 1_000_000 else f"{max(1, number // 1000)} KB"
