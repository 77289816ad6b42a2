"""Everything that the public pages of the figures print, put together as a patient reader would."""

import csv
import io
import re
from collections.abc import Mapping
from html import unescape

from tests.oracles.small import Cell, Printed
from tests.public import town_figures as county

ROW = re.compile(r"<tr[^>]*>(.*?)</tr>", re.S)
SAID = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.S)
Pages = Mapping[str, str]


def cells_of(counts: county.Counts) -> dict[Cell, int]:
    return {
        (ward, name): n
        for ward, row in counts.items()
        for name, n in zip(county.TYPES, row, strict=True)
    }


def printed_in(pages: Pages, first: str) -> Printed:
    """Of the year that begins in that month; what any page shows is no gap."""
    rows = [row for row in _csv(pages, "places.csv") if row["From"] == first]
    cells: dict[Cell, int | None] = {}
    sums: dict[str, int | None] = {}
    for row in rows:
        count = int(row["Reports"]) if row["Reports"].isdigit() else None
        if row["Type"] == "All":
            sums[row["Area name"]] = count
        else:
            cells[row["Area name"], row["Type"]] = count
    for cell, count in _in_tables(pages, now=first == "2020-04").items():
        assert cells[cell] in (None, count)
        cells[cell] = count
    few = {row["Type"] for row in rows if row["Reports"] == "too few"}
    return Printed(cells, sums, _months(pages, first), few)


def _csv(pages: Pages, name: str) -> list[dict[str, str]]:
    page = next(text for at, text in pages.items() if at.endswith(name))
    return list(csv.DictReader(io.StringIO(page.removeprefix("\ufeff"))))


def _months(pages: Pages, first: str) -> dict[str, int]:
    """The whole area's sums, added up from its months."""
    last = f"{int(first[:4]) + 1}-03"
    found = dict.fromkeys(county.TYPES, 0)
    for row in _csv(pages, "months.csv"):
        if first <= row["Month"] <= last:
            found[row["Type"]] += int(row["Reports"])
    return found


def _in_tables(pages: Pages, *, now: bool) -> dict[Cell, int]:
    """Counts in the tables of wards and of kinds: this year's, or those of the year before."""
    found: dict[Cell, int] = {}
    wards = {code: name for name, code in county.CODES.items()}
    for address, page in pages.items():
        here = next((name for code, name in wards.items() if code in address), None)
        kind = next((n for n in county.TYPES if f"/{n.lower().replace(' ', '-')}/" in address), "")
        for row in map(_words, ROW.findall(page)):
            if "Reports" not in row or (not here and not kind):
                continue
            name = unescape(row.split(" Reports")[0]).strip()
            said = re.search(r"Reports ([\d,]+)" if now else r"Year before ([\d,]+)", row)
            cell = (here, name) if here else (name, kind)
            if said and cell in cells_of(county.NOW):
                found[cell] = int(said[1].replace(",", ""))
    assert len(found) > 10
    return found


def _words(row: str) -> str:
    told = " ".join(SAID.findall(row))
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", told)).strip()
