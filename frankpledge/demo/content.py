"""The county's files."""

from pathlib import Path
from typing import Any

import yaml

from frankpledge.demo.days import Days, filled_in

COUNTY = Path(__file__).parent / "county"
# An ended partnership comes before its successor, and whoever lends a group before who borrows it.
ORDER = [
    "loamshire",
    "marshwick",
    "vale-of-amory",
    "wychford",
    "calderbrook",
    "haverleigh",
    "thornhay",
    "penbury",
    "oxney",
    "skelder-moor",
    "dunmere",
    "brackenholt",
]

Doc = dict[str, Any]


def read(name: str, days: Days) -> Doc:
    text = (COUNTY / f"{name}.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content: Doc = filled_in(yaml.load(text, Loader=loader), days.text)  # noqa: S506 (safe ones)
    return content


def as_list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
