"""What an uploaded file is, told by its first bytes and never by its name. Pure."""

import io
import re
import unicodedata
import zipfile
from pathlib import PurePath

ENDINGS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "text/csv": "csv",
    "text/plain": "txt",
}
SAYS = "a picture, PDF, Word document, Excel workbook, CSV or text file"
_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
)
_OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_PARTS = 5000  # a workbook of ours has some ten


def kind_of(data: bytes, name: str) -> str:
    """Its media type, or nothing for what we do not take."""
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data.startswith(b"PK\x03\x04"):
        return _office(data)
    return _text(data, name)


def _office(data: bytes) -> str:
    """A document without macros: those that carry them are other kinds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = set(packed.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return ""
    if len(names) > _PARTS or any("vbaProject" in name for name in names):
        return ""
    found = next((ending for part, ending in _OFFICE.items() if part in names), "")
    return next((kind for kind, ending in ENDINGS.items() if ending == found), "")


def _text(data: bytes, name: str) -> str:
    if _CONTROL.search(data):
        return ""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""
    return "text/csv" if name.lower().endswith(".csv") else "text/plain"


def clean_name(name: str, kind: str) -> str:
    """Letters, figures and a few signs, with the ending that fits what the file is."""
    plain = unicodedata.normalize("NFC", name.replace("\\", "/"))
    stem = PurePath(plain).stem
    kept = re.sub(r"[^\w\- ]+", " ", stem)
    kept = re.sub(r"\s+", " ", kept).strip(" -_") or "file"
    return f"{kept[:100].strip()}.{ENDINGS[kind]}"
