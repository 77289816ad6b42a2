"""The tags of a PDF, read from its bytes and by another program: what a screen reader is told."""

import ctypes
import re
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdfium2 import raw

OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", re.S)
REF = re.compile(rb"(\d+) 0 R")
LISTED = re.compile(rb"\(([^)]*)\)(\d+) 0 R")


@dataclass(frozen=True)
class Tag:
    number: int
    kind: str
    parent: int
    body: bytes

    @property
    def kids(self) -> list[int]:
        found = re.search(rb"/K\[([^\]]*)\]", self.body)
        return [int(one) for one in REF.findall(found[1])] if found else []

    @property
    def scope(self) -> str:
        found = re.search(rb"/Scope/(\w+)", self.body)
        return found[1].decode() if found else ""

    @property
    def name(self) -> bytes:
        found = re.search(rb"/ID\(([^)]*)\)", self.body)
        return found[1] if found else b""

    @property
    def heads(self) -> list[bytes]:
        found = re.search(rb"/Headers\[([^\]]*)\]", self.body)
        return re.findall(rb"\(([^)]*)\)", found[1]) if found else []

    @property
    def words_for_it(self) -> bool:
        return bool(re.search(rb"/Alt\((?!\))|/Alt<(?!>)", self.body))


class Tagged:
    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.objects = {int(number): body for number, body in OBJECT.findall(pdf)}
        self.tags = {
            number: Tag(number, kind[1].decode(), int(parent[1]), body)
            for number, body in self.objects.items()
            if b"/Type/StructElem" in body[:40]
            and (kind := re.search(rb"/S/(\w+)", body))
            and (parent := re.search(rb"/P (\d+) 0 R", body))
        }

    def of(self, *kinds: str) -> list[Tag]:
        return [tag for tag in self.tags.values() if tag.kind in kinds]

    def holding(self, words: bytes) -> list[bytes]:
        return [body for body in self.objects.values() if words in body]

    @property
    def named(self) -> dict[bytes, int]:
        """The tags that others point at, by their names."""
        (root,) = self.holding(b"/Type/StructTreeRoot")
        found = re.search(rb"/IDTree<</Names\[(.*?)\]", root, re.S)
        return {name: int(number) for name, number in LISTED.findall(found[1])} if found else {}

    def in_order(self, number: int | None = None) -> list[Tag]:
        """As a reader hears them."""
        if number is None:
            (root,) = self.holding(b"/Type/StructTreeRoot")
            found = re.search(rb"/K\[([^\]]*)\]", root)
            assert found
            tops = [int(one) for one in REF.findall(found[1])]
            return [tag for top in tops for tag in self.in_order(top)]
        tag = self.tags[number]
        return [tag, *(each for kid in tag.kids for each in self.in_order(kid))]


def untagged(pdf: bytes) -> list[str]:
    """What is drawn on a page and is neither tagged nor marked as decoration."""
    found = []
    for at, page in enumerate(pypdfium2.PdfDocument(pdf), start=1):
        for one in page.get_objects(max_depth=1):
            names = [_mark(one.raw, mark) for mark in range(raw.FPDFPageObj_CountMarks(one.raw))]
            if not names:
                found.append(f"page {at}: {one.type}")
    return found


def _mark(thing: Any, at: int) -> str:
    mark, long = raw.FPDFPageObj_GetMark(thing, at), ctypes.c_ulong()
    held = (ctypes.c_ushort * 64)()
    raw.FPDFPageObjMark_GetName(mark, held, ctypes.sizeof(held), long)
    return bytes(held)[: long.value].decode("utf-16-le").rstrip("\0")


def letters_without_meaning(pdf: bytes) -> int:
    count = 0
    for page in pypdfium2.PdfDocument(pdf):
        held = page.get_textpage()
        count += sum(
            raw.FPDFText_HasUnicodeMapError(held, at) == 1 for at in range(held.count_chars())
        )
    return count
