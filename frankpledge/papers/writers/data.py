"""A paper as plain data, for layouts that are not written in Python."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from frankpledge.papers.blocks import (
    Block,
    Cell,
    Columns,
    Group,
    Items,
    Logo,
    Paper,
    Picture,
    Row,
    Table,
)
from frankpledge.papers.drawn import drawn
from frankpledge.papers.marks import Mark, drawing

Data = dict[str, Any]


def as_data(paper: Paper) -> Data:
    language, _, region = paper.language.partition("-")
    return {
        "title": paper.title,
        "over": paper.over,
        "foot": paper.foot,
        "author": paper.author,
        "lang": [language, region or None],
        "day": [paper.at.year, paper.at.month, paper.at.day],
        "draft": paper.draft,
        "landscape": paper.landscape,
        "large": paper.large,
        "colour": paper.colour,
        "logo": _logo(paper.logo),
        "blocks": [_block(block) for block in paper.blocks],
    }


def _logo(logo: Logo | None) -> Data | None:
    """Its bytes as numbers: that is how a picture comes through plain data."""
    return {"kind": logo.kind, "data": list(logo.data), "says": logo.says} if logo else None


def _block(block: Block) -> Data:
    kind = type(block).__name__.lower()
    if isinstance(block, Table):
        return {"kind": kind, **table_data(block)}
    if isinstance(block, Picture):
        return {"kind": kind, **_picture(block)}
    if isinstance(block, Columns):
        columns = [{"title": title, "items": _items(items)} for title, items in block.columns]
        return {"kind": kind, "columns": columns}
    made = asdict(block)
    if "items" in made:
        return {**made, "kind": kind, "items": [_cell(c) for c in block.items]}  # type: ignore[union-attr]
    if "mark" in made:
        made["mark"] = _mark(block.mark)  # type: ignore[union-attr]
    return {**made, "kind": kind}


def _items(items: Items) -> Data:
    return {"items": [_cell(cell) for cell in items.items], "numbered": items.numbered}


def table_data(table: Table) -> Data:
    spans = iter(table.spans)
    return {
        "caption": table.caption,
        "says_caption": table.says_caption,
        "row_head": table.row_head,
        "ruled": table.ruled,
        "heads": [asdict(head) for head in table.heads],
        "rows": [_row(row, spans) for row in table.rows],
    }


def _row(row: Row | Group, spans: Iterator[tuple[int, ...]]) -> Data:
    if isinstance(row, Group):
        return {"kind": "group", "text": row.text}
    cells = zip(row.cells, next(spans), strict=True)
    made = [{**_cell(cell), "over": over} for cell, over in cells]
    return {"kind": "row", "cells": made, "under": row.under}


def _cell(cell: Cell) -> Data:
    return {
        "size": len(cell.text),
        "lines": [{"mark": _mark(mark), "text": text} for mark, text in cell.lines],
        "marked": bool(cell.all_marks),
        "meta": cell.meta,
        "said": cell.said,
        "strong": cell.strong,
    }


def _mark(mark: Mark | None) -> Data | None:
    return {"kind": mark.kind, "svg": drawing(mark)} if mark else None


def _picture(picture: Picture) -> Data:
    return {
        "title": picture.title,
        "subtitle": picture.subtitle,
        "svg": drawn(picture.wide),
        "alt": picture.alt,
        "notes": [*picture.notes, *picture.source],
    }
