"""Bytes in, plan file out."""

from collections.abc import Mapping
from typing import Any

from frankpledge.reading import planfile
from frankpledge.reading.blocks import Document
from frankpledge.reading.detect import format_of
from frankpledge.reading.errors import Unreadable
from frankpledge.reading.own import document as own
from frankpledge.reading.planfile import is_json
from frankpledge.reading.sources import heads_of, source_of
from frankpledge.reading.understanding.columns import columns_told
from frankpledge.reading.understanding.plan import plan_of
from frankpledge.reading.words import words


def read(
    data: bytes, name: str = "", *, columns: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The plan file that this document yields. Raises Unreadable with one clear sentence.

    `columns` says what columns hold, by their head as `head_key` has it.
    """
    if is_json(data, name):
        return planfile.read(data)
    with columns_told(columns or {}):
        return _understood(blocks_of(data, name))


def read_beside(data: bytes, name: str, columns: Mapping[str, str]) -> dict[str, Any]:
    """The plan file under `plan`, and beside it what a person needs to compare."""
    if is_json(data, name):
        return {"plan": read(data, name), "source": [], "heads": []}
    with columns_told(columns):
        document = blocks_of(data, name)
        beside = {"source": source_of(document), "heads": heads_of(document)}
        return {"plan": _understood(document), **beside}


def _understood(document: Document) -> dict[str, Any]:
    return own.read(document) if own.is_own(document) else plan_of(document)


def blocks_of(data: bytes, name: str = "") -> Document:
    document = format_of(data, name)(data)
    texts = (block.text for block in document.blocks if hasattr(block, "text"))
    if not document.blocks or not (any(map(words, texts)) or any(_has_grid(document))):
        raise Unreadable("holds no words")
    return document


def _has_grid(document: Document) -> list[bool]:
    return [True for block in document.blocks if getattr(block, "rows", None)]
