"""Documents that no reader should trust, and odd ones that it must read all the same."""

import io
import zipfile
from collections.abc import Callable
from functools import cache

from tests.reading import documents

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def packed(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return held.getvalue()


def locked() -> bytes:
    """As an archive program packs with a password: one flag says so."""
    made = bytearray(packed({"word/document.xml": b"<a/>"}))
    made[6] |= 1
    made[made.index(b"PK\1\2") + 8] |= 1
    return bytes(made)


def locked_text() -> bytes:
    manifest = b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    return packed({"content.xml": bytes(range(256)), "META-INF/manifest.xml": manifest})


def word(body: str, before: str = "") -> bytes:
    whole = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    text = f'<?xml version="1.0"?>{before}{whole}'
    return packed({"word/document.xml": text.encode()})


def book(rows: bytes) -> bytes:
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
    )
    workbook = (
        f'<workbook xmlns="{SHEET}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships"><sheets><sheet name="Plan" sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    sheet = f'<worksheet xmlns="{SHEET}"><sheetData>'.encode() + rows + b"</sheetData></worksheet>"
    return packed(
        {
            "xl/workbook.xml": workbook.encode(),
            "xl/_rels/workbook.xml.rels": relations,
            "xl/worksheets/sheet1.xml": sheet,
        }
    )


@cache
def bomb() -> bytes:
    """300 MB of blanks, written bit by bit so that making it needs no such memory."""
    held = io.BytesIO()
    with (
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        for _ in range(300):
            part.write(b" " * 2**20)
    return held.getvalue()


def entities() -> bytes:
    declared = '<!DOCTYPE d [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    return word("<w:p><w:r><w:t>&secret;</w:t></w:r></w:p>", declared)


def laughs() -> bytes:
    rows = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    declared = f'<!DOCTYPE d [<!ENTITY a0 "ha">{rows}]>'
    return word("<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>", declared)


def deep_word() -> bytes:
    return word("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000)


def deep_page() -> bytes:
    return b"<html><body>" + b"<div>" * 100_000 + b"words" + b"</body></html>"


def wide_page() -> bytes:
    return ("<table><tr>" + "<td>a</td>" * 900 + "</tr></table>").encode()


def encrypted_pdf() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n3 0 obj<</Filter/Standard/V 1/R 2/O("
        + b"a" * 32
        + b")/U("
        + b"b" * 32
        + b")/P -4>>"
        b"endobj\ntrailer<</Root 1 0 R/Encrypt 3 0 R/ID[(0123456789abcdef)(0123456789abcdef)]>>\n"
    )


def old_encrypted() -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")
    )


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "is empty"),
    "nothing but noughts": (lambda: b"\0" * 5000, "is empty"),
    "noise": (lambda: bytes(range(256)) * 40, "is not text"),
    "no words": (lambda: b"-- \n ... \n", "no words"),
    "a cut document": (lambda: documents.word_headings().data[:3000], "damaged"),
    "a cut workbook": (lambda: documents.book_sheets().data[:2000], "damaged"),
    "a cut pdf": (lambda: documents.printed().data[:900], "damaged"),
    "an encrypted pdf": (encrypted_pdf, "encrypted"),
    "an encrypted workbook": (old_encrypted, "encrypted"),
    "a locked archive": (locked, "encrypted"),
    "a locked OpenDocument text": (locked_text, "encrypted"),
    "a million empty rows and nothing else": (lambda: book(b"<row></row>" * 1_000_000), "no words"),
    "an old document": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "older"),
    "rich text": (lambda: b"{\\rtf1 hello}", "rich text"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0\1\2" * 300, "picture"),
    "a program": (lambda: b"\x7fELF" + b"\2\1\1" * 300, "program"),
    "another zip": (lambda: packed({"a.txt": b"words"}), "no document"),
    "a zip bomb": (bomb, "unpacks to far more"),
    "external entities": (entities, "declares entities"),
    "a billion laughs": (laughs, "entities"),
    "a document nested too deeply": (deep_word, "nested"),
    "a page nested too deeply": (deep_page, "nested"),
    "a sheet of too many cells": (
        lambda: book((b"<row>" + b"<c><v>1</v></c>" * 100 + b"</row>") * 5000),
        "more cells",
    ),
    "a table of too many columns": (
        wide_page,
        "more columns",
    ),
}


GOOD_ENOUGH: dict[str, Callable[[], bytes]] = {
    "a million empty rows": lambda: book(
        b'<row><c t="inlineStr"><is><t>Action</t></is></c></row>' + b"<row></row>" * 1_000_000
    ),
    "noughts inside": lambda: b"Action\tLead\tBy when\nPatrol\0 the park\tPolice\tMay 2026\n",
    "two encodings": lambda: "Caf\u00e9 visits\n".encode() + "Caf\u00e9 visits\n".encode("cp1252"),
    "wide letters": lambda: "Action\tLead\tWhen\nPatrol\tPolice\tMay\n".encode("utf-16"),
    "a word that has another name": lambda: documents.word_headings().data,
    "a line of a million letters": lambda: b"word " * 200_000,
    "a cell of a million letters": lambda: (
        b"Action\tLead\tBy when\n" + b"1. a 2. b " * 50_000 + b"\tA\tB\n"
    ),
    "a thousand spans": lambda: (
        b"<table><tr><td rowspan=1000 colspan=50>Action</td></tr>"
        + b"<tr></tr>" * 999
        + b"</table>"
    ),
    "many headings": lambda: b"# Priority 1\n\n" * 5000,
}
