"""A value as the record and the freezes write it down: the few kinds that JSON knows."""

import datetime
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
