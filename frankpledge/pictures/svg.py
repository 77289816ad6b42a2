"""SVG as text: shapes with classes, words escaped, places to a tenth of a pixel."""

import re
from dataclasses import dataclass
from html import escape

from frankpledge.pictures.measure import SIZE

# What XML cannot hold at all, however it is written.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def safe(words: object) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", str(words)))


def place(value: float) -> str:
    said = f"{value:.1f}".removesuffix(".0")
    return "0" if said == "-0" else said


@dataclass(frozen=True)
class Drawing:
    """One drawing at one width; `svg()` is what stands in a page."""

    width: int
    height: int
    label: str
    body: str
    role: str = "img"

    def svg(self, classes: str = "") -> str:
        named = f"p-pic {classes}".strip()
        return (
            f'<svg class="{named}" viewBox="0 0 {self.width} {self.height}" role="{self.role}"'
            f' aria-label="{safe(self.label)}" focusable="false">{self.body}</svg>'
        )


class Canvas:
    """A drawing while it is being made."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.parts: list[str] = []

    @property
    def wide(self) -> bool:
        return self.width > 500

    def add(self, piece: str) -> None:
        self.parts.append(piece)

    def text(
        self,
        x: float,
        y: float,
        words: object,
        classes: str = "",
        *,
        anchor: str = "",
        full: str = "",
    ) -> None:
        """`full` are the words before they were cut: a pointer shows them."""
        anchored = f' text-anchor="{anchor}"' if anchor else ""
        named = f' class="{classes}"' if classes else ""
        told = f"<title>{safe(full)}</title>" if full and full != words else ""
        self.add(f'<text{named} x="{place(x)}" y="{place(y)}"{anchored}>{told}{safe(words)}</text>')

    def path(self, d: str, classes: str) -> None:
        self.add(f'<path class="{classes}" d="{d}"/>')

    def across(self, x: float, y: float, to: float, classes: str) -> None:
        self.path(f"M{place(x)} {place(y)}H{place(to)}", classes)

    def down(self, x: float, y: float, to: float, classes: str) -> None:
        self.path(f"M{place(x)} {place(y)}V{place(to)}", classes)

    def box(self, x: float, y: float, width: float, height: float, classes: str) -> None:
        self.add(
            f'<rect class="{classes}" x="{place(x)}" y="{place(y)}"'
            f' width="{place(max(width, 0))}" height="{place(max(height, 0))}"/>'
        )

    def disc(self, x: float, y: float, radius: float, classes: str) -> None:
        self.add(f'<circle class="{classes}" cx="{place(x)}" cy="{place(y)}" r="{place(radius)}"/>')

    def link(self, address: str, inside: str) -> str:
        return f'<a href="{safe(address)}">{inside}</a>' if address else inside

    def done(self, height: float, label: str, *, role: str = "img") -> Drawing:
        return Drawing(self.width, round(height), label, "".join(self.parts), role)


def middle_of(y: float) -> float:
    """The base line of words whose middle is to lie at y."""
    return y + SIZE * 0.35
