"""A picture to take away: SVG and PNG with its words upon it, and its table as CSV."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from frankpledge.pictures.measure import BOLD, wrap
from frankpledge.pictures.picture import Picture, Table
from frankpledge.pictures.style import STYLE
from frankpledge.pictures.svg import Canvas, place, safe

MARGIN = 24
KINDS = {"svg": "image/svg+xml", "png": "image/png", "csv": "text/csv; charset=utf-8"}
# A workbook takes a cell that begins so for a formula; a plain figure is none.
LIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def standalone(picture: Picture) -> bytes:
    """The wide drawing as a file: white ground, title, subtitle, drawing, notes, sources."""
    canvas = Canvas(picture.wide.width)
    top = _words(canvas, [picture.title], 0, "p-title", 18, 23)
    top = _words(canvas, [picture.subtitle], top, "p-q", 13, 18) + 12
    canvas.add(f'<g transform="translate(0 {place(top)})">{_unlinked(picture.wide.body)}</g>')
    below = top + picture.wide.height + 6
    below = _words(canvas, [*picture.notes, *picture.source], below, "p-q", 13, 18)
    wide, high = picture.wide.width + 2 * MARGIN, round(below) + 2 * MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="p-pic" width="{wide}" height="{high}"'
        f' viewBox="{-MARGIN} {-MARGIN} {wide} {high}" role="img"'
        f' aria-label="{safe(picture.description)}"><title>{safe(picture.title)}</title>'
        f"<desc>{safe(picture.description)}</desc><style>{safe(STYLE)}</style>"
        f'<rect x="{-MARGIN}" y="{-MARGIN}" width="{wide}" height="{high}" fill="#fff"/>'
        f"{''.join(canvas.parts)}</svg>"
    ).encode()


def _words(
    canvas: Canvas, told: Sequence[str], top: float, classes: str, size: float, line: float
) -> float:
    room = canvas.width / (BOLD if classes == "p-title" else 1)
    for words in told:
        for piece in wrap(words, room, size=size):
            top += line
            canvas.text(0, top, piece, classes)
    return top


def _unlinked(body: str) -> str:
    """Away from its page an address of the page leads nowhere."""
    parts = body.split("<a ")
    kept = [parts[0], *(part.partition(">")[2] for part in parts[1:])]
    return "".join(kept).replace("</a>", "")


def png(picture: Picture, *, fonts: Sequence[Path] = (), scale: float = 2) -> bytes:
    """Drawn by typst, which draws SVG: nothing else is needed of the machine but a font."""
    import typst

    drawn = standalone(picture).decode()
    words = drawn.replace("\\", "\\\\").replace('"', '\\"')
    page = (
        "#set page(width: auto, height: auto, margin: 0pt)\n"
        f'#image(bytes("{words}"), format: "svg", alt: "")'
    )
    held = typst.Fonts(font_paths=list(fonts))
    return typst.compile(page.encode(), format="png", ppi=96 * scale, font_paths=held)


def as_csv(table: Table) -> bytes:
    """UTF-8 with its mark, as spreadsheets want it; no cell of it can come alive."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in (table.head, *table.rows):
        writer.writerow([still(cell) for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def still(cell: str) -> str:
    if not cell.lstrip().startswith(LIVE) and not cell.startswith(LIVE):
        return cell
    return cell if _figure(cell) else f"'{cell}"


def _figure(cell: str) -> bool:
    """-3, -1,204.5 and +2: figures as we print them, and nothing else."""
    digits = cell[1:].replace(",", "").replace(".", "", 1)
    return cell[0] in "+-" and digits.isascii() and digits.isdigit()
