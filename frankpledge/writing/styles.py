"""The styles of our Word documents: named, so that one change of a style changes every row."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

TABLE = "Table Grid"
CELL, ITEM, HEAD = "Plan Cell", "Plan List Item", "Plan Head"
INK = "1D3B4A"
FACE = "Arial"


def ours(document: Document) -> None:
    styles = document.styles
    _face(styles["Normal"], Pt(10.5))
    _ink(styles["Title"], Pt(22))
    _ink(styles["Subtitle"], Pt(11))
    styles["Subtitle"].font.italic = False
    for level in range(1, 10):
        _ink(styles[f"Heading {level}"], Pt(15 if level == 1 else 12.5))
    _made(styles, CELL, Pt(8.5))
    head = _made(styles, HEAD, Pt(8.5))
    head.font.bold = True
    head.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    item = _made(styles, ITEM, Pt(8.5), based_on="List Bullet")
    item.paragraph_format.left_indent = Mm(3.5)
    item.paragraph_format.first_line_indent = Mm(-3.5)


def _made(styles: Any, name: str, size: Pt, *, based_on: str = "Normal") -> Any:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles[based_on]
    _face(style, size)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(1)
    return style


def _ink(style: Any, size: Pt) -> None:
    _face(style, size)
    style.font.color.rgb = RGBColor.from_string(INK)


def _face(style: Any, size: Pt) -> None:
    style.font.name, style.font.size = FACE, size
    # A theme's own face would win over the name that was given.
    faces = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{name}"), None)
    for name in ("hAnsi", "eastAsia", "cs"):
        faces.set(qn(f"w:{name}"), FACE)
