"""Loading the police's files beside bare DuckDB, Polars and pandas, on data made in their format.

script/bench evidence [--millions 1 10] [--keep FOLDER] [--others]   (--others fetches Polars and
pandas into a folder of their own, which is thrown away; without it they are not asked)
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
ROWS = 20_000
FORCES = 25
MAKE = """
COPY (
    SELECT
        if(type = 'Anti-social behaviour', NULL, md5(seed || i) || md5(i || seed)) AS "Crime ID",
        '{month}' AS "Month",
        '{force} Police' AS "Reported by",
        '{force} Police' AS "Falls within",
        if(nowhere, NULL, printf('%.6f', -2 + (place % 97) / 150.0 + snap / 9000.0)) AS "Longitude",
        if(nowhere, NULL, printf('%.6f', 51 + (place % 89) / 140.0 + snap / 7000.0)) AS "Latitude",
        if(nowhere, 'No Location', 'On or near ' || street) AS "Location",
        if(nowhere, NULL, printf('E01%02d%04d', {number}, place)) AS "LSOA code",
        if(nowhere, NULL, printf('{force} %03d%s', place // 4, chr(65 + place % 4))) AS "LSOA name",
        type AS "Crime type",
        if(type = 'Anti-social behaviour', NULL, result) AS "Last outcome category",
        NULL AS "Context"
    FROM (
        SELECT
            i,
            '{number}{month}' AS seed,
            (hash(i, seed) % 1400)::INT AS place,
            (hash(i, seed, 2) % 100)::INT AS snap,
            hash(i, seed, 3) % 100 = 0 AS nowhere,
            {types}[1 + (hash(i, seed, 4) % 14)::INT] AS type,
            {streets}[1 + (hash(i, seed, 5) % 8)::INT] AS street,
            {results}[1 + (hash(i, seed, 6) % 5)::INT] AS result
        FROM range({rows}) AS t(i)
    )
) TO '{to}' (HEADER)
"""
TYPES = [
    "Anti-social behaviour",
    "Bicycle theft",
    "Burglary",
    "Criminal damage and arson",
    "Drugs",
    "Other crime",
    "Other theft",
    "Possession of weapons",
    "Public order",
    "Robbery",
    "Shoplifting",
    "Theft from the person",
    "Vehicle crime",
    "Violence and sexual offences",
]
STREETS = [
    "Mill Lane",
    "High Street",
    "Parking Area",
    "Supermarket",
    "Station Road",
    "Church Close",
    "Petrol Station",
    "Fen Drove",
]
RESULTS = [
    "Investigation complete; no suspect identified",
    "Unable to prosecute suspect",
    "Under investigation",
    "Status update unavailable",
    "Local resolution",
]


def make(folder: Path, millions: int) -> None:
    import duckdb

    made = duckdb.connect()
    for number in range(millions * 1_000_000 // ROWS):
        force, at = f"Shire{chr(65 + number % FORCES)}", number // FORCES
        month = f"{2000 + at // 12}-{at % 12 + 1:02d}"
        inside = folder / month
        inside.mkdir(parents=True, exist_ok=True)
        sql = MAKE.format(
            force=force,
            month=month,
            number=10 + number % FORCES,
            rows=ROWS,
            types=TYPES,
            streets=STREETS,
            results=RESULTS,
            to=inside / f"{month}-{force.lower()}-street.csv",
        )
        made.execute(sql)


def ours(files: Path, out: Path) -> None:
    os.environ |= {
        "FRANKPLEDGE_HOME": str(out),
        "SECRET_KEY": "bench",
        "DJANGO_SETTINGS_MODULE": "frankpledge.config.settings",
    }
    import django

    django.setup()
    from django.core.management import call_command

    from frankpledge.evidence import changes
    from frankpledge.record.lines import System

    call_command("migrate", verbosity=0)
    began = time.perf_counter()
    changes.load_evidence(paths=[files], by=System("The bench"))
    print(f"took {time.perf_counter() - began}")


BARE_PARTS = """
COPY (
    SELECT
        "LSOA code" AS lsoa, "LSOA name" AS lsoa_name, "Longitude"::DOUBLE AS lon,
        "Latitude"::DOUBLE AS lat, "Location" AS location, "Crime type" AS type,
        "Last outcome category" AS outcome, "Crime ID" AS crime_id,
        regexp_extract(filename, '-(shire.)-', 1) AS force, ("Month" || '-01')::DATE AS month
    FROM read_csv(
        '{files}/*/*.csv', header = true, auto_detect = false, delim = ',', quote = '"',
        filename = true, columns = {columns}
    )
    ORDER BY force, month, lsoa
) TO '{out}/street' (FORMAT parquet, PARTITION_BY (force, month))
"""
BARE_CUBE = """
COPY (
    SELECT month, force, type, lsoa, any_value(lsoa_name) AS lsoa_name, count(*) AS n
    FROM read_parquet('{out}/street/*/*/*.parquet', hive_partitioning = true)
    GROUP BY month, force, type, lsoa ORDER BY force, lsoa, month, type
) TO '{out}/cube' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (force))
"""
HEADINGS = [
    "Crime ID",
    "Month",
    "Reported by",
    "Falls within",
    "Longitude",
    "Latitude",
    "Location",
    "LSOA code",
    "LSOA name",
    "Crime type",
    "Last outcome category",
    "Context",
]


def bare(files: Path, out: Path) -> None:
    import duckdb

    made = duckdb.connect(config={"memory_limit": "1GB", "temp_directory": str(out / "spill")})
    columns = dict.fromkeys(HEADINGS, "VARCHAR")
    began = time.perf_counter()
    made.execute(BARE_PARTS.format(files=files, out=out, columns=columns))
    made.execute(BARE_CUBE.format(out=out))
    print(f"took {time.perf_counter() - began}")


def bare_by_file(files: Path, out: Path) -> None:
    """The same layout, one file after another: no sort over all, no check of any row."""
    import duckdb

    made = duckdb.connect(config={"memory_limit": "1GB"})
    columns = dict.fromkeys(HEADINGS, "VARCHAR")
    whole = BARE_PARTS.replace("{files}/*/*.csv", "{files}")
    whole = whole.replace("ORDER BY force, month, lsoa", "ORDER BY lsoa")
    whole = whole.replace("{out}/street' (FORMAT parquet, PARTITION_BY (force, month))", "{out}'")
    began = time.perf_counter()
    for path in sorted(files.rglob("*.csv")):
        force, month = path.name[8:14], path.name[:7]
        to = out / "street" / f"force={force}" / f"month={month}-01"
        to.mkdir(parents=True)
        sql = whole.format(files=path, out=to / "0.parquet", columns=columns)
        made.execute(sql)
    made.execute(BARE_CUBE.format(out=out))
    print(f"took {time.perf_counter() - began}")


def polars(files: Path, out: Path) -> None:
    import polars as pl

    began = time.perf_counter()
    rows = pl.scan_csv(f"{files}/*/*.csv").select(HEADINGS[:2] + HEADINGS[2:3] + HEADINGS[4:11])
    rows.sink_parquet(out / "street.parquet")
    cube = pl.scan_parquet(out / "street.parquet").group_by(
        "Month", "Reported by", "Crime type", "LSOA code"
    )
    cube.len().sink_parquet(out / "cube.parquet")
    print(f"took {time.perf_counter() - began}")


def pandas(files: Path, out: Path) -> None:
    import pandas as pd

    began = time.perf_counter()
    rows = pd.concat(pd.read_csv(each) for each in sorted(files.rglob("*.csv")))
    rows.to_parquet(out / "street.parquet")
    keys = ["Month", "Reported by", "Crime type", "LSOA code"]
    rows.groupby(keys, dropna=False).size().reset_index(name="n").to_parquet(out / "cube.parquet")
    print(f"took {time.perf_counter() - began}")


WAYS: dict[str, Callable[[Path, Path], None]] = {
    "frankpledge": ours,
    "bare DuckDB, all at once": bare,
    "bare DuckDB, file by file": bare_by_file,
    "polars": polars,
    "pandas": pandas,
}


PEERS = ("polars", "pandas")
MOST_TIMES, MOST_GIB = 1.3, 1.0


def measure(way: str, files: Path, python: str) -> tuple[float, float, float]:
    """Seconds of the work, of its processor, and the most memory its process took, in GiB."""
    with tempfile.TemporaryDirectory(dir=files.parent) as out:
        command = [python, __file__, "--way", way, str(files), out]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{way}: {done.stderr.strip().splitlines()[-1]}")
    seconds, busy, peak = json.loads(done.stdout.strip().splitlines()[-1])
    return seconds, busy, peak


def run_one(way: str, files: Path, out: Path) -> None:
    import io
    from contextlib import redirect_stdout

    said = io.StringIO()
    with redirect_stdout(said):
        WAYS[way](files, out)
    used = resource.getrusage(resource.RUSAGE_SELF)
    busy, peak = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024**2
    print(json.dumps([float(said.getvalue().split()[-1]), busy, peak]))


def main() -> int:
    chosen = argparse.ArgumentParser()
    chosen.add_argument("--millions", type=int, nargs="+", default=[1, 10])
    chosen.add_argument("--keep", type=Path, help="a folder for the data, used again next time")
    chosen.add_argument("--others", action="store_true", help="Polars and pandas beside it")
    chosen.add_argument("--way", nargs=3, help=argparse.SUPPRESS)
    given = chosen.parse_args()
    if given.way:
        run_one(given.way[0], Path(given.way[1]), Path(given.way[2]))
        return 0
    scratch = given.keep or Path(tempfile.mkdtemp(prefix="frankpledge-bench-"))
    try:
        peers = fetched(scratch) if given.others else ""
        kept = [
            compare(scratch / f"{millions}m" / "files", millions, peers)
            for millions in given.millions
        ]
    finally:
        if not given.keep:
            shutil.rmtree(scratch)
    return 0 if all(kept) else 1


def fetched(scratch: Path) -> str:
    """A Python that has the peers, in a folder of its own; nothing, where they cannot be had."""
    folder, uv = scratch / "others", str(ROOT / ".venv/bin/uv")
    python = str(folder / "bin/python")
    if not folder.exists():
        subprocess.run([uv, "venv", "--quiet", str(folder)], check=True)
        command = [uv, "pip", "install", "--quiet", "--python", python, *PEERS, "pyarrow"]
        if subprocess.run(command, check=False).returncode:
            print("Polars and pandas could not be fetched: they are not measured.")
            return ""
    return python


def compare(files: Path, millions: int, peers: str) -> bool:
    if not files.exists():
        make(files, millions)
    print(f"\n{millions} million rows in {millions * 1_000_000 // ROWS} files")
    took: dict[str, float] = {}
    for way in WAYS:
        if way in PEERS and not peers:
            continue
        seconds, busy, peak = measure(way, files, peers if way in PEERS else sys.executable)
        took[way] = seconds
        if way == "frankpledge":
            most = peak
        rate = millions * 1_000_000 / seconds
        print(
            f"  {way:<26} {seconds:7.2f} s  {busy:7.2f} s of processor "
            f"{rate:12,.0f} rows a second  {peak:5.2f} GiB"
        )
    bare = min(seconds for way, seconds in took.items() if way.startswith("bare"))
    times = took["frankpledge"] / bare
    print(
        f"  {times:.2f} times bare DuckDB, at most {MOST_TIMES}; {most:.2f} GiB, at most {MOST_GIB}"
    )
    # Below ten million what is the same for every load weighs too much to be judged by.
    return millions < 10 or (times <= MOST_TIMES and most <= MOST_GIB)


if __name__ == "__main__":
    sys.exit(main())
