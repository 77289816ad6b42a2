"""Small tables written from rows: areas, places, sizes, coverage, a partnership's own counts."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb

from frankpledge.evidence.store.folders import to_disk
from frankpledge.evidence.store.schema import TABLES
from frankpledge.evidence.store.sql import filled, literal

SQL = Path(__file__).parent / "sql"


def write_rows(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    rows: Iterable[Sequence[object]],
    to: Path,
    *,
    leaving_out: Sequence[str] = (),
) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    between = to.with_suffix(".csv")
    columns = {name: kind for name, kind in TABLES[table].items() if name not in leaving_out}
    try:
        with between.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
        described = ", ".join(f"{literal(name)}: {literal(kind)}" for name, kind in columns.items())
        sql = filled(SQL, "rows", file=literal(between), columns=f"{{{described}}}", to=literal(to))
        connection.execute(sql)
        to_disk(to)
    finally:
        between.unlink(missing_ok=True)
