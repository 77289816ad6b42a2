"""A document of ours from its first block to its last."""

import re
from typing import Any

from frankpledge.reading.blocks import Cell, Document, Grid, Heading, Paragraph
from frankpledge.reading.own.accounts import left_over
from frankpledge.reading.own.cells import period_of
from frankpledge.reading.own.layout import (
    BESIDE,
    FIGURES,
    INDICATOR,
    LEAD,
    NO_HEADING,
    PARTNERSHIP,
    PERIOD,
    PLAN,
    PRIORITY,
    TEXTS,
    UNDER,
    UNNAMED,
    is_ours,
)
from frankpledge.reading.own.table import Priority, Promises
from frankpledge.reading.understanding.figures import figures_of
from frankpledge.reading.understanding.meaning import add_meaning

PlanFile = dict[str, Any]
# Two lines of a page that stand close are read as one.
BOTH = re.compile(rf"{PARTNERSHIP}: (.+) {PERIOD}: (.+)\Z", re.S)
NAMED = re.compile(rf"{PRIORITY}(?: (.{{1,20}}?))?: (.+)\Z", re.S)


def is_own(document: Document) -> bool:
    return any(isinstance(each, Grid) and head_of(each) is not None for each in document.blocks)


def head_of(grid: Grid) -> int | None:
    """In which row our heads stand: the first, or below what names the plan."""
    for at, row in enumerate(grid.rows[:4]):
        if is_ours(_heads(grid, at)):
            return at
        if row.texts[:1] not in ([PLAN], [PARTNERSHIP], [PERIOD]):
            return None
    return None


def _heads(grid: Grid, at: int) -> list[str]:
    heads = grid.rows[at].texts
    while heads and not heads[-1]:
        heads = heads[:-1]
    return heads


def read(document: Document) -> PlanFile:
    walk = _Walk()
    for block in document.blocks:
        if isinstance(block, Heading):
            walk.heading(block)
        elif isinstance(block, Paragraph):
            walk.paragraph(block)
        else:
            walk.grid(block)
    walk.promises.settle()
    plan: PlanFile = {
        **walk.named,
        "priorities": walk.promises.priorities,
        "actions": walk.promises.actions,
        "figures": walk.figures,
        "passages": walk.passages,
        "furniture": [*document.furniture, *walk.furniture],
        "unplaced": walk.left,
        "findings": document.findings,
    }
    if document.deleted:
        plan["deleted"] = document.deleted
    plan["unplaced"] += left_over(document, plan)
    add_meaning(plan)
    return plan


class _Walk:
    def __init__(self) -> None:
        self.named: PlanFile = {"title": None, "partnership": None, "period": None}
        self.promises = Promises()
        self.passages: list[PlanFile] = []
        self.figures: list[PlanFile] = []
        self.furniture: list[str] = []
        self.over: list[tuple[int, Priority]] = []  # the priorities that are open, outermost first
        self.beside = False
        self.left: list[str] = []  # cells beside our columns
        self.sheet = ""
        self.caption: str | None = None

    def heading(self, block: Heading) -> None:
        named = NAMED.match(block.text)
        if block.sheet:
            self.sheet = block.text
            self.furniture.append(block.text)
        elif block.level == 0 and not self.named["title"]:
            self.named["title"] = block.text
        elif self.beside:
            self._passage(block.text)
        elif block.text == BESIDE:
            self.beside = True
            self.furniture.append(block.text)
        elif block.text == UNNAMED:
            self.over = []
            self.furniture.append(block.text)
        elif named:
            self._priority(block.level, named.group(1), named.group(2))
        elif self._may_be_title(block):
            self.named["title"] = block.text
        else:
            self._passage(block.text)

    def _may_be_title(self, block: Heading) -> bool:
        """The first great heading of a paper, above all its tables."""
        begun = self.promises.actions or self.promises.priorities
        return block.level == 1 and not self.named["title"] and not begun

    def _passage(self, text: str) -> None:
        if text.startswith(f"{FIGURES}: "):
            self.caption = text.removeprefix(f"{FIGURES}: ")
            return
        heading = None if text == NO_HEADING else text
        self.passages.append({"heading": heading, "text": ""})

    def _priority(self, level: int, ref: str | None, title: str) -> None:
        self.over = [pair for pair in self.over if pair[0] < level]
        parent = self.over[-1][1] if self.over else None
        made = self.promises.open(ref, title, f"\0{parent['id']}" if parent else None)
        made["parent"] = parent["id"] if parent else None
        self.over.append((level, made))

    def paragraph(self, block: Paragraph) -> None:
        name, _, rest = block.text.partition(": ")
        if not self.beside and self.over and name in (LEAD, INDICATOR, UNDER) and rest:
            self._of_priority(self.over[-1][1], name, rest)
        elif not self.beside and not self.over and self._opening(name, rest):
            return
        else:
            self._text(block.text)

    def _of_priority(self, priority: Priority, name: str, rest: str) -> None:
        if name == INDICATOR:
            priority["indicators"].append(rest)
        elif name == UNDER:
            priority["parent"] = None
            self.promises.under[priority["id"]] = rest
        else:
            priority["lead"] = rest

    def _opening(self, name: str, rest: str) -> bool:
        both = BOTH.match(f"{name}: {rest}")
        if both:
            self.named["partnership"] = both.group(1)
            self.named["period"] = period_of(both.group(2))
        elif name == PLAN and rest and not self.named["title"]:
            self.named["title"] = rest
        elif name == PARTNERSHIP and rest:
            self.named["partnership"] = rest
        elif name == PERIOD and rest:
            self.named["period"] = period_of(rest)
        else:
            return False
        return True

    def _text(self, text: str) -> None:
        if not self.passages:
            self.passages.append({"heading": None, "text": ""})
        here = self.passages[-1]
        here["text"] = f"{here['text']}\n{text}" if here["text"] else text

    def grid(self, grid: Grid) -> None:
        at = head_of(grid)
        if at is not None:
            self._promises(grid, at)
        elif self.sheet == TEXTS:
            self._sheet_of_texts(grid)
        elif self.beside or self.sheet.startswith(FIGURES):
            self._figures(grid)
        else:
            for row in grid.rows:
                self._text("\t".join(row.filled))

    def _promises(self, grid: Grid, at: int) -> None:
        for row in grid.rows[:at]:
            self._opening(row.texts[0], " ".join(row.texts[1:]).strip())
        heads = _heads(grid, at)
        self.furniture += heads
        under = self.over[-1][1] if self.over else None
        for row in grid.rows[at + 1 :]:
            self.promises.row(heads, row, under)
            self.left += [cell.text for cell in row.cells[len(heads) :] if cell.text]

    def _sheet_of_texts(self, grid: Grid) -> None:
        self.furniture += grid.rows[0].filled
        for row in grid.rows[1:]:
            heading, text = (*row.cells, Cell())[:2]
            told = "\n".join(line.text for line in text.lines)
            self.passages.append({"heading": heading.text or None, "text": told})

    def _figures(self, grid: Grid) -> None:
        rows = grid.rows
        if self.sheet and rows and len(rows[0].filled) == 1:
            self.caption, rows = rows[0].filled[0].removeprefix(f"{FIGURES}: "), rows[1:]
        if rows:
            made = figures_of(Grid(rows, grid.place), self.caption)
            self.figures.append(made)
        self.caption = None
