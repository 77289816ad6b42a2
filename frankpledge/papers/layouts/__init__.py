"""Layouts: folders of templates. Ours is `standard`; a host adds others without touching code."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
STANDARD = "standard"
PARTS = ("paper.typ", "paper.html", "paper.css")


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
    """Ours, and each folder of the host's that holds one of the parts."""
    found = [Layout(STANDARD, HERE / STANDARD)]
    if added and added.is_dir():
        folders = sorted(one for one in added.iterdir() if one.is_dir())
        found += [Layout(one.name, one) for one in folders if _has_parts(one)]
    return found


def _has_parts(folder: Path) -> bool:
    return any((folder / part).is_file() for part in PARTS)
