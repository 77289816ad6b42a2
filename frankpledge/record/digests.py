"""Salted digests, so that a text may lawfully go while the chain over it still verifies.

A document is hashed from the digests of its texts, never from the texts themselves. Each text has
its own random salt. Withdrawing a text removes the text and its salt and leaves its digest.
"""

import hashlib
import json
import secrets
from collections.abc import Iterator
from typing import Any

Json = Any
WITHDRAWN = "withdrawn-text"


def canonical(value: Json) -> str:
    """The one way in which a value is written down before it is hashed."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def new_salt() -> str:
    return secrets.token_hex(16)


def salted(salt: str, text: str) -> str:
    return sha256(f"{salt}\n{text}")


def is_withdrawn(value: Json) -> bool:
    return isinstance(value, dict) and set(value) == {WITHDRAWN}


def withdrawn_in(value: Json) -> int:
    if is_withdrawn(value):
        return 1
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return sum(map(withdrawn_in, items))


def texts_of(value: Json, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a document with its path, in an order that never changes."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts_of(item, f"{path}/{index}")
    elif isinstance(value, dict) and not is_withdrawn(value):
        for key in sorted(value):
            yield from texts_of(value[key], f"{path}/{key}")


def salts_for(document: Json) -> dict[str, str]:
    return {path: new_salt() for path, _ in texts_of(document)}


def digest(document: Json, salts: dict[str, str]) -> str:
    """The digest of a document: of its shape, its numbers and the digests of its texts."""
    return sha256(canonical(_sealed(document, salts, "")))


def fits(document: Json, salts: dict[str, str], expected: str) -> bool:
    """Whether it is still what was digested, whatever somebody may have made of it."""
    if not isinstance(salts, dict) or set(salts) != {path for path, _ in texts_of(document)}:
        return False
    return digest(document, salts) == expected


def _sealed(value: Json, salts: dict[str, str], path: str) -> Json:
    if isinstance(value, str):
        return {"text": salted(salts[path], value)}
    if isinstance(value, list):
        return [_sealed(item, salts, f"{path}/{index}") for index, item in enumerate(value)]
    if is_withdrawn(value):
        return {"text": value[WITHDRAWN]}
    if isinstance(value, dict):
        return {key: _sealed(value[key], salts, f"{path}/{key}") for key in value}
    return value


def without_texts(
    document: Json, salts: dict[str, str], unwanted: str, path: str = ""
) -> tuple[Json, int]:
    """The document with each text that holds the unwanted words replaced by its digest.

    The salts of the removed texts are dropped as well: with the salt left, a short text could be
    guessed and confirmed.
    """
    if isinstance(value := document, str):
        if unwanted not in value:
            return value, 0
        return {WITHDRAWN: salted(salts.pop(path), value)}, 1
    if isinstance(document, list):
        pairs = [
            without_texts(item, salts, unwanted, f"{path}/{index}")
            for index, item in enumerate(document)
        ]
        return [item for item, _ in pairs], sum(count for _, count in pairs)
    if isinstance(document, dict) and not is_withdrawn(document):
        found = {
            key: without_texts(document[key], salts, unwanted, f"{path}/{key}") for key in document
        }
        return {key: item for key, (item, _) in found.items()}, sum(n for _, n in found.values())
    return document, 0
