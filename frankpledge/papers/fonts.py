"""The letters of papers: of two locked packages, and what a host adds. Never the machine's."""

import importlib.util
import struct
import tempfile
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

SANS, SERIF = "Source Sans Pro", "Source Serif Pro"
WEIGHTS = ("Regular", "Semibold", "Bold")
PACKAGES = (("font_source_sans_pro", "SourceSansPro"), ("font_source_serif_pro", "SourceSerifPro"))


def our_files() -> list[Path]:
    """One file a weight: a package also holds others of the same name, and any might be taken."""
    return [
        _folder(package) / f"{name}-{weight}.otf"
        for package, name in PACKAGES
        for weight in WEIGHTS
    ]


@cache
def _folder(package: str) -> Path:
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise FileNotFoundError(f"The package {package} is not installed: run script/setup.")
    return Path(found.origin).parent / "files"


@cache
def _shelf() -> tempfile.TemporaryDirectory[str]:
    """A folder with nothing in it but our files, for as long as this process lives."""
    shelf = tempfile.TemporaryDirectory(prefix="frankpledge-fonts-")
    for file in our_files():
        (Path(shelf.name) / file.name).symlink_to(file)
    return shelf


@lru_cache(maxsize=4)
def fonts(added: Path | None = None) -> Any:
    """What typst draws letters with. `added` is a host's own folder, for other scripts."""
    import typst

    folders = [_shelf().name, *([str(added)] if added and added.is_dir() else [])]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


@lru_cache(maxsize=4)
def covered(added: Path | None = None) -> frozenset[int]:
    """Every character that some of these fonts can draw."""
    files = [*our_files()]
    if added and added.is_dir():
        files += sorted(each for each in added.rglob("*") if each.suffix in (".otf", ".ttf"))
    both = [characters_of(file.read_bytes()) for file in files]
    # In sans and in serif alike, or a line may lack what its neighbour has.
    ours = frozenset.intersection(*both[: len(our_files())])
    return ours.union(*both[len(our_files()) :])


def characters_of(font: bytes) -> frozenset[int]:
    """The character map of an OpenType file; nothing of a file that is none."""
    try:
        return _characters(font)
    except struct.error:
        return frozenset()


def _characters(font: bytes) -> frozenset[int]:
    """Its tables of format 4 and 12."""
    count = struct.unpack_from(">H", font, 4)[0]
    for at in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * at)
        if tag == b"cmap":
            return frozenset(_mapped(font, offset))
    return frozenset()


def _mapped(font: bytes, cmap: int) -> Iterator[int]:
    for at in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        offset = cmap + struct.unpack_from(">I", font, cmap + 4 + 8 * at + 4)[0]
        form = struct.unpack_from(">H", font, offset)[0]
        if form == 4:
            yield from _in_stretches(font, offset)
        elif form == 12:
            for group in range(struct.unpack_from(">I", font, offset + 12)[0]):
                first, last, _ = struct.unpack_from(">III", font, offset + 16 + 12 * group)
                yield from range(first, last + 1)


def _in_stretches(font: bytes, offset: int) -> Iterator[int]:
    doubled = struct.unpack_from(">H", font, offset + 6)[0]
    ends = struct.unpack_from(f">{doubled // 2}H", font, offset + 14)
    starts = struct.unpack_from(f">{doubled // 2}H", font, offset + 16 + doubled)
    for first, last in zip(starts, ends, strict=True):
        if first != 0xFFFF:
            yield from range(first, last + 1)
