"""Answers on paper: as lines, as CSV, as JSON; each with where it comes from."""

import argparse
import csv
import sys
from collections.abc import Sequence
from typing import Any

from frankpledge.cli.shape import print_json
from frankpledge.config.cannot import Cannot

Row = Sequence[Any]
# What is less would be printed as nought.
LEAST = 0.01


def give(
    chosen: argparse.Namespace,
    heads: Sequence[str],
    rows: Sequence[Row],
    told: Any,
    *,
    sentences: Sequence[str] = (),
    more: dict[str, Any] | None = None,
) -> int:
    """`more` is what a program may want besides the rows."""
    if chosen.json and chosen.csv:
        raise Cannot("Choose --json or --csv.")
    if chosen.json:
        listed = [dict(zip(heads, row, strict=True)) for row in rows]
        print_json({**(more or {}), "rows": listed, "told": told.to_dict()})
    elif chosen.csv:
        _csv(heads, rows)
        # Not among the rows, which a spreadsheet will take as they are.
        print("\n".join((*sentences, *told.lines)), file=sys.stderr)
    else:
        _lines(heads, rows)
        print("\n".join(("", *sentences, *told.lines) if rows else (*sentences, *told.lines)))
    return 0


def _csv(heads: Sequence[str], rows: Sequence[Row]) -> None:
    from frankpledge.pictures.downloads import still

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(heads)
    for row in rows:
        writer.writerow([still(each) if isinstance(each, str) else each for each in row])


def _lines(heads: Sequence[str], rows: Sequence[Row]) -> None:
    if not rows:
        return
    shown = [
        [head.replace("_", " ") for head in heads],
        *([said(each) for each in r] for r in rows),
    ]
    wide = [max(len(row[at]) for row in shown) for at in range(len(heads))]
    right = [all(_is_figure(row[at]) for row in rows) for at in range(len(heads))]
    for row in shown:
        cells = [
            cell.rjust(width) if is_right else cell.ljust(width)
            for cell, width, is_right in zip(row, wide, right, strict=True)
        ]
        print("  ".join(cells).rstrip())


def said(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"under {LEAST}" if 0 < value < LEAST else f"{value:,.2f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _is_figure(value: object) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))
