"""Read-only connections: a thread's own, over one generation, with the tables of the contract."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from frankpledge.evidence.models import Generation
from frankpledge.evidence.store import engine, folders
from frankpledge.evidence.store.manifest import Manifest
from frankpledge.evidence.store.schema import BY_MONTH, TABLES, empty
from frankpledge.evidence.store.sql import filled, literal
from frankpledge.evidence.store.tables import SQL
from frankpledge.partnership.models import Partnership
from frankpledge.record.errors import Refused

MOST_HELD = 3
_mine = threading.local()
Key = tuple[int, str, int | None]


@dataclass(frozen=True)
class Asked:
    """What questions are put to."""

    connection: duckdb.DuckDBPyConnection
    generation: Generation | None
    # The partnership whose own counts are seen; None where it has none.
    owner: int | None = None

    def execute(self, sql: str, values: object = None) -> duckdb.DuckDBPyConnection:
        return self.connection.execute(sql, values)


def current() -> Generation | None:
    return Generation.objects.filter(is_current=True).first()


@contextmanager
def opened(
    partnership: Partnership | None = None, *, generation: Generation | None = None
) -> Iterator[Asked]:
    """The current generation, or the one that is named."""
    chosen = generation or current()
    # A process that was split off must not use the connections of the one it came from.
    counting = partnership if partnership and chosen and _has_counts(chosen, partnership) else None
    owner = counting.pk if counting else None
    key = (os.getpid(), chosen.folder if chosen else "", owner)
    held: dict[Key, duckdb.DuckDBPyConnection] = _mine.__dict__.setdefault("held", {})
    if key not in held:
        while len(held) >= MOST_HELD:
            held.pop(next(iter(held))).close()
        held[key] = _connect(chosen, counting)
    else:
        held[key] = held.pop(key)  # the one used last is closed last
    yield Asked(held[key].cursor(), chosen, owner)


def _has_counts(generation: Generation, partnership: Partnership) -> bool:
    """Those without counts of their own see the same, and share one connection."""
    own = folders.folder_of(generation.folder) / "counted" / f"partnership={partnership.pk}"
    return own.is_dir()


def _connect(
    generation: Generation | None, partnership: Partnership | None
) -> duckdb.DuckDBPyConnection:
    folder = folders.folder_of(generation.folder) if generation else folders.generations()
    connection = engine.for_reading(folder)
    tables = _tables_in(folder) if generation else set()
    for table in TABLES:
        source = _source(folder, table, partnership) if table in tables else _without(table, tables)
        connection.execute(f"CREATE VIEW {table} AS {source}")
    connection.execute(f"CREATE VIEW own AS {filled(SQL, 'own')}")
    engine.close_doors(connection, folder)
    return connection


def _tables_in(folder: Path) -> set[str]:
    try:
        return {part.table for part in Manifest.read(folder).parts}
    except FileNotFoundError as error:
        raise Refused(
            "The evidence that was loaded is not on this disk. Restore an earlier generation, "
            "or load the files again."
        ) from error


def _source(folder: Path, table: str, partnership: Partnership | None) -> str:
    if table == "counted":
        return _own_counts(folder, partnership)
    names = ", ".join(f'"{name}"' for name in TABLES[table])
    if table in BY_MONTH:
        files = literal(folder / table / "*" / "*" / "*.parquet")
        kinds = "hive_types = {'force': VARCHAR, 'month': DATE}"
        return f"SELECT {names} FROM read_parquet({files}, hive_partitioning = true, {kinds})"  # noqa: S608
    files = literal(folder / table / "*.parquet")
    return f"SELECT {names} FROM read_parquet({files}, hive_partitioning = false)"  # noqa: S608


def _without(table: str, tables: set[str]) -> str:
    """Generations that were made before there were totals have only what they are made of."""
    if table == "totals" and "cube" in tables:
        return (
            "SELECT month, force, type, district, county, district_name, named_only, "
            "lsoa IS NULL AS nowhere, CAST(sum(n) AS BIGINT) AS n FROM cube GROUP BY ALL"
        )
    return empty(table)


def _own_counts(folder: Path, partnership: Partnership | None) -> str:
    """What a partnership counts may be internal to it: nobody else's connection names its files."""
    own = folder / "counted" / f"partnership={partnership.pk}" if partnership else None
    if partnership is None or own is None or not own.is_dir():
        return empty("counted")
    files = literal(own / "*.parquet")
    return (
        f"SELECT dataset, {literal(partnership.slug)} AS partnership, "  # noqa: S608
        "period_start, period_months, area_code, measure, n "
        f"FROM read_parquet({files}, hive_partitioning = false)"
    )
