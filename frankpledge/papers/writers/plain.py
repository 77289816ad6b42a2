"""Plain text: for committee systems, for screen readers, for whoever pastes it into a mail."""

import textwrap
from typing import Any

from frankpledge.papers.blocks import (
    Block,
    Columns,
    Counts,
    Facts,
    Group,
    Heading,
    Items,
    Paper,
    Para,
    Picture,
    Table,
)
from frankpledge.papers.writers.made import Ways, Written

WIDTH = 80


def write(paper: Paper, ways: Ways) -> Written:
    parts = [paper.over, f"{paper.title}\n{'=' * min(len(paper.title), WIDTH)}", paper.draft]
    parts += [_block(block) for block in paper.blocks]
    parts += ["-" * WIDTH, _wrapped(paper.foot), paper.draft]
    return Written(("\n\n".join(part for part in parts if part) + "\n").encode("utf-8", "replace"))


def _block(block: Block) -> str:
    write: Any = WRITE.get(type(block))
    return str(write(block)) if write else ""


def _heading(block: Heading) -> str:
    under = "-" if block.level < 3 else "."
    return f"{block.text}\n{under * min(len(block.text), WIDTH)}"


def _facts(block: Facts) -> str:
    return "\n".join(_wrapped(_named(name, text), "  ") for name, text in block.rows)


def _named(name: str, text: str) -> str:
    """A name that asks has its mark already; one that the words begin with is not said twice."""
    text = "\n".join(line for line in text.splitlines() if line.strip())
    if text.startswith(f"{name} "):
        return text
    return f"{name} {text}" if name.endswith("?") else f"{name}: {text}"


def _columns(block: Columns) -> str:
    return "\n\n".join(f"{name}:\n{_items(items)}" for name, items in block.columns)


def _items(items: Items) -> str:
    return "\n".join(
        _wrapped(f"{f'{at}.' if items.numbered else '-'} {cell.plain}", "  ")
        for at, cell in enumerate(items.items, start=1)
    )


def _table(table: Table) -> str:
    """A row is a few lines, each with the name of its column: no line is too wide for anybody."""
    made = [f"{table.caption}:"] if table.says_caption else []
    for row in table.rows:
        if isinstance(row, Group):
            made.append(f"\n{row.text}")
            continue
        names = table.names(row)
        named = " ".join(row.cells[at].plain for at in names if row.cells[at].plain)
        rest = zip(table.heads, row.cells, strict=True)
        told = [
            _named(head.text, cell.plain)
            for at, (head, cell) in enumerate(rest)
            if cell.plain and at not in names
        ]
        lines = [
            _wrapped(named, "  "),
            *(_wrapped(one, "    ", "  ") for one in told),
        ]
        made.append("\n".join(lines) + "\n")
    return "\n".join(made).strip("\n")


def _wrapped(text: str, hanging: str = "", first: str = "") -> str:
    return "\n".join(
        textwrap.fill(
            line,
            WIDTH,
            initial_indent=first if not at else hanging,
            subsequent_indent=hanging,
            break_long_words=False,
        )
        for at, line in enumerate(text.splitlines() or [""])
    )


WRITE = {
    Heading: _heading,
    Para: lambda block: _wrapped(block.text),
    Items: _items,
    Facts: _facts,
    Counts: lambda block: _wrapped("; ".join(cell.plain for cell in block.items) + "."),
    Columns: _columns,
    Table: _table,
    Picture: lambda block: "\n".join([_wrapped(block.alt), *map(_wrapped, block.source)]),
}
