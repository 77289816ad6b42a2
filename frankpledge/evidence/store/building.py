"""The next generation: what is new, and links to everything that stays as it was."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple
from pathlib import Path

from frankpledge.evidence.models import Generation
from frankpledge.evidence.store import atlas, engine, folders
from frankpledge.evidence.store.manifest import NAME, Key, Manifest, Part
from frankpledge.evidence.store.schema import empty
from frankpledge.evidence.store.sql import filled, literal
from frankpledge.evidence.store.tables import SQL, write_rows

TOTALS = "totals/0.parquet"
NAMED = "name VARCHAR, code VARCHAR, county VARCHAR, today VARCHAR"


class Building:
    def __init__(self, base: Generation | None, folder: Path, *, threads: int) -> None:
        self.base = base
        self.folder = folder
        self.before = Manifest.read(self._base_folder) if base else Manifest()
        self._had = {part.key: part for part in self.before.parts}
        self.new: dict[Key, Part] = {}
        self.parts: list[Part] = []
        self.spill = folder / "spill"
        self.connection = engine.for_building(self.spill, threads=threads)

    @property
    def _base_folder(self) -> Path:
        assert self.base is not None  # noqa: S101
        return folders.folder_of(self.base.folder)

    def add(self, part: Part) -> Part | None:
        """Takes the place of the same month of the same force. Returns what it replaces."""
        replaced = self.new.get(part.key)
        if replaced and replaced.path != part.path:
            (self.folder / replaced.path).unlink()
        self.new[part.key] = part
        return replaced

    def base_path(self, part: Part) -> Path:
        return self._base_folder / part.path

    def had(self, key: Key) -> Part | None:
        return self._had.get(key)

    def finish(self) -> None:
        """Everything a reader needs is in the folder, and on the disk, when this returns."""
        kept = [part for part in self.before.parts if _stays(part) and part.key not in self.new]
        placing = self._areas()
        touched = {part.force for part in self.new.values() if part.table == "street"}
        for part in kept:
            folders.link(self._base_folder / part.path, self.folder / part.path)
        self.parts += [*kept, *self.new.values()]
        anew = placing != self.before.placing
        self._cubes(touched, anew=anew)
        self._totals(touched, anew=anew)
        self._coverage()
        self.connection.close()
        folders.remove(self.spill)
        Manifest(self.parts, placing).write(self.folder)
        folders.to_disk(self.folder / NAME)
        folders.names_to_disk(self.folder)

    def _areas(self) -> str:
        found = atlas.tables()
        self._rows("areas", found.areas)
        self._rows("places", [astuple(place) for place in found.places])
        self._rows("sizes", found.sizes)
        for table in ("areas", "places"):
            file = literal(self.folder / table / "0.parquet")
            self.connection.execute(f"CREATE TABLE {table} AS FROM {file}")
        self.connection.execute(f"CREATE TABLE named ({NAMED})")
        if found.named:
            self.connection.executemany("INSERT INTO named VALUES ($1, $2, $3, $4)", found.named)
        return found.digest

    def _rows(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        path = f"{table}/0.parquet"
        write_rows(self.connection, table, rows, self.folder / path)
        self.parts.append(Part(path, table))

    def _cubes(self, touched: set[str], *, anew: bool) -> None:
        forces = sorted({part.force for part in self.parts if part.table == "street"})
        for force in forces:
            part = Part(f"cube/{force}.parquet", "cube", force)
            if anew or force in touched:
                self._cube(force, self.folder / part.path)
            else:
                folders.link(self._base_folder / part.path, self.folder / part.path)
            self.parts.append(part)

    def _cube(self, force: str, to: Path) -> None:
        to.parent.mkdir(exist_ok=True)
        files = literal(self.folder / "street" / f"force={force}" / "*" / "*.parquet")
        sql = filled(SQL, "cube", files=files, force=literal(force), to=literal(to))
        self.connection.execute(sql)
        folders.to_disk(to)

    def _totals(self, touched: set[str], *, anew: bool) -> None:
        """The cube without its LSOAs: of forces that stay as they were, taken over."""
        cubes = [part for part in self.parts if part.table == "cube"]
        if not cubes:
            return
        old = next((part for part in self.before.parts if part.table == "totals"), None)
        kept = None if anew or old is None else self.base_path(old)
        fresh = [part for part in cubes if kept is None or part.force in touched]
        to = self.folder / TOTALS
        to.parent.mkdir()
        given = {"cubes": self._of_cubes(fresh), "kept": _kept(kept, touched), "to": literal(to)}
        self.connection.execute(filled(SQL, "totals", **given))
        folders.to_disk(to)
        self.parts.append(Part(TOTALS, "totals"))

    def _of_cubes(self, cubes: list[Part]) -> str:
        if not cubes:
            return empty("cube")
        files = ", ".join(literal(self.folder / part.path) for part in cubes)
        return f"FROM read_parquet([{files}])"

    def _coverage(self) -> None:
        rows = [
            (part.table, part.force, part.force_name, part.month, part.rows, part.unplaced)
            for part in sorted(self.parts, key=lambda part: part.key)
            if part.table in ("street", "outcomes", "stops")
        ]
        self._rows("coverage", rows)


def _stays(part: Part) -> bool:
    """What is made anew in every generation is not taken over from the one before."""
    return part.table not in ("areas", "places", "sizes", "coverage", "cube", "totals")


def _kept(totals: Path | None, touched: set[str]) -> str:
    if totals is None:
        return empty("totals")
    gone = ", ".join(literal(force) for force in sorted(touched)) or "''"
    return f"FROM read_parquet({literal(totals)}) WHERE force NOT IN ({gone})"


@contextmanager
def building(base: Generation | None, *, threads: int = 2) -> Iterator[Building]:
    """The folder is gone again unless whoever builds has made it a generation."""
    made = Building(base, folders.begin(), threads=threads)
    try:
        yield made
    finally:
        made.connection.close()
        if not Generation.objects.filter(folder=made.folder.name).exists():
            folders.remove(made.folder)
