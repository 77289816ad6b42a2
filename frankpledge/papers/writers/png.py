"""Drawings as PNG, for documents that take no SVG. All of a paper's at one go."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from frankpledge.papers.fonts import fonts

PAGE = (
    '#set page(width: auto, height: auto, margin: 0pt, fill: {fill})\n#let all = json("all.json")\n'
)
ALONE = (
    "#set page(width: auto, height: auto, margin: 0pt)\n"
    '#let it = json("it.json")\n#image(bytes(it.data), format: it.kind, alt: "")\n'
)
EACH = '#for one in all { page(image(bytes(one), format: "svg", alt: "")) }\n'


def as_png(drawings: Sequence[str], *, scale: float = 2, added: Path | None = None) -> list[bytes]:
    """On a clear ground, as many pictures as drawings, in their order."""
    if not drawings:
        return []
    import typst

    files = {
        "main": (PAGE.format(fill="none") + EACH).encode(),
        "all.json": json.dumps(list(drawings)).encode(),
    }
    made: Any = typst.compile(files, format="png", ppi=72 * scale, font_paths=fonts(added))
    return [made] if isinstance(made, bytes) else list(made)


def raster(data: bytes, kind: str) -> bytes:
    """A picture of another kind as PNG."""
    import typst

    files = {
        "main": ALONE.encode(),
        "it.json": json.dumps({"kind": kind, "data": list(data)}).encode(),
    }
    made: bytes = typst.compile(files, format="png", ppi=144, font_paths=fonts())
    return made
