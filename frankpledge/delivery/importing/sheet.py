"""Finds the heading row of a sheet by the columns that are wanted. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

SAMPLES = 5


@dataclass
class Faults:
    """Why rows were set aside: each reason counted, with a few of its rows."""

    counts: Counter[str] = field(default_factory=Counter)
    samples: dict[str, list[str]] = field(default_factory=dict)

    def note(self, reason: str, row: Sequence[str]) -> None:
        self.counts[reason] += 1
        kept = self.samples.setdefault(reason, [])
        if len(kept) < SAMPLES:
            kept.append(", ".join(cell for cell in row if cell)[:300])

    def told(self) -> list[dict[str, Any]]:
        return [
            {"reason": reason, "count": count, "samples": self.samples[reason]}
            for reason, count in self.counts.most_common()
        ]


@dataclass(frozen=True)
class Sheet:
    """The rows below the headings, and where each thing that is wanted stands in them."""

    heads: list[str]
    where: Mapping[str, int]
    rows: list[list[str]]
    name: str = ""

    def cells(self) -> Iterator[tuple[list[str], dict[str, str]]]:
        for row in self.rows:
            if any(cell.strip() for cell in row):
                yield row, {ours: cell_of(row, at) for ours, at in self.where.items()}


def cell_of(row: Sequence[str], at: int) -> str:
    return " ".join(row[at].split()) if at < len(row) else ""


def folded(text: str) -> str:
    return " ".join(text.lower().replace("_", " ").strip(" :?*").split())


def sheets(
    tables: Sequence[Mapping[str, Any]],
    columns: Mapping[str, str],
    usual: Mapping[str, Sequence[str]],
    needed: Sequence[str],
) -> list[Sheet]:
    """`columns` by the headings somebody named; what they did not name, by its usual ones."""
    wanted = {ours: [folded(one) for one in names] for ours, names in usual.items()}
    wanted |= {ours: [folded(head)] for ours, head in columns.items() if head.strip()}
    found = []
    for table in tables:
        rows: list[list[str]] = table["rows"]
        for at, row in enumerate(rows[:30]):
            where = _places(row, wanted)
            if all(one in where for one in needed):
                heads = [" ".join(cell.split()) for cell in row]
                found.append(Sheet(heads, where, rows[at + 1 :], str(table.get("name", ""))))
                break
    return found


def _places(row: Sequence[str], wanted: Mapping[str, Sequence[str]]) -> dict[str, int]:
    heads = [folded(cell) for cell in row]
    where: dict[str, int] = {}
    for ours, names in wanted.items():
        at = next((heads.index(name) for name in names if name in heads), None)
        if at is not None and at not in where.values():
            where[ours] = at
    return where


def first_heads(tables: Sequence[Mapping[str, Any]]) -> str:
    rows = (row for table in tables for row in table["rows"])
    first: list[str] = next((row for row in rows if any(cell.strip() for cell in row)), [])
    return ", ".join(cell for cell in first if cell.strip())[:200] or "empty"
