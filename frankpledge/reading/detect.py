"""Which format the bytes are in. The name is believed only where the bytes leave it open."""

import re
from collections.abc import Callable

from frankpledge.reading.blocks import Document
from frankpledge.reading.errors import Unreadable
from frankpledge.reading.formats import csvfile, docx, html, odt, pdf, text, xlsx
from frankpledge.reading.formats.archive import LOCKED, Archive

Reader = Callable[[bytes], Document]
MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|table|p|h\d)\b",
    re.I | re.S,
)
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MANIFEST = "META-INF/manifest.xml"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF")
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
REFUSED = (
    (b"{\\rtf", "is in rich text format: save it as .docx"),
    (b"\x7fELF", "is a program, not a document"),
    (b"MZ", "is a program, not a document"),
    (b"\x1f\x8b", "is packed: unpack it first"),
    (b"Rar!", "is packed: unpack it first"),
    (b"7z\xbc\xaf", "is packed: unpack it first"),
)


def format_of(data: bytes, name: str) -> Reader:
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable("is empty")
    _refuse(data)
    if data.startswith(b"PK"):
        return _packed
    if b"%PDF-" in data[:1024]:
        return pdf.read
    plain = data[:4000].lstrip(b"".join(MARKS))
    if MARKUP.match(plain) or MARKUP.match(plain.replace(b"\0", b"")):
        return html.read
    if name.lower().endswith((".html", ".htm")):
        return html.read
    if name.lower().endswith(".csv") or _separated(data):
        return csvfile.read
    return text.read


def _refuse(data: bytes) -> None:
    if data.startswith(OLD_OFFICE):
        if ENCRYPTED in data:
            raise Unreadable(LOCKED)
        raise Unreadable("is of an Office older than 2007: save it as .docx or .xlsx")
    if data.startswith(PICTURES):
        raise Unreadable("is a picture: only text can be read")
    for start, why in REFUSED:
        if data.startswith(start):
            raise Unreadable(why)


def _packed(data: bytes) -> Document:
    archive = Archive(data)
    # OpenDocument locks the parts and not the archive.
    if MANIFEST in archive and b"encryption-data" in archive.part(MANIFEST):
        raise Unreadable(LOCKED)
    if docx.MAIN in archive:
        return docx.read(archive)
    if xlsx.BOOK in archive:
        return xlsx.read(archive)
    if "content.xml" in archive:
        return odt.read(archive)
    if "EncryptedPackage" in archive:
        raise Unreadable(LOCKED)
    raise Unreadable("is a packed file, but no document that can be read here")


def _separated(data: bytes) -> bool:
    """Lines that all hold as many commas as the first."""
    lines = [line for line in data[:20_000].splitlines()[:-1] if line.strip()][:20]
    counts = {line.count(b",") for line in lines}
    return len(lines) >= 3 and len(counts) == 1 and counts.pop() >= 2 and b"\t" not in lines[0]
