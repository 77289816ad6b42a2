"""Fields for figures."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from frankpledge.ui.forms.typed import tidy
from frankpledge.ui.forms.wording import fill_in, options

_WHOLE = re.compile(r"[-−]?[0-9]{1,15}")
_DECIMAL = re.compile(r"[-−]?(?:[0-9]{1,15}(?:\.[0-9]*)?|\.[0-9]+)")


class NumberField(forms.Field):
    """A whole number."""

    error_class = "govuk-input--error"
    widget = forms.TextInput
    shape = _WHOLE
    example = "Type this as a whole number, such as 3. Nought is a number."
    inputmode = "numeric"

    def __init__(
        self,
        *,
        label: str,
        hint: str = "",
        required: bool = True,
        least: int | Decimal | None = None,
        most: int | Decimal | None = None,
        width: int = 5,
        empty: str = "",
        **rest: Any,
    ) -> None:
        self.least, self.most, self.width = least, most, width
        given = options(label, hint, empty or fill_in(label), required, rest)
        super().__init__(**given)  # type: ignore[arg-type]

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        size = next((size for size in (2, 3, 4, 5, 10, 20) if size >= self.width), 20)
        return {
            "class": f"govuk-input fp-num govuk-input--width-{size}",
            "inputmode": self.inputmode,
            "autocomplete": "off",
        }

    def to_python(self, value: Any) -> Any:
        text = re.sub(r"[,\s]", "", tidy(str(value), lines=False)) if value is not None else ""
        if not text:
            return None
        if not self.shape.fullmatch(text):
            raise ValidationError(self.example, code="shape")
        return self.number(text.replace("−", "-"))

    def number(self, text: str) -> Any:
        return int(text)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is None:
            return
        if self.least is not None and value < self.least:
            raise ValidationError(f"The number must be {self.least:,} or more", code="least")
        if self.most is not None and value > self.most:
            raise ValidationError(f"The number must be {self.most:,} or less", code="most")


class DecimalField(NumberField):
    """A number that may have decimals."""

    shape = _DECIMAL
    example = "Type this as a number, such as 12 or 0.5. Nought is a number."
    inputmode = "decimal"

    def __init__(self, *, digits: int = 12, places: int = 4, width: int = 10, **rest: Any) -> None:
        self.digits, self.places = digits, places
        super().__init__(width=width, **rest)

    def prepare_value(self, value: Any) -> Any:
        return f"{value.normalize():f}" if isinstance(value, Decimal) else value

    def number(self, text: str) -> Decimal:
        value = Decimal(text)
        if -int(value.normalize().as_tuple().exponent) > self.places:
            raise ValidationError(f"Give at most {self.places} decimals", code="places")
        if abs(value) >= 10 ** (self.digits - self.places):
            most = f"{10 ** (self.digits - self.places):,}"
            raise ValidationError(f"The number must be less than {most}", code="most")
        return value
