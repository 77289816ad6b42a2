"""A cell of ours back into the field it holds."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from frankpledge.language import read_leads
from frankpledge.reading.blocks import Cell, Line
from frankpledge.reading.own.layout import AS_AT, GONE, MONTHS, NO_COLOUR, NOTHING, OVERALL, STRUCK
from frankpledge.reading.understanding.colours import colour_of
from frankpledge.reading.understanding.statuses import status as understood
from frankpledge.reading.words import words

Status = dict[str, Any]
TYPED = "• "
NUMBERED = re.compile(r"(\d{1,9})\.(?: (.*))?\Z", re.S)
COLOURED = re.compile(rf"(?:(.*) )?\[(red|amber|green|blue|grey|{NO_COLOUR})\]\Z", re.S)
DAY = r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})"
ON = re.compile(rf"{AS_AT} {DAY}\Z")
SPAN = re.compile(rf"(?:(.*) \()?{DAY} to {DAY}\)?\Z", re.S)


def with_items(cell: Cell, *, after: int = 0) -> Cell:
    """A paper in Word has its bullets typed: there they are taken for what they are."""
    items = (_as_item(line) for line in cell.lines[after:])
    return replace(cell, lines=(*cell.lines[:after], *items))


def _as_item(line: Line) -> Line:
    typed = not line.item and line.text.startswith(TYPED)
    return replace(line, text=line.text.removeprefix(TYPED), item=True) if typed else line


def text_of(cell: Cell) -> str | None:
    return " ".join(line.text for line in cell.lines) or None


def texts_of(cell: Cell) -> list[str]:
    return [line.text for line in cell.lines]


def leads_of(text: str | None) -> list[dict[str, Any]]:
    return [
        {
            "organisation": lead.organisation or None,
            "person": lead.person or None,
            "post": lead.post or None,
            "group": lead.group or None,
            **({"everyone": True} if lead.everyone else {}),
        }
        for lead in read_leads(text or "")
    ]


def outcomes_of(cell: Cell) -> list[dict[str, Any]]:
    return [{**_numbered(line), "status": None} for line in cell.lines]


def _numbered(line: Line) -> dict[str, Any]:
    found = None if line.item else NUMBERED.match(line.text)
    if found is None:
        return {"number": None, "text": line.text}
    return {"number": int(found.group(1)), "text": found.group(2) or ""}


def without_struck(cell: Cell) -> tuple[Cell, bool]:
    struck = bool(cell.lines) and cell.lines[-1].text in (STRUCK, GONE)
    return (replace(cell, lines=cell.lines[:-1]), True) if struck else (cell, False)


def stand(cell: Cell, outcomes: list[dict[str, Any]]) -> Status | None:
    """Gives each outcome its line of the cell, and returns what is said of the whole row."""
    lines = list(cell.lines)
    whole: Status | None = None
    overall = f"{OVERALL}: "
    if lines and not lines[0].item and lines[0].text.startswith(overall):
        whole = _status(lines.pop(0).text.removeprefix(overall))
    elif not _of_outcomes(lines, outcomes):
        plain = " ".join(line.text for line in lines)
        return _status(plain, cell.shade)
    for outcome, line in zip(outcomes, lines, strict=False):
        outcome["status"] = _status(_numbered(line)["text"])
    return whole


def _of_outcomes(lines: list[Line], outcomes: list[dict[str, Any]]) -> bool:
    return (
        bool(lines)
        and len(lines) == len(outcomes)
        and all(line.item or NUMBERED.match(line.text) for line in lines)
    )


def _status(text: str, shade: str | None = None) -> Status | None:
    """A shade counts where the words name no colour: somebody may have shaded the cell since."""
    if text == NOTHING:
        return None
    told = COLOURED.match(text)
    if told is None:
        return _bare(text, shade)
    words_of, colour = told.group(1) or "", told.group(2)
    made = _bare(words_of, None) or {"text": words_of or None, "colour": None}
    return {**made, "colour": None if colour == NO_COLOUR else colour}


def _bare(text: str, shade: str | None) -> Status | None:
    if text and not words(text):
        return {"text": text, "colour": colour_of(shade)}
    return understood(text, shade)


def update_of(cell: Cell) -> dict[str, Any] | None:
    lines = texts_of(cell)
    if not lines:
        return None
    told = ON.match(lines[-1]) if len(lines) > 1 else None
    on = day_of(*told.groups()) if told else None
    said = lines[:-1] if on else lines
    return {"text": " ".join(said), "as_at": on.isoformat() if on else None}


def period_of(text: str) -> dict[str, Any] | None:
    found = SPAN.match(text)
    if found is None:
        return None
    told, *days = found.groups()
    start, end = day_of(*days[:3]), day_of(*days[3:])
    if not start or not end or end < start:
        return None
    return {"text": told or text, "start": start.isoformat(), "end": end.isoformat()}


def day_of(number: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), MONTHS.index(month) + 1, int(number))
    except ValueError:
        return None
