"""The pieces of a document in their order, and the heads of its columns: for who compares."""

from typing import Any

from frankpledge.reading.blocks import Block, Document, Grid, Heading
from frankpledge.reading.understanding.columns import head_key
from frankpledge.reading.understanding.headers import columns_of
from frankpledge.reading.understanding.kinds import is_figures

Told = dict[str, Any]
LONGEST_HEAD = 12  # words: what is longer is a sentence
LOOKED_AT = 12  # rows of a table, for its head


def source_of(document: Document) -> list[Told]:
    found: list[Told] = []
    place = ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.sheet:
            place = block.text
        found += _pieces(block, place)
    extra = [*document.furniture, *document.deleted]
    found += [_piece("paragraph", [text], "") for text in extra if text]
    return found


def _pieces(block: Block, place: str) -> list[Told]:
    if isinstance(block, Grid):
        rows = ([cell.own for cell in row.cells] for row in block.rows)
        return [_piece("row", cells, block.place or place) for cells in rows if any(cells)]
    kind = "heading" if isinstance(block, Heading) else "paragraph"
    return [_piece(kind, [block.text], place)] if block.text else []


def _piece(kind: str, cells: list[str], place: str) -> Told:
    return {"kind": kind, "cells": cells, "place": place}


def heads_of(document: Document) -> list[Told]:
    """Each head once, with what it was taken for.

    Where no table has a head that was known, the first row of each is offered as one.
    """
    grids = [block for block in document.blocks if isinstance(block, Grid) and block.rows]
    pairs = [pair for grid in grids for pair in _known(grid)]
    found: dict[str, Told] = {}
    for head, means in pairs or [(head, "") for grid in grids for head in _first(grid)]:
        known = found.setdefault(head_key(head), {"head": head, "means": means})
        known["means"] = known["means"] or means
    return [{"key": key, **told} for key, told in found.items() if key]


def _known(grid: Grid) -> list[tuple[str, str]]:
    for row in grid.rows[:LOOKED_AT]:
        columns = columns_of(row)
        if columns and columns.of_actions:
            pairs = zip(columns.heads, columns.roles, strict=True)
            return [(head, role or "") for head, role in pairs if head]
    return []


def _first(grid: Grid) -> list[str]:
    if is_figures(grid) or grid.width < 2:
        return []
    first = [text for text in grid.rows[0].filled if len(text.split()) <= LONGEST_HEAD]
    return first if len(first) > 1 else []
