"""Reads a published document: its dates, and the places where a text was taken out by law. Pure."""

import datetime
from typing import Any

WITHDRAWN = "(taken out, as the law requires)"


def readable(value: Any) -> Any:
    """The same document, with words where a text was withdrawn."""
    if isinstance(value, dict):
        if set(value) == {"withdrawn-text"}:
            return WITHDRAWN
        return {key: readable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [readable(item) for item in value]
    return value


def date(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def day(text: str | None) -> datetime.date | None:
    return date(text) if text else None
