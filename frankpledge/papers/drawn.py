"""Pictures of frankpledge.pictures in papers: as they stand in a page, and alone. Pure."""

import re

from frankpledge.papers.blocks import Cell, Head, Picture, Row, Table
from frankpledge.papers.fonts import SANS
from frankpledge.pictures.picture import Picture as Made
from frankpledge.pictures.style import STYLE
from frankpledge.pictures.svg import Drawing

FAMILY = re.compile(r"font-family:[^;]*;")
PAPER_STYLE = FAMILY.sub(f'font-family: "{SANS}";', STYLE)


def of_picture(made: Made, *, title: str = "") -> Picture:
    return Picture(
        title=title or made.title,
        subtitle=made.subtitle,
        wide=made.wide,
        narrow=made.narrow,
        alt=made.description,
        table=Table(
            caption=f"{title or made.title}: the figures",
            heads=tuple(
                Head(one, side="right" if at else "left") for at, one in enumerate(made.table.head)
            ),
            rows=tuple(Row(tuple(Cell(text) for text in row)) for row in made.table.rows),
            says_caption=True,
        ),
        notes=made.notes,
        source=made.source,
    )


def drawn(drawing: Drawing) -> str:
    """With its own rules, and the letters of papers."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="p-pic" viewBox="0 0 {drawing.width}'
        f' {drawing.height}" width="{drawing.width}" height="{drawing.height}">'
        f"<style>{PAPER_STYLE}</style>{drawing.body}</svg>"
    )
