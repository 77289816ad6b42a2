"""A value as the record and the freezes write it down: the few kinds that JSON knows."""

import datetime
import math
from typing import Any

from django.db import models


def told(value: Any) -> Any:
    """Rows by their name, dates as they are written, lists and tables of these."""
    if isinstance(value, models.Model):
        return str(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [told(item) for item in value]
    if isinstance(value, dict):
        return {key: told(item) for key, item in value.items()}
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return str(value)


def lasting(value: Any) -> Any:
    """A document whose numbers every database gives back as they were, to twelve digits."""
    if isinstance(value, float):
        return _lasting_number(value)
    if isinstance(value, list | tuple):
        return [lasting(item) for item in value]
    if isinstance(value, dict):
        return {str(key): lasting(item) for key, item in value.items()}
    return value


def _lasting_number(value: float) -> int | float | None:
    """PostgreSQL knows no -0.0 and no infinity, and writes 1e16 as a whole number."""
    if not math.isfinite(value):
        return None
    return int(value) if value == int(value) else float(f"{value:.12g}")
