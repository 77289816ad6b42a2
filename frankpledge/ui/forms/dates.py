"""A date as day, month and year. Which part is wrong is said and shown."""

import calendar
import datetime
from collections.abc import Mapping
from typing import Any, NoReturn

from django import forms
from django.core.exceptions import ValidationError

from frankpledge.ui.forms.wording import options

PARTS = ("day", "month", "year")
FIRST_YEAR, LAST_YEAR = 1900, 2200
_MONTHS = [name.lower() for name in calendar.month_name]
_SHORT = [name.lower() for name in calendar.month_abbr]


class DateParts(forms.Widget):
    template_name = "ui/forms/date_parts.html"
    use_fieldset = True

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        typed = [str(data.get(f"{name}_{part}", "")).strip() for part in PARTS]
        return typed if any(typed) else None

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not any(f"{name}_{part}" in data for part in PARTS)

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_day" if id_ else id_

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        wrong = (attrs or {}).pop("wrong", ())
        context = super().get_context(name, value, attrs)
        id_ = (attrs or {}).get("id", f"id_{name}")
        context["parts"] = [
            {
                "name": f"{name}_{part}",
                "id": f"{id_}_{part}",
                "label": part.capitalize(),
                "value": typed,
                "width": 4 if part == "year" else 2,
                "wrong": part in wrong,
            }
            for part, typed in zip(PARTS, _typed(value), strict=True)
        ]
        return context


def _typed(value: Any) -> list[str]:
    if isinstance(value, str):
        try:
            value = datetime.date.fromisoformat(value)
        except ValueError:
            return ["", "", ""]
    if isinstance(value, datetime.date):
        return [str(value.day), str(value.month), str(value.year)]
    return list(value) if value else ["", "", ""]


class DatePartsField(forms.Field):
    error_class = ""
    widget = DateParts

    def __init__(
        self, *, label: str, hint: str = "", required: bool = True, empty: str = "", **rest: Any
    ) -> None:
        wanted = empty or f"Type a date for ‘{label}’, such as 27 3 2027"
        super().__init__(**options(label, hint, wanted, required, rest))  # type: ignore[arg-type]

    def to_python(self, value: Any) -> datetime.date | None:
        if not value:
            return None
        typed = dict(zip(PARTS, value, strict=True))
        missing = [part for part in PARTS if not typed[part]]
        if missing:
            _refuse(f"The date must include a {' and a '.join(missing)}", missing)
        month = _month(typed["month"])
        day, year = _whole(typed["day"]), _whole(typed["year"])
        odd = [part for part, number in zip(PARTS, (day, month, year), strict=True) if not number]
        if odd:
            _refuse("The date must be a real one, such as 27 3 2027", odd)
        return _date(day, month, year)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _typed(initial) != _typed(data)


def _date(day: int, month: int, year: int) -> datetime.date:
    if year < 100:
        _refuse("Type the year in full, such as 2027", ["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        _refuse(f"The year must be between {FIRST_YEAR} and {LAST_YEAR}", ["year"])
    try:
        return datetime.date(year, month, day)
    except ValueError:
        wrong = ["month"] if month > 12 else ["day"]
        _refuse("The date must be a real one, such as 27 3 2027", wrong)


def _whole(text: str) -> int:
    """Nought where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else 0


def _month(text: str) -> int:
    word = text.lower()
    return next((names.index(word) for names in (_MONTHS, _SHORT) if word in names), _whole(text))


def _refuse(sentence: str, parts: list[str]) -> NoReturn:
    raise ValidationError(sentence, code="date " + " ".join(parts))
