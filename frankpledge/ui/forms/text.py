"""Fields for words."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from frankpledge.ui.forms.typed import tidy
from frankpledge.ui.forms.wording import characters, fill_in, options


class TextField(forms.CharField):
    """One line of words."""

    lines = False
    error_class = "govuk-input--error"

    def __init__(
        self,
        *,
        label: str,
        hint: str = "",
        required: bool = True,
        max_length: int = 200,
        width: int = 0,
        empty: str = "",
        autocomplete: str = "off",
        **rest: Any,
    ) -> None:
        self.longest, self.width, self.autocomplete = max_length, width, autocomplete
        given = options(label, hint, empty or fill_in(label), required, rest)
        super().__init__(strip=False, **given)  # type: ignore[arg-type]

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        size = f" govuk-input--width-{_size(self.width)}" if self.width else ""
        return {**attrs, "class": f"govuk-input{size}", "autocomplete": self.autocomplete}

    def to_python(self, value: Any) -> str:
        return tidy(str(value), lines=self.lines) if value not in self.empty_values else ""

    def run_validators(self, value: Any) -> None:
        over = len(value) - self.longest
        if over > 0:
            raise ValidationError(
                f"Shorten this by {characters(over)}. It may have {self.longest:,}.", code="long"
            )
        super().run_validators(value)


def _size(width: int) -> int:
    """The design system's widths: the smallest that holds so many characters."""
    return next((size for size in (2, 3, 4, 5, 10, 20, 30) if size >= width), 30)


class LongTextField(TextField):
    """Several lines of words."""

    lines = True
    error_class = "govuk-textarea--error"
    widget = forms.Textarea

    def __init__(self, *, max_length: int = 5000, rows: int = 5, **rest: Any) -> None:
        self.rows = rows
        super().__init__(max_length=max_length, **rest)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"class": "govuk-textarea", "rows": self.rows, "cols": False}


class PeopleTextField(LongTextField):
    """Names, one a line. Gives a list."""

    def __init__(self, *, each: int = 200, most: int = 100, **rest: Any) -> None:
        self.each, self.most = each, most
        super().__init__(max_length=each * most, **rest)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> list[str]:  # type: ignore[override]
        text = super().clean(value)
        names = [re.sub(r"\s+", " ", line).strip() for line in text.split("\n") if line.strip()]
        if len(names) > self.most:
            raise ValidationError(f"Type at most {self.most} lines; there are {len(names)}")
        for number, name in enumerate(names, 1):
            if len(name) > self.each:
                over = characters(len(name) - self.each)
                raise ValidationError(f"Shorten line {number} by {over}. It may have {self.each}.")
        return names

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class EmailField(TextField):
    widget = forms.EmailInput

    def __init__(self, *, autocomplete: str = "email", **rest: Any) -> None:
        super().__init__(max_length=254, autocomplete=autocomplete, **rest)

    def run_validators(self, value: Any) -> None:
        super().run_validators(value)
        try:
            validate_email(value) if value else None
        except ValidationError:
            raise ValidationError(
                "Type an email address in full, such as name@example.org", code="email"
            ) from None
