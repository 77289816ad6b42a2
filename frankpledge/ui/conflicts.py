"""Two people changed the same thing: what the second typed, beside what it says now."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from frankpledge.ui.forms import UiForm
from frankpledge.ui.said import date_long


@dataclass(frozen=True)
class Difference:
    name: str
    label: str
    yours: str
    theirs: str
    base: str  # what it said when the second began to type, where that is known


def conflict(form: UiForm, current: Mapping[str, Any], version: int) -> dict[str, Any]:
    """The context of ui/conflict.html. The form keeps what was typed and can be sent again."""
    form.read_anew(version)
    return {"form": form, "fields": differences(form, current)}


def differences(form: UiForm, current: Mapping[str, Any]) -> list[Difference]:
    found = []
    for name, field in form.fields.items():
        if name not in current:
            continue
        yours = shown(field, form.cleaned_data.get(name, form[name].value()))
        theirs = shown(field, current[name])
        if yours != theirs:
            base = shown(field, form.initial[name]) if name in form.initial else ""
            found.append(Difference(name, str(field.label), yours, theirs, base))
    return found


def shown(field: forms.Field, value: Any) -> str:
    """A value as a person would read it."""
    if value is None or value in ("", [], ()):
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime.date):
        return date_long(value)
    words = {str(key): str(label) for key, label in getattr(field, "choices", ())}
    if isinstance(value, list | tuple | set):
        return "\n".join(words.get(str(one), str(one)) for one in value)
    return words.get(str(value), str(value)).replace("\r\n", "\n").strip()
