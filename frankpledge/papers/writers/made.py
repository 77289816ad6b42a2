"""What a writer is given beside the paper, and what it gives back."""

from dataclasses import dataclass, field
from pathlib import Path

from frankpledge.papers.layouts import STANDARD, Layout, layout_named


@dataclass(frozen=True)
class Ways:
    """The layout, and where a host keeps letters of more scripts."""

    layout: Layout = field(default_factory=lambda: layout_named(STANDARD))
    fonts: Path | None = None


class NotWritten(Exception):
    """Its text is one sentence for people."""


@dataclass(frozen=True)
class Written:
    data: bytes
    notes: tuple[str, ...] = ()
