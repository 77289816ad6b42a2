"""The tables, one after the other: each is promises, figures, a key, contents or prose."""

from dataclasses import dataclass, field
from typing import Any

from frankpledge.reading.blocks import Block, Cell, Grid, Heading, Paragraph, Row
from frankpledge.reading.understanding import kinds
from frankpledge.reading.understanding.banners import Banners
from frankpledge.reading.understanding.by_content import settled_by_content
from frankpledge.reading.understanding.cards import upright
from frankpledge.reading.understanding.figures import figures_of
from frankpledge.reading.understanding.groups import group_rows
from frankpledge.reading.understanding.headers import Columns, best, columns_of, explains, spills
from frankpledge.reading.understanding.joining import Joiner
from frankpledge.reading.understanding.outline import Outline
from frankpledge.reading.understanding.priorities import Priorities
from frankpledge.reading.understanding.sides import side_by_side
from frankpledge.reading.understanding.ticks import named_for_ticks
from frankpledge.reading.understanding.titles import named
from frankpledge.reading.words import fold


@dataclass
class Tables:
    loose: bool
    outline: Outline = field(default_factory=Outline)
    priorities: Priorities = field(default_factory=Priorities)
    figures: list[dict[str, Any]] = field(default_factory=list)
    figure_places: list[int] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)
    legend: dict[str, str] = field(default_factory=dict)
    # For each number of columns the cleanest head that was met.
    models: dict[int, Columns] = field(default_factory=dict)
    waiting: list[Row] = field(default_factory=list)
    place: str = ""
    after_head: bool = False
    any_promises: bool = False
    # The rows under the one that is read now.
    below: tuple[Row, ...] = ()

    def __post_init__(self) -> None:
        self.joiner = Joiner(self.loose, unplaced=self.unplaced)
        self.banners = Banners(self.priorities, self.joiner)

    def foresee(self, blocks: list[Block]) -> None:
        """In plain text the cleanest of several heads over the same columns is known beforehand."""
        grids = [block for block in blocks if isinstance(block, Grid)]
        rows = [row for grid in grids for row in grid.rows]
        self.any_promises = any(kinds.head_of(grid) for grid in grids)
        # The only sheet of a workbook is the plan, and its name no priority.
        sheets = [each.text for each in blocks if isinstance(each, Heading) and each.sheet]
        self.outline.ignored = {text for text in sheets if len(sheets) == 1 and not named(text)}
        for row in rows if self.loose else ():
            columns = columns_of(row)
            if columns and columns.of_actions:
                self.models[columns.width] = best(self.models.get(columns.width), columns)

    def running_head(self, block: Block) -> None:
        if isinstance(block, Grid):
            self.furniture += [" ".join(row.filled) for row in block.rows]
        else:
            self.furniture.append(block.text)

    def heading(self, block: Heading) -> None:
        if block.sheet:
            self.joiner.fresh = True
        if not self.priorities.label(block.text):
            self.outline.heading(block)

    def paragraph(self, block: Paragraph) -> None:
        lead = self.outline.under_heading
        if block.item or not self.priorities.label(block.text, lead=lead):
            self.outline.text(block.text, item=block.item)

    def grid(self, grid: Grid) -> None:
        parts = side_by_side(grid)
        for part in parts:
            if len(parts) > 1:
                self.joiner.columns, self.joiner.fresh, self.models = None, True, {}
            self._grid(named_for_ticks(part) if not self.loose else part)

    def _grid(self, grid: Grid) -> None:
        head = kinds.head_of(grid)
        if head and head.only_counts() and kinds.is_figures(grid):
            head = None
        if kinds.is_cards(grid) and not (head and head.clean > 2):
            self._cards(grid)
        elif head:
            self._promises(grid, head)
        elif self._goes_on(grid):
            self._promises(grid, None)
        else:
            self._other(grid)

    def _goes_on(self, grid: Grid) -> bool:
        """Rows without a head below a table of promises, on the next page."""
        if self.joiner.columns is None:
            return False
        # On one sheet a note between the rows does not end the table.
        same_sheet = bool(grid.place) and grid.place == self.place
        return self._same_shape(grid) and (self.loose or self.outline.now.closed or same_sheet)

    def _same_shape(self, grid: Grid) -> bool:
        current = self.joiner.columns
        if current is None or kinds.is_contents(grid) or kinds.legend_of(grid):
            return False
        if kinds.is_figures(grid):
            return False
        gap = abs(grid.width - current.width)
        return gap == 0 or (self.loose and grid.width > 3 and gap <= 2)

    def _promises(self, grid: Grid, head: Columns | None) -> None:
        self.place = grid.place
        if head:
            self.priorities.settle() if not self.outline.now.unused() else None
            self._under(named=bool(head and "priority" in head.roles))
        self.joiner.wrapped = self._wrapped(grid)
        first = True
        groups = group_rows(grid, head) if head and not self.loose else set()
        for at, row in enumerate(grid.rows):
            self.below, self.banners.is_group = grid.rows[at + 1 :], at in groups
            first = self._row(row, first=first) and first
        self._flush()

    def _under(self, *, named: bool) -> None:
        """The heading over the table is its priority, unless a column names the priorities."""
        if named:
            self.outline.close()
            return
        chosen = self.outline.table()
        if chosen:
            self.priorities.headings(chosen)
            self.banners.opened()

    def _wrapped(self, grid: Grid) -> bool:
        """Each printed line is a row of its own: most begin with a small letter."""
        if not self.loose:
            return False
        whole = [row for row in grid.rows if not spills(row.texts)]
        texts = [text for row in whole for text in row.filled]
        small = sum(1 for text in texts if text[:1].islower())
        return len(whole) > 4 and small * 4 > len(texts)

    def _row(self, row: Row, *, first: bool) -> bool:
        """True while nothing but heads and banners has been read."""
        explaining = self.after_head and explains(row.texts)
        columns = None if explaining else columns_of(row)
        if columns and columns.of_actions:
            self._head(row, settled_by_content(columns, list(self.below)))
            return True
        if not row.filled and not any(cell.shade for cell in row.cells):
            return first
        self.after_head = False
        if explaining or (self.waiting and self._explaining(row)):
            self.waiting.append(row)
            return first
        self._flush()
        self.joiner.columns = self._model(len(row.cells))
        if self.joiner.columns is None:
            self.banners.before_head(row)
        elif not self.banners.take(row):
            self.banners.held_rows(self.place)
            self.banners.column(self.joiner.columns, row.cells)
            self.joiner.row(row, self.place, first=first)
            return False
        return first

    def _explaining(self, row: Row) -> bool:
        """The rest of a row of explanations that was broken over lines."""
        return self.loose and sum(1 for text in row.filled if text[:1].islower()) * 2 >= len(
            row.filled
        )

    def _flush(self) -> None:
        for row in self.waiting:
            self.furniture += row.filled
        self.waiting = []

    def _model(self, width: int) -> Columns | None:
        """The columns of a row: a narrower row has lost cells, a wider one another head."""
        now = self.joiner.columns
        if now and width <= now.width:
            return now
        return self.models.get(width) or now or next(iter(self.models.values()), None)

    def _head(self, row: Row, columns: Columns) -> None:
        self._flush()
        self.furniture += [cell.own for cell in row.cells if cell.own]
        self.banners.head()
        self.after_head = True
        known = self.models.get(columns.width)
        fresh = known is None or not self.loose
        self.models[columns.width] = columns if fresh else best(known, columns)
        self.joiner.columns = self.models[columns.width]
        self.joiner.wrapped = False

    def _cards(self, grid: Grid) -> None:
        self._under(named=False)
        head, rows = upright(grid)
        self.joiner.columns = head
        self.furniture += [text for text in head.heads if text]
        for row in rows:
            self.joiner.fresh = True
            self.joiner.row(row, grid.place, first=False)
        self.joiner.fresh = True
        self.joiner.columns = None

    def _other(self, grid: Grid) -> None:
        legend = kinds.legend_of(grid)
        if legend:
            self.legend |= legend
            self.furniture += [" ".join(row.filled) for row in grid.rows if row.filled]
        elif kinds.is_contents(grid):
            self.furniture += [" ".join(row.filled) for row in grid.rows if row.filled]
        elif kinds.is_figures(grid):
            self._figures(grid)
        else:
            self._prose(grid)

    def _figures(self, grid: Grid) -> None:
        heading = self.outline.now.headings
        title = heading[-1].text if heading else None
        self.figures.append(figures_of(grid, title))
        self.figure_places.append(len(self.outline.sections) - 1)

    def _prose(self, grid: Grid) -> None:
        """Rows of words: each a line; where the first column names, the rest is said of it."""
        named = grid.width == 2 and all(_names(row.cells) for row in grid.rows if row.filled)
        for row in grid.rows:
            own = [cell.own for cell in row.cells if cell.own]
            if named and len(own) == 2:
                self.outline.heading(Heading(own[0], 5))
                self.outline.text(own[1])
                self.outline.now.closed = True
            elif own:
                self.outline.text("\t".join(own))

    def finish(self) -> None:
        self._flush()
        if self.joiner.columns:
            self.banners.held_rows(self.place)
        self.priorities.settle() if self.priorities.now else None
        self.unplaced += [fold(text) for _, text in self.priorities.waiting]


def _names(cells: tuple[Cell, ...]) -> bool:
    texts = [cell.text for cell in cells]
    return len(texts) == 2 and 0 < len(texts[0].split()) <= 5 and len(texts[1].split()) >= 12
