"""What differs under a further priority: words on a placement, fields in a plan file."""

import re
from typing import Any

from frankpledge.plan.models import Placement

NUMBERED = re.compile(r"(\d{1,4})\. (.*)\Z", re.S)


def as_text(differs: dict[str, Any]) -> dict[str, str]:
    found = {name: _text(name, differs.get(name)) for name in Placement.VARIANT_FIELDS}
    return {name: text for name, text in found.items() if text}


def _text(name: str, value: Any) -> str:
    if isinstance(value, str) or not value:
        return value or ""
    if name == "outcomes":
        return "\n".join(_numbered(each) for each in value)
    if name == "update":
        return str(value["text"])
    return "\n".join(map(str, value))


def _numbered(outcome: dict[str, Any]) -> str:
    number = outcome.get("number")
    return outcome["text"] if number is None else f"{number}. {outcome['text']}"


def as_fields(variants: dict[str, str]) -> dict[str, Any]:
    return {name: _field(name, text) for name, text in variants.items()}


def _field(name: str, text: str) -> Any:
    if name == "outcomes":
        return [_outcome(line) for line in text.split("\n")]
    if name == "update":
        return {"text": text, "as_at": None}
    return text.split("\n") if name == "resources" else text


def _outcome(line: str) -> dict[str, Any]:
    found = NUMBERED.match(line)
    number, text = (int(found.group(1)), found.group(2)) if found else (None, line)
    return {"number": number, "text": text, "status": None}
