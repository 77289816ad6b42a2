"""What a backup says of itself."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import BinaryIO
from zipfile import ZipFile

from frankpledge.config.cannot import Cannot

FORMAT = 1
NAME = "manifest.json"


@dataclass(frozen=True)
class Member:
    sha256: str
    size: int
    rows: int | None = None


@dataclass
class Manifest:
    version: str
    taken: str
    migrations: list[list[str]]
    members: dict[str, Member] = field(default_factory=dict)
    format: int = FORMAT
    product: str = "frankpledge"

    def text(self) -> str:
        return json.dumps(asdict(self), indent=2, ensure_ascii=False)


def read_manifest(archive: ZipFile) -> Manifest:
    try:
        held = json.loads(archive.read(NAME))
        members = {name: Member(**each) for name, each in held.pop("members").items()}
        manifest = Manifest(**held, members=members)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise Cannot("This file is not a backup made by frankpledge.") from error
    if manifest.product != "frankpledge":
        raise Cannot(f"This is a backup of {manifest.product}, not of frankpledge.")
    if manifest.format != FORMAT:
        raise Cannot(f"This backup has format {manifest.format}, and this version reads {FORMAT}.")
    return manifest


def check_members(archive: ZipFile, manifest: Manifest) -> None:
    """Every member is there, unaltered, and there are no others."""
    names = [name for name in archive.namelist() if name != NAME]
    if sorted(names) != sorted(manifest.members):
        raise Cannot("This backup is not whole: its list and what it holds differ.")
    for name, member in manifest.members.items():
        with archive.open(name) as file:
            if _sum(file) != member.sha256:
                raise Cannot(f"This backup was altered or damaged: {name} is not what was saved.")


def blocks(file: BinaryIO) -> Iterator[bytes]:
    while block := file.read(1 << 20):
        yield block


def _sum(file: object) -> str:
    total = hashlib.sha256()
    for block in blocks(file):  # type: ignore[arg-type]
        total.update(block)
    return total.hexdigest()
