"""The evidence carried into a PostgreSQL: what is everybody's, and each partnership's own counts.

A schema is named by what it holds and says, in its comment, of which generations that is: what a
load leaves as it was is not carried again, and one partnership's counts are in no path but its own.
"""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from frankpledge.evidence.engines.engine import Rows
from frankpledge.evidence.models import Generation
from frankpledge.evidence.store import marks
from frankpledge.evidence.store.reading import Asked
from frankpledge.evidence.store.schema import OWN, TABLES
from frankpledge.evidence.store.sql import literal

if TYPE_CHECKING:
    from psycopg import Connection

# No question asks for these: `own` is what is counted, placed.
LEFT = ("counted", "searched", "outcomes")
KINDS = {"DOUBLE": "DOUBLE PRECISION", "VARCHAR": "TEXT"}
PREFIX = "evidence_"
INDEXES = (
    "cube (district, month, type)",
    "totals (county, district, month)",
    "street (force, month)",
)
AT_ONCE = 20_000
# Any number, the same for all: whoever carries holds it until everything is there.
LOCK = 1_803_553_729


def carried(connection: "Connection[Any]", asked: Asked, generation: Generation) -> list[str]:
    """The schemas to ask, the partnership's own first, in a transaction of the caller's."""
    folder = generation.folder
    everybody = f"{PREFIX}{marks.of_all(folder)}"
    _ensure(connection, everybody, folder, lambda: _carry_all(connection, everybody, asked))
    if asked.owner is None:
        return [everybody]
    ours = f"{PREFIX}own_{marks.of_own(folder, asked.owner)}"
    _ensure(connection, ours, folder, lambda: _carry_own(connection, ours, asked))
    return [ours, everybody]


def _ensure(
    connection: "Connection[Any]", schema: str, folder: str, carry: Callable[[], None]
) -> None:
    """All of it in one transaction: nobody sees half of it, and two do not carry it."""
    if folder in _held_for(connection, schema):
        return
    connection.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    others = _held_for(connection, schema)
    if not others:
        _drop(connection, schema)
        _run(connection, f"CREATE SCHEMA {schema}")
        carry()
    _say(connection, schema, {*others, folder})
    _drop_cleared(connection)


def _carry_all(connection: "Connection[Any]", schema: str, asked: Asked) -> None:
    for table, columns in TABLES.items():
        if table not in LEFT:
            _create(connection, f"{schema}.{table}", columns)
            _copy(connection, schema, table, columns, asked)
    for index in INDEXES:
        _run(connection, f"CREATE INDEX ON {schema}.{index}")
    # For those who have no counts of their own: questions about them find nothing.
    _create(connection, f"{schema}.own", OWN)


def _carry_own(connection: "Connection[Any]", schema: str, asked: Asked) -> None:
    _create(connection, f"{schema}.own", OWN)
    _copy(connection, schema, "own", OWN, asked)
    _run(connection, f"CREATE INDEX ON {schema}.own (dataset, period_months, month)")


def _create(connection: "Connection[Any]", table: str, columns: Mapping[str, str]) -> None:
    described = ", ".join(f'"{name}" {KINDS.get(kind, kind)}' for name, kind in columns.items())
    _run(connection, f"CREATE TABLE {table} ({described})")


def _copy(
    connection: "Connection[Any]", schema: str, table: str, columns: Mapping[str, str], asked: Asked
) -> None:
    names = ", ".join(f'"{name}"' for name in columns)
    found = asked.execute(f"SELECT {names} FROM {table}")  # noqa: S608 - names of our own tables
    copy_in = f"COPY {schema}.{table} ({names}) FROM STDIN".encode()
    with connection.cursor().copy(copy_in) as copy:
        while rows := found.fetchmany(AT_ONCE):
            for row in rows:
                copy.write_row(row)


def _held_for(connection: "Connection[Any]", schema: str) -> set[str]:
    """The generations that a schema is kept for; none where it is not there."""
    asks = "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = %s"
    found = connection.execute(asks, [schema]).fetchone()
    return set((found[0] or "").split()) if found else set()


def _drop_cleared(connection: "Connection[Any]") -> None:
    """Only what is kept for generations of ours: another installation may use this database."""
    found = dict(Generation.objects.values_list("folder", "cleared_at"))
    cleared = {folder for folder, at in found.items() if at}
    # Before schemas were named by what they hold, each was named after its generation.
    older = {PREFIX + re.sub(r"\W", "_", folder) for folder in found}
    for schema, said in _schemas(connection):
        held = set((said or "").split())
        if schema in older and not held:
            _drop(connection, schema)
        elif held & cleared:
            left = held - cleared
            _say(connection, schema, left) if left else _drop(connection, schema)


def _schemas(connection: "Connection[Any]") -> Rows:
    asks = (
        "SELECT nspname, obj_description(oid, 'pg_namespace') FROM pg_namespace "
        "WHERE starts_with(nspname, %s)"
    )
    return connection.execute(asks, [PREFIX]).fetchall()


def _say(connection: "Connection[Any]", schema: str, folders: set[str]) -> None:
    _run(connection, f"COMMENT ON SCHEMA {schema} IS {literal(' '.join(sorted(folders)))}")


def _drop(connection: "Connection[Any]", schema: str) -> None:
    _run(connection, f"DROP SCHEMA IF EXISTS {schema} CASCADE")


def _run(connection: "Connection[Any]", sql: str) -> None:
    """Names of our own making: no value is ever put into these."""
    connection.execute(sql.encode())
