"""Every table of a paper in one file, each under its name."""

import csv
import io

from frankpledge.papers.blocks import Cell, Group, Paper, Table
from frankpledge.papers.writers.made import Ways, Written
from frankpledge.pictures.downloads import still


def write(paper: Paper, ways: Ways) -> Written:
    """UTF-8 with its mark, as spreadsheets want it; no cell of it can come alive."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    tables = [table for table in paper.tables if not table.aside] or paper.tables
    sheets = joined(tables)
    for at, (caption, lines) in enumerate(sheets):
        if len(sheets) > 1:
            rows.writerows([[]] if at else [])
            rows.writerow([still(caption)])
        rows.writerows([[still(cell.plain) for cell in line] for line in lines])
    if paper.draft:
        rows.writerows([[], [paper.draft]])
    return Written(b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace"))


def joined(tables: list[Table]) -> list[tuple[str, list[list[Cell]]]]:
    """Tables that differ only in what stands over them are one, the heads first."""
    made: list[tuple[str, list[list[Cell]]]] = []
    last = None
    for table in tables:
        lines = _flat(table)
        like = (table.heads, [name for name, _ in table.over])
        if table.over and like == last:
            made[-1][1].extend(lines[1:])
        else:
            made.append((table.caption, lines))
        last = like
    return made


def _flat(table: Table) -> list[list[Cell]]:
    """What stands over rows stands in each of them, since rows are sorted and sifted."""
    grouped = [Cell("Under")] if any(isinstance(row, Group) for row in table.rows) else []
    over = [Cell(text) for _, text in table.over]
    heads = [Cell(name) for name, _ in table.over]
    made = [[*heads, *grouped, *(Cell(head.text) for head in table.heads)]]
    here: list[Cell] = [Cell("")] if grouped else []
    for row in table.rows:
        if isinstance(row, Group):
            here = [Cell(row.text)]
        else:
            made.append([*over, *here, *row.cells])
    return made
