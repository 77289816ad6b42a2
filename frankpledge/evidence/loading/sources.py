"""Where rows come from: files, the files of a folder, the members of a zip, one at a time."""

import shutil
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from frankpledge.record.errors import Refused

# Text of this kind packs about eightfold. What unpacks to far more is not what it says.
MOST_PACKED = 200
LARGEST_MEMBER = 4 * 1024**3


@dataclass(frozen=True)
class Source:
    name: str  # as people know it: archive.zip: 2021-04/2021-04-essex-street.csv
    size: int
    path: Path | None = None  # lies open on the disk
    archive: zipfile.ZipFile | None = None
    member: zipfile.ZipInfo | None = None
    # Named by whoever loads, and not merely found beside others.
    is_named: bool = False

    @property
    def stem(self) -> str:
        inner = self.member.filename if self.member else str(self.path)
        return inner.replace("\\", "/").rsplit("/", 1)[-1]

    def open(self) -> BinaryIO:
        if self.path:
            return self.path.open("rb")
        assert self.archive and self.member  # noqa: S101, PT018
        return self.archive.open(self.member)  # type: ignore[return-value]


@dataclass
class Sources(ExitStack):
    """All of them; closing it closes the zips."""

    found: list[Source] = field(default_factory=list)
    # How the names end of files that are looked for in folders and zips.
    endings: tuple[str, ...] = (".csv",)
    left_out: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    @property
    def size(self) -> int:
        return sum(source.size for source in self.found)

    def gather(self, paths: Sequence[Path]) -> "Sources":
        for path in paths:
            if path.is_dir():
                for each in sorted(path.rglob("*")):
                    if each.is_file():
                        self._add(each, each.relative_to(path.parent).as_posix(), is_named=False)
            elif path.exists():
                self._add(path, path.name, is_named=True)
            else:
                raise Refused(f"There is no file {path}.")
        return self

    def _add(self, path: Path, name: str, *, is_named: bool) -> None:
        suffix = path.suffix.lower()
        if suffix == ".zip":
            self.found += self._members(path, name)
        elif suffix in self.endings or is_named:
            self.found.append(Source(name, path.stat().st_size, path, is_named=is_named))
        else:
            self.left_out.append(name)

    def _members(self, path: Path, name: str) -> Iterator[Source]:
        try:
            archive = self.enter_context(zipfile.ZipFile(path))
        except (zipfile.BadZipFile, OSError) as error:
            raise Refused(f"{name} is not a whole zip file. Download it again.") from error
        for member in sorted(archive.infolist(), key=lambda each: each.filename):
            inner = f"{name}: {member.filename}"
            if member.is_dir() or member.filename.startswith("__MACOSX/"):
                continue
            _check_member(inner, member)
            if member.filename.lower().endswith(self.endings):
                yield Source(inner, member.file_size, archive=archive, member=member)
            else:
                self.left_out.append(inner)


def _check_member(name: str, member: zipfile.ZipInfo) -> None:
    if member.filename.lower().endswith((".zip", ".gz", ".7z", ".tar")):
        raise Refused(f"{name} is an archive within an archive. Unpack the outer one first.")
    if member.flag_bits & 1:
        raise Refused(f"{name} is locked with a password.")
    packed = max(1, member.compress_size)
    if member.file_size > LARGEST_MEMBER or member.file_size / packed > MOST_PACKED:
        raise Refused(
            f"{name} would unpack to {member.file_size / 1e6:,.0f} MB out of "
            f"{packed / 1e6:,.1f} MB. No file of ours does."
        )


def free_space(folder: Path) -> int:
    return shutil.disk_usage(folder).free
