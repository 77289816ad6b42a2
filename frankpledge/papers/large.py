"""Large print: a table as wide as a page cannot be, so each row becomes its own lines. Pure."""

from dataclasses import replace

from frankpledge.papers.blocks import (
    Block,
    Facts,
    Group,
    Heading,
    PageBreak,
    Paper,
    Para,
    Picture,
    Row,
    Table,
)


def in_large_print(paper: Paper) -> Paper:
    """18 points and more, upright, in one column. What is said stays the same."""
    blocks: list[Block] = []
    level = 1
    for block in paper.blocks:
        if isinstance(block, Heading):
            level = block.level
        blocks += _unrolled(block, level + 1) if isinstance(block, Table) else [_upright(block)]
    foot = paper.foot.partition(". ")[0]
    return replace(paper, large=True, landscape=False, foot=foot, blocks=tuple(blocks))


def _upright(block: Block) -> Block:
    if isinstance(block, Picture):
        return replace(block, wide=block.narrow)
    return PageBreak() if isinstance(block, PageBreak) else block


def _unrolled(table: Table, level: int) -> list[Block]:
    """What stood over rows is a heading, one step below the heading of the table."""
    deep = min(level, 3)
    made: list[Block] = [Heading(table.caption, deep)] if table.says_caption else []
    for row in table.rows:
        made += [Heading(row.text, deep)] if isinstance(row, Group) else _row(table, row)
    return made


def _row(table: Table, row: Row) -> list[Block]:
    named, marked = row.cells[table.row_head], []
    before = [cell.plain for cell in row.cells[: table.row_head] if cell.plain]
    facts = []
    for at, (head, cell) in enumerate(zip(table.heads, row.cells, strict=True)):
        if at <= table.row_head or not cell.plain:
            continue
        if cell.all_marks:
            marked += [Para(f"{head.text}: {text}", mark=mark) for mark, text in cell.lines]
            marked += [Para(cell.meta, meta=True)] if cell.meta else []
        else:
            facts.append((head.text, cell.plain))
    words = " ".join([*before, named.text or named.plain])
    title = Para(words, said=named.said, strong=True, mark=named.mark)
    if named.text and named.meta:
        marked.insert(0, Para(named.meta, meta=True))
    return [title, *marked, *([Facts(tuple(facts))] if facts else [])]
