"""The tables of figures in a document, each worked out again from itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.sheets import Rows, rows_of
from frankpledge.figures.worked.again import Worked, work_again
from frankpledge.figures.worked.verdicts import Check
from frankpledge.reading.limited import read_bytes

# A table and nothing else; whatever else comes is a document that may hold several.
PLAIN = (".csv", ".tsv", "")


@dataclass(frozen=True)
class Again:
    """One table, and what the text around it says of the same figures."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    worked: Worked
    claims: tuple[Check, ...] = ()

    @property
    def wrong(self) -> list[Check]:
        return [*self.worked.wrong, *(each for each in self.claims if each.agrees is False)]

    def to_dict(self) -> dict[str, Any]:
        claims = [{"printed": each.printed, "sentence": each.sentence} for each in self.claims]
        return {"title": self.title, **self.worked.to_dict(), "claims": claims}


def tables_again(data: bytes, name: str) -> list[Again]:
    """Unreadable or CannotWorkOut in one sentence; a document without figures has none."""
    if _ending(name) in PLAIN:
        return [typed_again(data)]
    figures = read_bytes(data, name)["figures"]
    return list(_each(figures))


def typed_again(data: bytes) -> Again:
    return _again("", rows_of(data))


def _ending(name: str) -> str:
    _, dot, ending = name.rpartition(".")
    return f".{ending.lower()}" if dot else ""


def _each(figures: list[dict[str, Any]]) -> Iterator[Again]:
    for table in figures:
        try:
            yield _again(
                table["title"] or "",
                [table["columns"], *table["rows"]],
                tuple(_claim(each) for each in table["checks"] if each["row"] is None),
            )
        except CannotWorkOut:
            continue  # One column of figures is nothing to work out from.


def _again(title: str, rows: Rows, claims: tuple[Check, ...] = ()) -> Again:
    worked = work_again(rows)
    return Again(title, tuple(rows[0]), tuple(map(tuple, rows[1:])), worked, claims)


def _claim(found: dict[str, Any]) -> Check:
    return Check(
        row=-1,
        column=-1,
        label="",
        head="In the text",
        kind="claim",
        printed=found["printed"].replace("*", ""),
        computed=found["computed"],
        agrees=found["agrees"],
        rule="its own table",
        why=found.get("why"),
    )
