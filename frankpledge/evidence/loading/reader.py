"""One file into parts: the quick way for a file that is whole, line by line for one that is not."""

import hashlib
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import duckdb

from frankpledge.evidence.loading import careful, forces
from frankpledge.evidence.loading.kinds import Kind
from frankpledge.evidence.loading.sources import Source
from frankpledge.evidence.loading.taken import Reason, Taken, as_reasons
from frankpledge.evidence.store.folders import to_disk
from frankpledge.evidence.store.manifest import Part
from frankpledge.evidence.store.sql import filled, literal
from frankpledge.record.errors import Refused

SQL = Path(__file__).parent / "sql"
BLOCK = 1 << 20
COLUMNS = {
    "street": "lsoa, lsoa_name, if(pointless, NULL, lon) AS lon, if(pointless, NULL, lat) AS lat, "
    "location, type, outcome, crime_id",
    "outcomes": "crime_id, lsoa, lsoa_name, outcome",
    "stops": "moment, type, legislation, object, outcome, outcome_linked, "
    "if(pointless, NULL, lon) AS lon, if(pointless, NULL, lat) AS lat",
}
SORTED = {"street": "lsoa NULLS LAST", "outcomes": "lsoa NULLS LAST", "stops": "moment"}
SAMPLE = {
    "street": "month, reported, type, lsoa, location",
    "outcomes": "month, reported, outcome, lsoa",
    "stops": "moment, type, object",
}
WHOLE = ("street", "outcomes")
POINTLESS = "taken without its point: a coordinate is not a number, or not in these islands"


class Reader:
    """Of one thread: its own cursor, its own scratch files."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, folder: Path, scratch: Path) -> None:
        self.cursor = connection.cursor()
        self.folder = folder
        self.scratch = scratch

    def take(self, source: Source, kind: Kind, number: int) -> Taken:
        copy = self.scratch / f"{number}.csv"
        path = source.path if source.path and _is_plain(source.path) else copy
        digest, lines = _read_through(source, copy if path == copy else None)
        made = Taken(source, kind, digest)
        try:
            if not self._whole(path, made, number, lines):
                if not self._quick(path, kind, lines):
                    self._slow(path, made, number)
                self._parts(made, number)
            for part in made.parts:
                to_disk(self.folder / part.path)
        finally:
            copy.unlink(missing_ok=True)
        return made

    def _whole(self, path: Path, made: Taken, number: int, lines: int) -> bool:
        """Straight from the file into its part: where every line of it turns out to be sound."""
        kind = made.kind
        if not (kind.month and kind.reported and kind.dataset in WHOLE):
            return False
        self._check_force(made, kind.reported)
        part = self._new_part(made, number, kind.force, kind.month, kind.reported)
        to = self._room_for(part)
        given = {
            "source": self._source(path, kind),
            "month": literal(kind.month),
            "reported": literal(kind.reported),
            "to": literal(to),
        }
        try:
            rows = self._number(filled(SQL, f"whole_{kind.dataset}", **given))
        except (duckdb.InvalidInputException, duckdb.ConversionException):
            rows = -1
        if rows != lines - 1:
            to.unlink(missing_ok=True)
            return False
        unplaced = self._number("SELECT count(*) - count(lsoa) FROM read_parquet($1)", [str(to)])
        made.rows = rows
        made.parts.append(replace(part, rows=rows, unplaced=unplaced))
        return True

    def _quick(self, path: Path, kind: Kind, lines: int) -> bool:
        try:
            rows = self._stage(path, kind)
        except duckdb.InvalidInputException:
            return False
        # Fewer rows than lines: a quotation mark that was never meant has swallowed some.
        return rows == lines - 1

    def _slow(self, path: Path, made: Taken, number: int) -> None:
        sound = self.scratch / f"{number}-sound.csv"
        with path.open("rb") as file:
            faults = careful.sound_lines(file, sound, len(made.kind.columns))
        try:
            self._stage(sound, made.kind)
        finally:
            sound.unlink()
        made.reasons += as_reasons(faults)
        made.rows += made.set_aside

    def _stage(self, path: Path, kind: Kind) -> int:
        rows = self._source(path, kind)
        self.cursor.execute(filled(SQL, kind.dataset, source=rows, month=literal(kind.month)))
        return self._number("SELECT count(*) FROM taken")

    def _source(self, path: Path, kind: Kind) -> str:
        named = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in kind.columns)
        absent = "".join(f', NULL::VARCHAR AS "{name}"' for name in kind.missing)
        return filled(SQL, "source", file=literal(path), columns=named, absent=absent)

    def _number(self, sql: str, values: list[str] | None = None) -> int:
        row = self.cursor.execute(sql, values).fetchone()
        return int(row[0]) if row else 0

    def _parts(self, made: Taken, number: int) -> None:
        made.rows += self._number("SELECT count(*) FROM taken")
        groups = self._groups(made)
        for (force, month), found in sorted(groups.items()):
            self._part(made, number, force, month, found)
        if made.rows > sum(found[1] for found in groups.values()) or self._number(
            "SELECT count(*) FROM taken WHERE pointless"
        ):
            made.reasons += self._faults(made.kind)

    def _groups(self, made: Taken) -> dict[tuple[str, str], tuple[list[str], int, int]]:
        """Names under which each force reports, rows, and rows without a place."""
        kind = made.kind
        found: dict[tuple[str, str], tuple[list[str], int, int]] = defaultdict(lambda: ([], 0, 0))
        rows = self.cursor.execute(filled(SQL, "groups")).fetchall()
        if kind.force and rows and rows[0][1]:
            self._check_force(made, rows[0][1])
        for month, reported, n, unplaced in rows:
            force = kind.force or forces.slug(reported or "")
            names, total, without = found[force, kind.month or month]
            found[force, kind.month or month] = (
                [*names, reported or ""],
                total + n,
                without + unplaced,
            )
        return found

    def _check_force(self, made: Taken, reported: str) -> None:
        if forces.disagree(made.kind.force, reported):
            raise Refused(
                f"{made.source.name} is named after {made.kind.force}, but its rows are reported "
                f"by {reported}. Name it after whose it is."
            )

    def _new_part(self, made: Taken, number: int, force: str, month: str, name: str) -> Part:
        path = f"{made.kind.dataset}/force={force}/month={month}-01/{number}.parquet"
        return Part(path, made.kind.dataset, force, name or forces.spoken(force), f"{month}-01")

    def _room_for(self, part: Part) -> Path:
        to = self.folder / part.path
        to.parent.mkdir(parents=True, exist_ok=True)
        return to

    def _part(
        self, made: Taken, number: int, force: str, month: str, found: tuple[list[str], int, int]
    ) -> None:
        names, rows, unplaced = found
        kind = made.kind
        bare = self._new_part(made, number, force, month, names[0])
        part = replace(bare, rows=rows, unplaced=unplaced)
        self._write("parts", kind, part, names)
        made.parts.append(part)
        if kind.dataset == "stops":
            path = part.path.replace("stops/", "searched/", 1)
            beside = Part(path, "searched", force, part.force_name, part.month, rows)
            self._write("searched", kind, beside, names)
            made.parts.append(beside)

    def _write(self, sql: str, kind: Kind, part: Part, names: list[str]) -> None:
        to = self._room_for(part)
        given = {
            "columns": COLUMNS[kind.dataset],
            "which": "true" if kind.month else _only(part, names),
            "sorted": SORTED[kind.dataset],
            "to": literal(to),
            "packing": "snappy",
        }
        self.cursor.execute(filled(SQL, sql, **given))

    def _faults(self, kind: Kind) -> list[Reason]:
        sql = filled(SQL, "faults", pointless=literal(POINTLESS), sample=SAMPLE[kind.dataset])
        found = self.cursor.execute(sql).fetchall()
        return [Reason(reason, n, samples, is_taken) for reason, n, samples, is_taken in found]


def _only(part: Part, names: list[str]) -> str:
    """The rows of one month of one force, in a file of several."""
    whose = ", ".join(literal(name) for name in names)
    return f"month = {literal(part.month[:7])} AND reported IN ({whose})"


def _is_plain(path: Path) -> bool:
    """A name with these in it would be taken for a pattern that stands for several files."""
    return not set(str(path)) & set("*?[]{}")


def _read_through(source: Source, copy: Path | None) -> tuple[str, int]:
    """The file's digest and how many lines it has; a copy where it does not lie open."""
    with source.open() as file:
        if copy is None:
            return _digest(file, None)
        with copy.open("wb") as kept:
            return _digest(file, kept)


def _digest(file: BinaryIO, copy: BinaryIO | None) -> tuple[str, int]:
    total, lines, last = hashlib.sha256(), 0, b"\n"
    while block := file.read(BLOCK):
        total.update(block)
        lines += block.count(b"\n")
        last = block[-1:]
        if copy:
            copy.write(block)
    return total.hexdigest(), lines + (last != b"\n")
