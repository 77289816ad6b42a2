"""Layouts: folders of templates. Ours is `standard`; a host adds others without touching code."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
STANDARD = "standard"
NAME = re.compile(r"[-A-Za-z0-9_]+")  # it stands in an address
DRAWN_WITH = (".typ", ".svg", ".png", ".jpg", ".webp")


class NoLayout(Exception):
    """Its text is one sentence for people."""


@dataclass(frozen=True)
class Layout:
    name: str
    folder: Path

    def read(self, part: str) -> bytes:
        """The layout's own file, or where it has none, that of the standard layout."""
        own = self.folder / part
        return (own if own.is_file() else HERE / STANDARD / part).read_bytes()

    @property
    def for_print(self) -> dict[str, bytes]:
        """What a PDF is drawn with: its own files, and ours by another name, to take from."""
        found = {
            file.relative_to(self.folder).as_posix(): file.read_bytes()
            for file in sorted(self.folder.rglob("*"))
            if file.is_file() and file.suffix in DRAWN_WITH
        }
        ours = (HERE / STANDARD / "paper.typ").read_bytes()
        return {"paper.typ": ours, **found, "standard.typ": ours}

    @property
    def folders(self) -> list[Path]:
        return list(dict.fromkeys([self.folder, HERE / STANDARD]))

    @property
    def version(self) -> str:
        """The digest of every file that it is made of: the same version, the same looks."""
        digest = hashlib.sha256()
        for folder in self.folders:
            for file in sorted(one for one in folder.rglob("*") if one.is_file()):
                digest.update(file.relative_to(folder).as_posix().encode() + b"\0")
                digest.update(file.read_bytes() + b"\0")
        return digest.hexdigest()[:12]


def layout_named(name: str, added: Path | None = None) -> Layout:
    if name == STANDARD:
        return Layout(STANDARD, HERE / STANDARD)
    for layout in layouts(added):
        if layout.name == name:
            return layout
    raise NoLayout(f"There is no layout called {name} in the folder of layouts.")


def layouts(added: Path | None = None) -> list[Layout]:
    """Ours, and each folder of the host's that holds a file of the same name as one of ours."""
    found = [Layout(STANDARD, HERE / STANDARD)]
    if added and added.is_dir():
        folders = sorted(
            one for one in added.iterdir() if one.is_dir() and NAME.fullmatch(one.name)
        )
        found += [Layout(one.name, one) for one in folders if _has_parts(one)]
    return found


def _has_parts(folder: Path) -> bool:
    ours = {file.name for file in (HERE / STANDARD).iterdir()}
    return any(file.name in ours for file in folder.iterdir())
