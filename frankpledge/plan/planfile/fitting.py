"""What fits a column. The whole text always stays with the piece that it came from."""

from datetime import date
from decimal import Decimal
from typing import Any

LARGEST = Decimal(10) ** 9
LARGEST_SMALL = 32767


def clipped(text: str | None, most: int) -> str:
    text = text or ""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def small(number: Any) -> int | None:
    return number if isinstance(number, int) and 0 <= number <= LARGEST_SMALL else None


def decimal(value: Any) -> Decimal | None:
    if value is None or isinstance(value, bool):
        return None
    number = Decimal(str(value))
    return None if abs(number) >= LARGEST else number.quantize(Decimal("0.0001"))


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
