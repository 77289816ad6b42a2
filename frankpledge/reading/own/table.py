"""Rows of our tables as the priorities and actions of a plan file."""

from dataclasses import dataclass, field
from typing import Any

from frankpledge.reading.blocks import Cell, Row
from frankpledge.reading.own.cells import (
    leads_of,
    outcomes_of,
    stand,
    text_of,
    texts_of,
    update_of,
    with_items,
    without_struck,
)
from frankpledge.reading.own.layout import FIELDS, NUMBER, PRIORITY, UNDER, label

Action = dict[str, Any]
Priority = dict[str, Any]
LISTS = ("resources", "outcomes", "status")
DIFFER = ("aim", "ref", "lead", "support", "timescale", "resources", "outcomes", "update", "status")


@dataclass
class Promises:
    priorities: list[Priority] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    under: dict[str, str] = field(default_factory=dict)  # priority to its parent's label
    known: dict[str, Action] = field(default_factory=dict)

    def open(self, ref: str | None, title: str, under: str | None = None) -> Priority:
        for each in self.priorities:
            same = (each["ref"], each["title"], self.under.get(each["id"]))
            if same == (ref, title, under):
                return each
        made: Priority = {
            "id": f"p{len(self.priorities) + 1}",
            "ref": ref,
            "title": title,
            "parent": None,
            "lead": None,
            "indicators": [],
        }
        self.priorities.append(made)
        if under:
            self.under[made["id"]] = under
        return made

    def settle(self) -> None:
        """Parents may stand after their children, so they are looked for at the end."""
        for each in self.priorities:
            wanted = self.under.get(each["id"])
            others = (other for other in self.priorities if other is not each)
            found = (other for other in others if label(other["ref"], other["title"]) == wanted)
            each["parent"] = each["parent"] or next((other["id"] for other in found), None)

    def row(self, heads: list[str], row: Row, priority: Priority | None) -> None:
        cells = dict(zip(heads, row.cells, strict=False))
        title = text_of(cells.get(PRIORITY, Cell()))
        if title:
            number, under = (text_of(cells.get(name, Cell())) for name in (NUMBER, UNDER))
            priority = self.open(number, title, under)
        named = {FIELDS[head]: cell for head, cell in cells.items() if head in FIELDS}
        if any(cell.text for cell in named.values()):
            self._add(_action(named, row, priority), named)

    def _add(self, action: Action, cells: dict[str, Cell]) -> None:
        words = action["action"]
        base = self.known.get(words)
        here = action["priorities"]
        if base is None or not words or not here or not base["priorities"]:
            self.actions.append(action)
            self.known.setdefault(words, action)
        elif here[0] in base["priorities"]:
            self.actions.append(action)
        else:
            _join(base, action, cells)


def _action(given: dict[str, Cell], row: Row, priority: Priority | None) -> Action:
    cells = {name: _listed(name, cell) for name, cell in given.items()}
    texts = {name: text_of(cell) for name, cell in cells.items()}
    outcomes = outcomes_of(cells.get("outcomes", Cell()))
    status, struck = without_struck(cells.get("status", Cell()))
    update = update_of(cells.get("update", Cell()))
    action: Action = {
        "ref": texts.get("ref"),
        "priorities": [priority["id"]] if priority else [],
        "aim": texts.get("aim"),
        "action": texts.get("action") or "",
        "lead": texts.get("lead"),
        "support": texts.get("support"),
        "leads": leads_of(texts.get("lead")),
        "timescale": texts.get("timescale"),
        "resources": texts_of(cells.get("resources", Cell())),
        "outcomes": outcomes,
        "update": update,
        "status": stand(status, outcomes),
        "updates": [],
        "variants": {},
        "printed": [],
        "as_printed": {},
    }
    filled = [cell for cell in cells.values() if cell.text]
    if struck or (filled and all(cell.struck for cell in filled)):
        action["struck"] = True
    if row.hidden:
        action["hidden"] = True
    return action


def _listed(name: str, cell: Cell) -> Cell:
    """The points of a promise stand in its cell, after its words."""
    if name == "action":
        return with_items(cell, after=1)
    return with_items(cell) if name in LISTS else cell


def _join(base: Action, action: Action, cells: dict[str, Cell]) -> None:
    """The same promise under a further priority: what differs there is a variant."""
    [priority] = action["priorities"]
    base["priorities"].append(priority)
    differing = {name: action[name] for name in DIFFER if action[name] != base[name]}
    if differing:
        base["variants"][priority] = differing
    told = {name: cell.text for name, cell in cells.items() if cell.text}
    base["printed"].append({"priority": priority, "cells": told})
