"""Bytes to text: the marks at the front, then UTF-8, then the code page of old Windows."""

import codecs

from frankpledge.reading.errors import Unreadable

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROL = {code: " " for code in range(32) if chr(code) not in "\t\n\r"}
FEW = 0.02


def decoded(data: bytes) -> str:
    text = _decoded(data)
    strange = sum(1 for letter in text[:50_000] if ord(letter) in CONTROL or letter == "\ufffd")
    if strange > max(8, FEW * min(len(text), 50_000)):
        raise Unreadable("is not text: it holds bytes that no letters are made of")
    return text.translate(CONTROL)


def _decoded(data: bytes) -> str:
    for mark, name in MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    if data[1:2] == b"\0" and data.count(b"\0", 1, 2000) > len(data[:2000]) // 3:
        return data.decode("utf-16-le", errors="replace")
    # Files pasted together from several hold lines in more than one encoding.
    return "".join(_line(line) for line in data.splitlines(keepends=True))


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")
