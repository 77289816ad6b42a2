"""Lists that people type one a line."""

from collections.abc import Sequence


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def one_a_line(items: Sequence[str]) -> str:
    return "\n".join(items)
