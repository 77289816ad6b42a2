"""One cell of a printed table: 7,215; -11%; (343); 5th; 2=; 343 fewer crimes."""

import re
from dataclasses import dataclass
from fractions import Fraction

CELL = re.compile(
    r"(?P<open>\()?\s*(?P<sign>[-+\N{MINUS SIGN}\N{EN DASH}])?\s*£?\s*"
    r"(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?\s*(?P<close>\))?"
    r"\s*(?P<unit>%|per\s?cent\b|=|(?:st|nd|rd|th)\b=?)?\s*(?P<close2>\))?"
    r"(?P<words>(?:\s+[a-z]+){0,4})\s*\Z",
    re.IGNORECASE,
)
DOWN = re.compile(r"\b(?:fewer|less|lower|down|decrease|reduction|fall)\b", re.IGNORECASE)
UP = re.compile(r"\b(?:more|higher|up|increase|rise)\b", re.IGNORECASE)
HELD_BACK = {"*", "c", "[c]", "..", ":", "supp"}


@dataclass(frozen=True)
class Cell:
    text: str
    value: Fraction
    places: int
    percent: bool
    ordinal: bool
    signed: bool


def read_cell(text: str) -> Cell | None:
    found = CELL.match(text.strip())
    if not found or bool(found["open"]) != bool(found["close"] or found["close2"]):
        return None
    unit, words = (found["unit"] or "").lower(), found["words"]
    value = Fraction(found["whole"].replace(",", "") + (found["part"] or ""))
    down = bool(DOWN.search(words))
    minus = found["sign"] not in {None, "+"} or bool(found["open"]) or down
    return Cell(
        text=text.strip(),
        value=-value if minus else value,
        places=len(found["part"] or ".") - 1,
        percent=unit == "%" or unit.startswith("per"),
        ordinal=bool(unit) and unit != "%" and not unit.startswith("per"),
        signed=minus or found["sign"] == "+" or bool(UP.search(words)),
    )


def held_back(text: str) -> bool:
    return text.strip().lower() in HELD_BACK
