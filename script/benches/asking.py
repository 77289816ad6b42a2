"""Asking: a county page and a national scan of ten million rows, beside bare DuckDB.

Bare are the same questions as anybody would write them, over the same files: over the totals
that we keep, and over the counts of LSOAs that those are made of.

script/bench asking [--millions 10] [--keep FOLDER]
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "script")]
# Five years of twenty forces, a county each, of ten districts.
ROWS, FORCES, LSOAS, DISTRICTS = 8_000, 20, 1400, 10
COUNTY_MS, NATION_MS, TIMES = 40, 150, 20


AREA = "county = 'E10000002'"
# The newest twelve months of the data that is made, and the twelve before them.
YEARS = "sum(n) FILTER (month < '2004-04-01'), sum(n) FILTER (month >= '2004-04-01')"
TWO_YEARS = f"{AREA} AND month >= '2003-04-01'"
BARE = {
    "county page": [
        f"SELECT month, district, type, sum(n) FROM {{table}} WHERE {AREA} GROUP BY ALL",
        f"SELECT district, type, {YEARS} FROM {{table}} WHERE {TWO_YEARS} GROUP BY ALL",
        f"SELECT district, sum(n) FROM {{table}} WHERE {AREA} GROUP BY ALL",
        f"SELECT month, sum(n) FROM {{table}} WHERE {AREA} GROUP BY ALL",
    ],
    "national scan": ["SELECT month, type, sum(n) FROM {table} GROUP BY ALL"],
}


def lookup(folder: Path) -> Path:
    lines = ["LSOA21CD,LSOA21NM,LADCD,LADNM,UTLA25CD,UTLA25NM,residents_2021"]
    for force in range(FORCES):
        name = f"Shire{chr(65 + force)}"
        for place in range(LSOAS):
            district = place * DISTRICTS // LSOAS
            lines.append(
                f"E01{10 + force:02}{place:04},{name} {place // 4:03}{chr(65 + place % 4)},"
                f"E07{force:03}{district:03},{name} District {district},"
                f"E10{force:06},{name},1500"
            )
    path = folder / "lookup.csv"
    path.write_text("\n".join([*lines, ""]))
    return path


def ready(home: Path, files: Path) -> None:
    home.mkdir(exist_ok=True)
    os.environ |= {
        "FRANKPLEDGE_HOME": str(home),
        "SECRET_KEY": "bench",
        "DJANGO_SETTINGS_MODULE": "frankpledge.config.settings",
    }
    import django

    django.setup()
    from django.core.management import call_command

    from frankpledge.evidence import changes
    from frankpledge.evidence.store import current
    from frankpledge.record.lines import System

    call_command("migrate", verbosity=0)
    if current() is None:
        changes.load_areas(paths=[lookup(files.parent)], by=System("The bench"))
        changes.load_evidence(paths=[files], by=System("The bench"))


def county(asked: Any) -> None:
    """Ten districts, fourteen types, five years; the newest year beside the one before; ranks."""
    from frankpledge.evidence import asking

    scope = asking.scope(asked, area="ShireC")
    asking.counts(asked, scope, by=("month", "area", "type"), kind="district")
    asking.compare(asked, scope, by=("area", "type"), kind="district")
    asking.rank(asked, scope)
    asking.chart(asked, scope)


def nation(asked: Any) -> None:
    from frankpledge.evidence import asking

    asking.counts(asked, asking.Scope(), by=("month", "type"))


class Noted:
    """The engine, with every question that is put to it kept."""

    def __init__(self, engine: Any) -> None:
        self.engine, self.generation, self.home = engine, engine.generation, engine.home
        self.put: list[tuple[str, dict[str, Any]]] = []

    def ask(self, sql: str, values: Any) -> Any:
        self.put.append((sql, dict(values)))
        return self.engine.ask(sql, values)


def bare_connection(folder: Path) -> Any:
    """DuckDB as anybody would open it, over the same files."""
    import duckdb

    made = duckdb.connect()
    for table in ("totals", "cube"):
        made.execute(f"CREATE VIEW {table} AS FROM read_parquet('{folder / table}/*.parquet')")
    return made


def spent(work: Callable[[], object]) -> float:
    """The middle of many, in milliseconds; the first, which opens the files, is not among them."""
    work()
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return median(taken)


def same(asked: Any, bare: Any, name: str, put: list[tuple[str, dict[str, Any]]]) -> None:
    """Each question counts as much for us as for them, or the times say nothing."""
    for (sql, values), theirs in zip(put, BARE[name], strict=True):
        ours = sum(sum(n for n in row if isinstance(n, int)) for row in asked.ask(sql, values))
        for table in ("totals", "cube"):
            found = bare.execute(theirs.format(table=table)).fetchall()
            assert ours == sum(sum(int(n) for n in row if _counts(n)) for row in found), theirs


def _counts(value: object) -> bool:
    from decimal import Decimal

    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def measure() -> int:
    from frankpledge.evidence import asking
    from frankpledge.evidence.store import folders

    late = False
    with asking.opened() as asked:
        assert asked.generation
        bare = bare_connection(folders.folder_of(asked.generation.folder))
        for name, ask, most in (
            ("county page", county, COUNTY_MS),
            ("national scan", nation, NATION_MS),
        ):
            noted = Noted(asked)
            ask(noted)
            first = len(noted.put)
            noted.put.clear()
            # What stays the same while a generation lasts is asked for once and remembered.
            ask(noted)
            put = noted.put
            whole = spent(lambda ask=ask: ask(asked))
            ours = spent(lambda put=put: [asked.ask(sql, values) for sql, values in put])
            theirs, lower = (
                spent(
                    lambda name=name, table=table: [
                        bare.execute(sql.format(table=table)).fetchall() for sql in BARE[name]
                    ]
                )
                for table in ("totals", "cube")
            )
            same(asked, bare, name, put)
            late = late or ours > most
            print(
                f"{name:<14} {len(put)} queries, {first} at first  {ours:7.1f} ms, at most {most}"
                f"{' TOO SLOW' if ours > most else ''}   bare DuckDB {theirs:7.1f} ms, of LSOAs "
                f"{lower:7.1f} ms   "
                f"answers and all {whole:7.1f} ms"
            )
    return int(late)


def main() -> int:
    chosen = argparse.ArgumentParser()
    chosen.add_argument("--millions", type=int, default=10)
    chosen.add_argument("--keep", type=Path, help="a folder for the data, used again next time")
    given = chosen.parse_args()
    from benches import evidence

    evidence.ROWS, evidence.FORCES = ROWS, FORCES
    scratch = given.keep or Path(tempfile.mkdtemp(prefix="frankpledge-asking-"))
    files = scratch / "files"
    try:
        if not files.exists():
            files.mkdir(parents=True)
            evidence.make(files, given.millions)
        ready(scratch / "home", files)
        print(f"{given.millions} million rows of {FORCES} forces over five years")
        return measure()
    finally:
        if not given.keep:
            shutil.rmtree(scratch)


if __name__ == "__main__":
    sys.exit(main())
