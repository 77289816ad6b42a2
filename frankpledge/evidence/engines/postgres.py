"""The same questions put to a PostgreSQL, into which each generation is loaded once."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from frankpledge.evidence.engines.duck import Duck
from frankpledge.evidence.engines.engine import Rows, Values
from frankpledge.evidence.models import Generation
from frankpledge.evidence.store.reading import Asked
from frankpledge.evidence.store.schema import TABLES
from frankpledge.record.errors import Refused

if TYPE_CHECKING:
    from psycopg import Connection

# What one partnership counts, and who was searched, no question here asks for: it stays at home.
LEFT = ("counted", "searched", "outcomes")
KINDS = {"DOUBLE": "DOUBLE PRECISION", "VARCHAR": "TEXT"}
PREFIX = "evidence_"
AT_ONCE = 20_000
# Any number, the same for all: whoever loads holds it until the generation is there.
LOCK = 1_803_553_729


@dataclass(frozen=True)
class Postgres:
    connection: "Connection[Any]"
    generation: Generation
    asked: Asked

    @property
    def home(self) -> Duck:
        return Duck(self.asked)

    def ask(self, sql: str, values: Values) -> Rows:
        return self.connection.execute(translated(sql).encode(), values).fetchall()


@cache
def translated(sql: str) -> str:
    """From DuckDB's dialect; `$name` becomes what psycopg fills in."""
    import sqlglot

    named = re.sub(r"\$(\w+)", r":\1", sql)
    return sqlglot.transpile(named, read="duckdb", write="postgres")[0]


@contextmanager
def loaded(url: str, asked: Asked, generation: Generation) -> Iterator[Postgres]:
    import psycopg

    try:
        connection = psycopg.connect(url)
    except psycopg.Error as error:
        raise Refused(
            "The database named in EVIDENCE_ENGINE cannot be reached: "
            f"{str(error).strip().splitlines()[0].rstrip('.')}."
        ) from error
    with connection:
        schema = PREFIX + re.sub(r"\W", "_", generation.folder)
        with connection.transaction():
            _ensure(connection, schema, asked)
        connection.execute(_text(f"SET search_path TO {schema}"))
        yield Postgres(connection, generation, asked)


def _ensure(connection: "Connection[Any]", schema: str, asked: Asked) -> None:
    """All of it in one transaction: nobody sees half a generation, and two do not load it."""
    if _is_there(connection, schema):
        return
    connection.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    if _is_there(connection, schema):
        return
    # One that was loaded before there were totals is loaded again.
    connection.execute(_text(f"DROP SCHEMA IF EXISTS {schema} CASCADE"))
    connection.execute(_text(f"CREATE SCHEMA {schema}"))
    for table in TABLES:
        if table not in LEFT:
            _copy(connection, schema, table, asked)
    connection.execute(_text(f"CREATE INDEX ON {schema}.cube (district, month, type)"))
    connection.execute(_text(f"CREATE INDEX ON {schema}.totals (county, district, month)"))
    connection.execute(_text(f"CREATE INDEX ON {schema}.street (force, month)"))
    _drop_cleared(connection)


def _is_there(connection: "Connection[Any]", schema: str) -> bool:
    asks = (
        "SELECT 1 FROM information_schema.tables WHERE table_schema = %s AND table_name = 'totals'"
    )
    return connection.execute(asks, [schema]).fetchone() is not None


def _copy(connection: "Connection[Any]", schema: str, table: str, asked: Asked) -> None:
    columns = TABLES[table]
    described = ", ".join(f'"{name}" {KINDS.get(kind, kind)}' for name, kind in columns.items())
    connection.execute(_text(f"CREATE TABLE {schema}.{table} ({described})"))
    names = ", ".join(f'"{name}"' for name in columns)
    found = asked.execute(f"SELECT {names} FROM {table}")  # noqa: S608 - names of our own tables
    copy_in = _text(f"COPY {schema}.{table} ({names}) FROM STDIN")
    with connection.cursor().copy(copy_in) as copy:
        while rows := found.fetchmany(AT_ONCE):
            for row in rows:
                copy.write_row(row)


def _drop_cleared(connection: "Connection[Any]") -> None:
    for folder in Generation.objects.exclude(cleared_at=None).values_list("folder", flat=True):
        schema = PREFIX + re.sub(r"\W", "_", folder)
        connection.execute(_text(f"DROP SCHEMA IF EXISTS {schema} CASCADE"))


def _text(sql: str) -> bytes:
    """Names of our own making: no value is ever put into these."""
    return sql.encode()
