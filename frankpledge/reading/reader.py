"""Bytes in, plan file out."""

from typing import Any

from frankpledge.reading.blocks import Document
from frankpledge.reading.detect import format_of
from frankpledge.reading.errors import Unreadable
from frankpledge.reading.understanding.plan import plan_of
from frankpledge.reading.words import words


def read(data: bytes, name: str = "") -> dict[str, Any]:
    """The plan file that this document yields. Raises Unreadable with one clear sentence."""
    return plan_of(blocks_of(data, name))


def blocks_of(data: bytes, name: str = "") -> Document:
    document = format_of(data, name)(data)
    texts = (block.text for block in document.blocks if hasattr(block, "text"))
    if not document.blocks or not (any(map(words, texts)) or any(_has_grid(document))):
        raise Unreadable("holds no words")
    return document


def _has_grid(document: Document) -> list[bool]:
    return [True for block in document.blocks if getattr(block, "rows", None)]
