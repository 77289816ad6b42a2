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
        blocks += _unrolled(block, level + 1) if isinstance(block, Table) else _upright(block)
    foot = paper.foot.partition(". ")[0]
    return replace(paper, large=True, landscape=False, foot=foot, blocks=tuple(blocks))


def _upright(block: Block) -> list[Block]:
    if isinstance(block, Picture):
        return [replace(block, wide=block.narrow)]
    turns = isinstance(block, PageBreak) and block.landscape is not None
    return [] if turns else [block]


def _unrolled(table: Table, level: int) -> list[Block]:
    """What stood over rows is a heading, one step below the heading of the table."""
    deep = min(level, 3)
    made: list[Block] = [Heading(table.caption, deep)] if table.says_caption else []
    for row in table.rows:
        made += [Heading(row.text, deep)] if isinstance(row, Group) else _row(table, row)
    return made


def _row(table: Table, row: Row) -> list[Block]:
    named = row.cells[table.row_head]
    marked: list[Para] = []
    names, facts = table.names(row), []
    before = [row.cells[at].plain for at in names[:-1] if row.cells[at].plain]
    for at, (head, cell) in enumerate(zip(table.heads, row.cells, strict=True)):
        if at in names or not cell.plain:
            continue
        if cell.all_marks:
            marked += [Para(_named(head.text, text), mark=mark) for mark, text in cell.lines]
            marked += [Para(cell.meta, meta=True)] if cell.meta else []
        else:
            facts.append((head.text, cell.plain.removeprefix(f"{head.text} ")))
    words = " ".join([*before, named.text or named.plain])
    title = Para(words, said=named.said, strong=True, mark=named.mark)
    if named.text and named.meta:
        marked.insert(0, Para(named.meta, meta=True))
    lines = [title, *marked]
    last = Facts(tuple(facts)) if facts else lines.pop()
    return [*(replace(line, keep=True) for line in lines), last]


def _named(head: str, text: str) -> str:
    return text if text.startswith(f"{head} ") else f"{head}: {text}"
