"""A plan file as one table: a row for each promise under each of its priorities."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from frankpledge.reading.blocks import BULLET
from frankpledge.reading.own import layout
from frankpledge.reading.own.cells import NUMBERED
from frankpledge.reading.own.layout import AS_AT, HEADS, MONTHS, NOTHING, OVERALL
from frankpledge.reading.understanding.statuses import status as understood
from frankpledge.reading.words import fold

PlanFile = dict[str, Any]
Entry = dict[str, Any]
UNPRINTABLE = {"Cc", "Cs"}
NO_CHARACTERS = "\ufffe\uffff"


@dataclass(frozen=True)
class Line:
    """A paragraph of a cell; an item has a bullet before it."""

    text: str
    item: bool = False
    colour: str | None = None


@dataclass(frozen=True)
class PromiseRow:
    priority: Entry | None
    cells: dict[str, list[Line]]  # by the name of the field
    colour: str | None
    struck: bool


def clean(text: str | None) -> str:
    """White space folded, and without the characters that no document may hold."""
    folded = fold(text or "")
    if folded.isascii() and folded.isprintable():
        return folded
    kept = (c for c in folded if unicodedata.category(c) not in UNPRINTABLE)
    return fold("".join(c for c in kept if c not in NO_CHARACTERS))


def rows_of(plan: PlanFile) -> Iterator[PromiseRow]:
    """By priority, in the plan's order; promises without one come first."""
    for action in plan["actions"]:
        if not action["priorities"]:
            yield _row(None, action, {})
    for priority in plan["priorities"]:
        for action in plan["actions"]:
            if priority["id"] in action["priorities"]:
                yield _row(priority, action, action["variants"].get(priority["id"], {}))


def _row(priority: Entry | None, action: Entry, differs: Entry) -> PromiseRow:
    entry = {**action, **differs}
    status = entry["status"]
    return PromiseRow(
        priority=priority,
        cells={
            **{name: _plain(entry[name]) for name in ("ref", "aim", "action", "lead")},
            **{name: _plain(entry[name]) for name in ("support", "timescale")},
            "resources": [Line(text, item=True) for text in map(clean, entry["resources"]) if text],
            "outcomes": [_outcome(each) for each in entry["outcomes"]],
            "status": [*_statuses(status, entry["outcomes"]), *_struck(entry)],
            "update": _update(entry["update"]),
        },
        colour=status["colour"] if status else _same_colour(entry["outcomes"]),
        struck=bool(entry.get("struck")),
    )


def _plain(value: str | None) -> list[Line]:
    text = clean(value)
    return [Line(text)] if text else []


def _outcome(outcome: Entry) -> Line:
    text = clean(outcome["text"])
    number = outcome["number"]
    return Line(text, item=True) if number is None else Line(f"{number}. {text}".rstrip())


def _statuses(status: Entry | None, outcomes: list[Entry]) -> list[Line]:
    """One line for the row; or one for each outcome, in their order, where any has its own."""
    whole = words_of(status)
    if not any(words_of(each["status"]) for each in outcomes):
        told = whole and (NUMBERED.match(whole) or whole == NOTHING or whole.startswith(OVERALL))
        return _plain(f"{OVERALL}: {whole}" if told or (whole and BULLET.match(whole)) else whole)
    lines = _plain(f"{OVERALL}: {whole}") if whole else []
    for each in outcomes:
        text = words_of(each["status"]) or NOTHING
        colour = (each["status"] or {}).get("colour")
        number = each["number"]
        lines.append(
            Line(text, item=True, colour=colour)
            if number is None
            else Line(f"{number}. {text}", colour=colour)
        )
    return lines


def _struck(entry: Entry) -> list[Line]:
    """Said in a word as well: who listens does not hear a line through the text."""
    return [Line(layout.STRUCK)] if entry.get("struck") else []


def words_of(status: Entry | None) -> str:
    """The words, and the colour where they do not name it: none is told by shade alone."""
    if not status:
        return ""
    text, colour = clean(status["text"]), status["colour"]
    named = (understood(text) or {}).get("colour") if text else None
    if colour == named:
        return text
    return f"{text} [{colour or layout.NO_COLOUR}]".strip()


def _same_colour(outcomes: list[Entry]) -> str | None:
    colours = {(each["status"] or {}).get("colour") for each in outcomes}
    return colours.pop() if len(colours) == 1 else None


def _update(update: Entry | None) -> list[Line]:
    text = clean(update["text"]) if update else ""
    if not update or not text:
        return []
    return [Line(text), *([Line(f"{AS_AT} {day_of(update['as_at'])}")] if update["as_at"] else [])]


def day_of(day: str) -> str:
    year, month, number = day.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


def period_of(period: Entry) -> str:
    span = f"{day_of(period['start'])} to {day_of(period['end'])}"
    text = clean(period["text"])
    return span if text in ("", span) else f"{text} ({span})"


def opening_of(plan: PlanFile) -> list[tuple[str, str]]:
    period = period_of(plan["period"]) if plan["period"] else ""
    told = [
        (layout.PLAN, clean(plan["title"])),
        (layout.PARTNERSHIP, clean(plan["partnership"])),
        (layout.PERIOD, period),
    ]
    return [(name, text) for name, text in told if text]


def used(rows: list[PromiseRow]) -> list[str]:
    """The columns that the table needs: those that always stand, and those that hold anything."""
    return [
        name
        for name, head in HEADS.items()
        if head in layout.ALWAYS or any(row.cells[name] for row in rows)
    ]


def joined(lines: list[Line]) -> str:
    """A cell as plain text. A text that would be taken for an item gets a bullet of its own."""
    return "\n".join(
        f"• {line.text}" if line.item or BULLET.match(line.text) else line.text for line in lines
    )


def passages_of(plan: PlanFile) -> list[tuple[str, list[str]]]:
    """The prose, with what a plan says of itself before it."""
    own = [
        ("Introduction", plan.get("introduction") or ""),
        ("Funding", plan.get("funding_note") or ""),
    ]
    told = [(each["heading"] or "", each["text"]) for each in plan["passages"]]
    found = [(clean(head), _lines(text)) for head, text in [*own, *told]]
    return [(head, lines) for head, lines in found if lines or (head and (head, "") in told)]


def _lines(text: str) -> list[str]:
    return [line for line in map(clean, text.split("\n")) if line]
