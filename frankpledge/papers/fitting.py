"""Columns as wide as what stands in them asks for, so that rows are low and words whole. Pure.

Tables with the same heads keep the same columns, or a reader would look for each anew.
"""

from dataclasses import replace

import numpy as np

from frankpledge.papers.blocks import Block, Head, PageBreak, Paper, Table
from frankpledge.papers.wrapping import Column, Letters

UPRIGHT, TURNED = 499.0, 745.0  # points between the margins of an A4 page
STEPS = (24.0, 10.0, 4.0)
ASIDE = 0.05  # what a line costs that makes its row no higher
WORTH = 0.3  # lines, or less, for which no column is moved
MOST_WORD = 0.22  # of the page: a word that is longer breaks


def fitted(paper: Paper, letters: Letters) -> Paper:
    """The same paper with other widths."""
    placed = list(_placed(paper))
    alike: dict[tuple[float, tuple[Head, ...]], list[Table]] = {}
    for table, points in placed:
        alike.setdefault((points, table.heads), []).append(table)
    heads = {key: _heads(tables, key[0], letters) for key, tables in alike.items()}
    made = {id(t): replace(t, heads=heads[points, t.heads]) for t, points in placed}
    blocks: tuple[Block, ...] = tuple(made.get(id(one), one) for one in paper.blocks)
    return replace(paper, blocks=blocks)


def _placed(paper: Paper) -> list[tuple[Table, float]]:
    """Each table with the points that it has from side to side."""
    turned, made = paper.landscape, []
    for block in paper.blocks:
        if isinstance(block, PageBreak) and block.landscape is not None:
            turned = block.landscape
        if isinstance(block, Table) and len(block.heads) > 1:
            made.append((block, TURNED if turned else UPRIGHT))
    return made


def _heads(tables: list[Table], points: float, letters: Letters) -> tuple[Head, ...]:
    heads = tables[0].heads
    columns = [Column(tables, at, letters) for at in range(len(heads))]
    shares = sum(head.width for head in heads)
    widths = [points * head.width / shares for head in heads]
    least = [min(one.least, points * MOST_WORD) for one in columns]
    if sum(least) < points:
        begun = _at_least(widths, least), _as_asked(columns, least, points)
        made = [_lowest(columns, one, least) for one in begun]
        widths = min(made, key=lambda one: _high(columns, one))  # of equals, as it was written
    return tuple(
        replace(head, width=round(width, 1)) for head, width in zip(heads, widths, strict=True)
    )


def _at_least(widths: list[float], least: list[float]) -> list[float]:
    """What a column lacks is taken from those that have more than they need."""
    lacking = sum(max(0.0, need - have) for have, need in zip(widths, least, strict=True))
    spare = sum(max(0.0, have - need) for have, need in zip(widths, least, strict=True))
    kept = 1 - lacking / spare if spare else 1
    return [need + max(0.0, have - need) * kept for have, need in zip(widths, least, strict=True)]


def _as_asked(columns: list[Column], least: list[float], points: float) -> list[float]:
    """What is left over their longest words, by how much more each column would like."""
    wanted = [max(0.0, one.most - need) for one, need in zip(columns, least, strict=True)]
    left, asked = points - sum(least), sum(wanted) or 1.0
    return [need + left * want / asked for need, want in zip(least, wanted, strict=True)]


def _high(columns: list[Column], widths: list[float]) -> float:
    return _height_of([column.lines(width) for column, width in zip(columns, widths, strict=True)])


def _lowest(columns: list[Column], widths: list[float], least: list[float]) -> list[float]:
    """From one column to another as long as the whole gets lower by it."""
    lines = [column.lines(width) for column, width in zip(columns, widths, strict=True)]
    for step in STEPS:
        while (move := _best(columns, widths, least, lines, step)) is not None:
            for at, by in zip(move, (-step, step), strict=True):
                widths[at] += by
                lines[at] = columns[at].lines(widths[at])
    return widths


def _best(
    columns: list[Column],
    widths: list[float],
    least: list[float],
    lines: list[np.ndarray],
    step: float,
) -> tuple[int, int] | None:
    now, found, most = _height_of(lines), None, WORTH
    for given in range(len(columns)):
        if widths[given] - step < least[given]:
            continue
        lower = columns[given].lines(widths[given] - step)
        for taken in range(len(columns)):
            if taken == given:
                continue
            others = [one for at, one in enumerate(lines) if at not in (given, taken)]
            wider = columns[taken].lines(widths[taken] + step)
            gained = now - _height_of([*others, lower, wider])
            if gained > most:
                found, most = (given, taken), gained
    return found


def _height_of(lines: list[np.ndarray]) -> float:
    """Of all rows; and a little for each line, since what need not break reads better whole."""
    stacked = np.array(lines)
    return float(stacked.max(axis=0).sum() + ASIDE * stacked.sum())
