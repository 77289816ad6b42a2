"""Figures as tables print them: 7,215; -11%; 5th; 343 fewer crimes."""

import re
from dataclasses import dataclass

NUMBER = re.compile(
    r"\s*(?:£\s?)?([+-]|\N{MINUS SIGN}|\N{EN DASH})?\s*(?:£\s?)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?"
    r"\s*(%|\s?(?:st|nd|rd|th)\b)?"
    r"\s*(.{0,40})\Z",
    re.I | re.S,
)
DOWN = re.compile(r"\b(?:fewer|less|lower|down|decrease|reduction|fall)\b", re.I)
UP = re.compile(r"\b(?:more|higher|up|increase|rise)\b", re.I)
NOUGHT = re.compile(r"\s*(?:n/?a|nil|-|\N{EN DASH}|\*|c|\.\.)?\s*\Z", re.I)


@dataclass(frozen=True)
class Figure:
    value: float
    decimals: int
    percent: bool
    rank: bool
    words: str
    signed: bool

    @property
    def count(self) -> bool:
        return not self.percent and not self.rank and not self.words


def figure(text: str) -> Figure | None:
    found = NUMBER.match(text)
    if not found:
        return None
    sign, whole, part, unit, after = found.groups()
    after = after.strip()
    if len(after.split()) > 4 or (after and (after[0] in ".)/-" or after[0].isdecimal())):
        return None
    value = float(whole.replace(",", "") + (part or ""))
    minus = (sign not in {None, "+"}) or bool(DOWN.search(after))
    unit = (unit or "").strip().lower()
    return Figure(
        -value if minus else value,
        len(part or ".") - 1,
        unit == "%",
        unit not in {"", "%"},
        after,
        bool(sign or DOWN.search(after) or UP.search(after)),
    )


def is_figure(text: str) -> bool:
    return figure(text) is not None


def is_nothing(text: str) -> bool:
    return bool(NOUGHT.match(text))
