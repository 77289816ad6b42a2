"""The action table as comma-separated values that no workbook will run."""

import csv
import io
from typing import Any

from frankpledge.reading.own.layout import guarded
from frankpledge.writing.layout import Line, joined, opening_of
from frankpledge.writing.table import table_of


def values(plan: dict[str, Any]) -> bytes:
    heads, rows = table_of(plan)
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for name, text in opening_of(plan):
        writer.writerow([name, guarded(joined([Line(text)]))])
    writer.writerow(heads)
    for cells, _ in rows:
        writer.writerow([guarded(joined(cell)) for cell in cells])
    # The mark at the front tells Excel that these are not the letters of 1987.
    return b"\xef\xbb\xbf" + written.getvalue().encode("utf-8")
