"""Zipped documents, opened with limits: a small file may claim to hold a very large one."""

import io
import zipfile
import zlib

from lxml import etree

from frankpledge.reading.errors import Unreadable

LARGEST_PART = 120 * 2**20
LARGEST_TREE = 40 * 2**20
LARGEST_SUM = 250 * 2**20
MOST_PARTS = 5000
MOST_TIMES = 1200
OPENING = 65_536
ENTITIES = "declares entities of its own, which no office program writes"
LOCKED = "is encrypted: save it without a password first"
BROKEN = "is damaged or was cut off: it cannot be unpacked"
BOMB = "unpacks to far more than a plan could be, and was not opened"


class Archive:
    def __init__(self, data: bytes) -> None:
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
            self.infos = {info.filename: info for info in self.zip.infolist()}
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise Unreadable(BROKEN) from error
        sizes = [info.file_size for info in self.infos.values()]
        if sum(sizes) > LARGEST_SUM or len(sizes) > MOST_PARTS:
            raise Unreadable(BOMB)
        if any(info.flag_bits & 1 for info in self.infos.values()):
            raise Unreadable(LOCKED)

    def __contains__(self, name: str) -> bool:
        return name in self.infos

    def names(self, start: str) -> list[str]:
        return sorted(name for name in self.infos if name.startswith(start))

    def part(self, name: str, largest: int = LARGEST_PART) -> bytes:
        info = self.infos.get(name)
        if info is None:
            raise Unreadable(f"is damaged: its part {name} is missing")
        times = info.file_size / max(info.compress_size, 1)
        if info.file_size > largest or (times > MOST_TIMES and info.file_size > 2**23):
            raise Unreadable(BOMB)
        try:
            with self.zip.open(info) as file:
                data = file.read(largest + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise Unreadable(BROKEN) from error
        except (NotImplementedError, RuntimeError) as error:
            raise Unreadable("is packed in a way that cannot be opened here") from error
        if len(data) > largest:
            raise Unreadable(BOMB)
        if b"<!ENTITY" in data[:OPENING]:
            raise Unreadable(ENTITIES)
        return data

    def tree(self, name: str) -> etree._Element:
        return tree_of(self.part(name, LARGEST_TREE), name)

    def maybe(self, name: str) -> etree._Element | None:
        return self.tree(name) if name in self.infos else None


def tree_of(data: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(_why(str(error), name)) from error
    if root is None:
        raise Unreadable(f"is damaged: its part {name} is empty")
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(ENTITIES)
    return root


def _why(message: str, name: str) -> str:
    if "depth" in message.lower() or "huge" in message.lower():
        return "is nested deeper than any plan"
    return f"is damaged: its part {name} is not whole"
