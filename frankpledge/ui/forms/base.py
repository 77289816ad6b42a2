"""What every form has: our markup, a version for two people at once, and a way to be refused."""

from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import SafeString

from frankpledge.ui.forms.bound import Complaint, UiBoundField, complaints


class UiRenderer(DjangoTemplates):
    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"


class UiForm(forms.Form):
    # one for all forms: it keeps the templates it has read
    default_renderer = UiRenderer()
    bound_field_class = UiBoundField
    use_required_attribute = False

    def __init__(self, *args: Any, version: int | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self._version = version

    @property
    def version(self) -> int | None:
        """The version that was read. One that was meddled with is 0, which is never current."""
        if not self.is_bound or self._version is None:
            return self._version
        sent = str(self.data.get(self.add_prefix("version"), ""))
        return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else 0

    def read_anew(self, version: int) -> None:
        """From now on what is sent was typed with this version in view."""
        self._version = version
        if self.is_bound:
            data: Any = self.data.copy()  # type: ignore[attr-defined]
            data[self.add_prefix("version")] = str(version)
            self.data = data

    def refuse(self, sentence: str, field: str = "") -> None:
        """Why a change was refused, beside its field where it has one here."""
        self.add_error(field if field in self.fields else None, sentence)

    @property
    def complaints(self) -> list[Complaint]:
        """Every error with the input it leads to, in the order of the page."""
        return complaints(self)

    @property
    def hidden_version(self) -> SafeString | str:
        if self.version is None:
            return ""
        widget = forms.HiddenInput()
        return widget.render(self.add_prefix("version"), self.version, renderer=self.renderer)
