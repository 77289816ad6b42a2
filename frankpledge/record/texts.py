"""Texts that no database keeps alike: PostgreSQL refuses a null, neither takes half a letter."""

from typing import Any

from frankpledge.record.errors import Refused


def refuse_unkeepable(name: str, value: Any) -> None:
    if _is_unkeepable(value):
        label = name.replace("_", " ").capitalize()
        raise Refused(f"{label}: it holds a character that cannot be kept.", field=name)


def _is_unkeepable(value: Any) -> bool:
    if isinstance(value, str):
        return "\x00" in value or any("\ud800" <= letter <= "\udfff" for letter in value)
    if isinstance(value, dict):
        return any(_is_unkeepable(one) for pair in value.items() for one in pair)
    return isinstance(value, list | tuple) and any(map(_is_unkeepable, value))
