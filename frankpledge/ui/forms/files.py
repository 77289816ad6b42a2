"""A field for one file, or for several. What is in them is judged by whoever takes them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from frankpledge.ui.forms.wording import options


class FilePick(forms.FileInput):
    template_name = "ui/forms/file.html"


class FilesPick(FilePick):
    allow_multiple_selected = True


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


class FilesField(FileField):
    """Several at once: a list. The largest is that of all together."""

    widget = FilesPick

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        given = data if isinstance(data, list) else [data] if data else []
        if not given:
            super().clean(None, initial)
            return []
        made, wrong = [], []
        for each in given:
            try:
                made.append(super().clean(each))
            except ValidationError as error:
                wrong += [f"{each.name}: {words}" for words in error.messages]
        if wrong:
            raise ValidationError(wrong)
        whole = sum(each.size for each in made)
        if whole > self.largest:
            raise ValidationError(
                f"Together they have {_size(whole)}. They may have {_size(self.largest)}.",
                code="size",
            )
        return made


def _size(number: int) -> str:
    return f"{number / 1e6:.1f} MB" if number >= 1_000_000 else f"{max(1, number // 1000)} KB"
