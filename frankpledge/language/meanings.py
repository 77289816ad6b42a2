"""What a reading consists of: the shared pieces."""

from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any


def plain(value: Any) -> Any:
    """The value in the few kinds that JSON knows."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return _simple(value)


def _simple(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    whole = isinstance(value, float) and value.is_integer()
    return int(value) if whole else value


class Meaning:
    """A piece of a reading that can be written down as JSON."""

    def to_dict(self) -> dict[str, Any]:
        return dict(plain(self))


@dataclass(frozen=True)
class Finding(Meaning):
    code: str
    message: str


@dataclass(frozen=True)
class Question(Meaning):
    code: str
    text: str
    suggestion: str


@dataclass(frozen=True)
class Every(Meaning):
    """Something that comes round: `times` in every `n` `unit`s."""

    n: int
    unit: str
    times: int = 1


@dataclass(frozen=True)
class Period(Meaning):
    start: date | None
    end: date | None
    precision: str
    findings: tuple[Finding, ...] = ()
