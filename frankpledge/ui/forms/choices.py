"""Fields for choosing: one of several, several of several, yes or no."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from frankpledge.ui.forms.wording import choose, options


class Choosing(forms.Select):
    template_name = "ui/forms/select.html"


@dataclass(frozen=True)
class Group:
    """Choices under a name: folded away until one of them is chosen."""

    name: str | None
    options: list[dict[str, Any]]
    index: int

    @property
    def chosen(self) -> int:
        return sum(bool(option["selected"]) for option in self.options)


class Listed(forms.RadioSelect):
    """Radios or checkboxes, each with its hint and perhaps its mark."""

    template_name = "ui/forms/listed.html"
    kind = "radios"

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        field = self.field
        return {
            **option,
            "hint": field.hints.get(str(value), ""),
            "mark": field.marks.get(str(value), ""),
        }

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        groups = [Group(*found) for found in context["widget"]["optgroups"]]
        listed = [option for group in groups for option in group.options]
        folded = [group for group in groups if group.name]
        inline = getattr(self.field, "inline", False)
        told = {"listed": listed, "folded": folded, "kind": self.kind, "inline": inline}
        return {**context, **told}

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """The first has the plain id, so that the error summary leads to it."""
        return id_ if not id_ or index in (None, "0", "0_0") else f"{id_}_{index}"

    field: Any


class Ticked(Listed):
    input_type = "checkbox"
    allow_multiple_selected = True
    kind = "checkboxes"
    use_required_attribute = forms.CheckboxSelectMultiple.use_required_attribute
    value_from_datadict = forms.CheckboxSelectMultiple.value_from_datadict
    value_omitted_from_data = forms.CheckboxSelectMultiple.value_omitted_from_data


class WithHints:
    """Choices may carry a hint: (value, words, hint). They may also be set later."""

    hints: dict[str, str]
    marks: Mapping[str, str]

    def _two(self, choices: Any) -> Any:
        if callable(choices):
            choices = choices()
        rows = list(choices)
        self.hints = {str(row[0]): row[2] for row in rows if len(row) > 2}
        return [(row[0], row[1]) for row in rows]

    def __deepcopy__(self, memo: dict[int, Any]) -> Any:
        copied = super().__deepcopy__(memo)  # type: ignore[misc]
        copied.hints = dict(self.hints)
        copied.widget.field = copied
        return copied


class ChoiceField(WithHints, forms.ChoiceField):
    """One of a few: a list to open, or radios."""

    error_class = "govuk-select--error"

    def __init__(
        self,
        *,
        label: str,
        choices: Any = (),
        hint: str = "",
        required: bool = True,
        radios: bool = False,
        marks: Mapping[str, str] | None = None,
        inline: bool = False,
        empty: str = "",
        **rest: Any,
    ) -> None:
        self.hints, self.marks, self.inline = {}, marks or {}, inline
        widget = Listed() if radios else Choosing(attrs={"class": "govuk-select"})
        widget.field = self  # type: ignore[union-attr]
        given = options(label, hint, empty or choose(label), required, rest)
        given["error_messages"] = {
            "invalid_choice": f"{choose(label)}: what was sent is not in the list",
            **given["error_messages"],  # type: ignore[dict-item]
        }
        super().__init__(widget=widget, choices=choices, **given)  # type: ignore[arg-type]

    @property
    def choices(self) -> Any:
        return self._choices

    @choices.setter
    def choices(self, value: Any) -> None:
        self._choices = self.widget.choices = self._two(value)  # type: ignore[attr-defined]


class ChecksField(WithHints, forms.MultipleChoiceField):
    """Any number of a few."""

    error_class = ""

    def __init__(
        self,
        *,
        label: str,
        choices: Any = (),
        hint: str = "",
        required: bool = True,
        marks: Mapping[str, str] | None = None,
        empty: str = "",
        **rest: Any,
    ) -> None:
        self.hints, self.marks = {}, marks or {}
        widget = Ticked()
        widget.field = self
        given = options(label, hint, empty or f"Choose at least one for ‘{label}’", required, rest)
        given["error_messages"] = {
            "invalid_choice": "Choose from the list: what was sent is not in it",
            "invalid_list": "Choose from the list",
            **given["error_messages"],  # type: ignore[dict-item]
        }
        super().__init__(widget=widget, choices=choices, **given)  # type: ignore[arg-type]

    @property
    def choices(self) -> Any:
        return self._choices

    @choices.setter
    def choices(self, value: Any) -> None:
        self._choices = self.widget.choices = self._two(value)  # type: ignore[attr-defined]


class Tick(forms.CheckboxInput):
    template_name = "ui/forms/tick.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        given = context["widget"]["attrs"]
        return {**context, "described": given.get("aria-describedby", "")}


class CheckField(forms.BooleanField):
    """Yes or no: one box with its words beside it."""

    error_class = ""
    draws_label = True
    widget = Tick

    def __init__(
        self, *, label: str, hint: str = "", required: bool = False, empty: str = "", **rest: Any
    ) -> None:
        given = options(label, hint, empty or f"Tick ‘{label}’ to go on", required, rest)
        super().__init__(**given)  # type: ignore[arg-type]

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"class": "govuk-checkboxes__input", "words": self.label, "hint": self.help_text}
