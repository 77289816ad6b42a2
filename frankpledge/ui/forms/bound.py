"""A field in its form: what its input is told, and where its errors lead."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.boundfield import BoundField


class UiBoundField(BoundField):
    def build_widget_attrs(self, attrs: dict[str, Any], widget: Any = None) -> dict[str, Any]:
        built: dict[str, Any] = super().build_widget_attrs(attrs, widget)
        chosen = widget or self.field.widget
        error_class = getattr(self.field, "error_class", "")
        if self.errors and error_class and not self.use_fieldset:
            built["class"] = f"{chosen.attrs.get('class', '')} {error_class}".strip()
        if self.wrong_parts:
            built["wrong"] = self.wrong_parts
        return built

    @property
    def wrong_parts(self) -> list[str]:
        """Of a date, the parts that are wrong; all of them where the error names none."""
        if self.field.widget.template_name != "ui/forms/date_parts.html":
            return []
        codes = [str(error.code or "") for error in self.errors.as_data()]
        named = [part for code in codes if code.startswith("date ") for part in code.split()[1:]]
        return named or (["day", "month", "year"] if codes else [])

    @property
    def target(self) -> str:
        """The id of the input that an error of this field is about."""
        parts = self.wrong_parts
        return f"{self.auto_id}_{parts[0]}" if parts else self.auto_id

    @property
    def draws_label(self) -> bool:
        return getattr(self.field, "draws_label", False)

    @property
    def is_optional(self) -> bool:
        return not self.field.required and not self.draws_label


@dataclass(frozen=True)
class Complaint:
    words: str
    label: str = ""  # before the words, where they do not name the field themselves
    target: str = ""


def complaints(form: forms.Form) -> list[Complaint]:
    listed = [Complaint(str(words)) for words in form.errors.get(NON_FIELD_ERRORS, [])]
    for bound in form:
        for words in bound.errors:
            label = str(bound.label)
            named = label in words
            ending = "" if label.endswith("?") else ":"
            target = getattr(bound, "target", "")
            listed.append(Complaint(str(words), "" if named else f"{label}{ending}", target))
    return listed
