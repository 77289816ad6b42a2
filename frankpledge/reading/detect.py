"""Which format the bytes are in. The name is believed only where the bytes leave it open."""

from collections.abc import Callable

from frankpledge.reading.blocks import Document
from frankpledge.reading.errors import Unreadable
from frankpledge.reading.formats import text

Reader = Callable[[bytes], Document]


def format_of(data: bytes, name: str) -> Reader:
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable("is empty")
    return text.read
