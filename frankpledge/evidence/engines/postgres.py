"""The same questions put to a PostgreSQL, into which what they are asked of is carried once."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from frankpledge.evidence.engines import carrying
from frankpledge.evidence.engines.engine import Rows, Values
from frankpledge.evidence.models import Generation
from frankpledge.evidence.store.reading import Asked
from frankpledge.record.errors import Refused

if TYPE_CHECKING:
    from psycopg import Connection


@dataclass(frozen=True)
class Postgres:
    connection: "Connection[Any]"
    generation: Generation

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
    with _reached(url) as connection:
        with connection.transaction():
            schemas = carrying.carried(connection, asked, generation)
        connection.execute(f"SET search_path TO {', '.join(schemas)}".encode())
        yield Postgres(connection, generation)


def _reached(url: str) -> "Connection[Any]":
    try:
        import psycopg
    except ImportError as error:
        raise Refused(
            "EVIDENCE_ENGINE names a PostgreSQL, and its driver is not installed: "
            "run script/setup --postgres."
        ) from error
    try:
        return psycopg.connect(url)
    except psycopg.Error as error:
        raise Refused(
            "The database named in EVIDENCE_ENGINE cannot be reached: "
            f"{str(error).strip().splitlines()[0].rstrip('.')}."
        ) from error
