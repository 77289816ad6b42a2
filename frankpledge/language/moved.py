"""Dates that were changed: the newest holds, those before it are told and promise nothing."""

from collections.abc import Iterator
from dataclasses import replace

from frankpledge.language.anchors import Anchor
from frankpledge.language.meanings import Finding

SUPERSEDED = Finding("superseded", "An earlier date stands beside it, which was changed.")


def settled(anchors: list[Anchor]) -> list[Anchor]:
    last = max((at for at, each in enumerate(anchors) if each.role == "moved"), default=-1)
    return list(_settled(anchors, last))


def _settled(anchors: list[Anchor], last: int) -> Iterator[Anchor]:
    for at, anchor in enumerate(anchors):
        if anchor.dated and (anchor.role == "was" or at < last):
            yield replace(
                anchor, kind="none", start=None, end=None, role="", findings=(SUPERSEDED,)
            )
        else:
            yield replace(anchor, role="in") if anchor.role == "moved" else anchor
