"""The styles of our Word papers: named and real, so that a clerk changes one and all follow."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

# Faces that Word has everywhere: a document is edited where our own are not.
SANS, SERIF = "Arial", "Georgia"
INK, INK_2 = "1D1B24", "57535F"
SAID, META, LEDE, DRAFT, FOOT = "Said", "Meta", "Lede", "Draft", "Foot"
FACT, NUMBERED, MARKED, SOURCE, GAP = "Fact", "Numbered", "Marked", "Source", "Gap"
CELL, CELL_SAID, CELL_META, CELL_HEAD = "Cell", "Cell Said", "Cell Meta", "Cell Head"


def ours(document: Document, *, large: bool) -> None:
    def size(plain: float, big: float = 18) -> Any:
        return Pt(big if large else plain)

    styles = document.styles
    _style(styles["Normal"], SANS, size(10), INK)
    styles["Normal"].paragraph_format.space_after = size(5, 9)
    styles["Normal"].element.get_or_add_rPr().append(_language())
    _style(styles["Title"], SERIF, size(20, 28), INK, bold=True)
    _no_line_under(styles["Title"])
    for level, (plain, big) in enumerate(((20, 28), (13, 22), (10.5, 19)), start=1):
        style = styles[f"Heading {level}"]
        _style(style, SERIF if level < 3 else SANS, size(plain, big), INK, bold=True)
        style.paragraph_format.space_before = size(12, 20)
        style.paragraph_format.space_after = size(4, 8)
        style.paragraph_format.keep_with_next = True
    for name in ("List Bullet", "List Number", "Caption"):
        _style(styles[name], SANS, size(10), INK)
    styles["Caption"].font.bold = True
    styles["Caption"].paragraph_format.keep_with_next = True
    _added(styles, SAID, SERIF, size(10.5), INK)
    _added(styles, META, SANS, size(8.5), INK_2)
    _added(styles, LEDE, SANS, size(11), INK)
    _added(styles, DRAFT, SANS, size(10), INK).font.bold = True
    _tight(styles, size)
    for name, face, points, ink in (
        (CELL, SANS, 9.0, INK),
        (CELL_SAID, SERIF, 9.0, INK),
        (CELL_META, SANS, 8.5, INK_2),
        (CELL_HEAD, SANS, 8.5, INK_2),
    ):
        made = _added(styles, name, face, size(points), ink)
        made.paragraph_format.space_before = made.paragraph_format.space_after = Pt(1)
        made.paragraph_format.line_spacing = 1.0
    styles[CELL_HEAD].font.bold = True


def _tight(styles: Any, size: Any) -> None:
    """Lines that belong together stand close, and the last of them a little off what follows."""
    for name, points, ink in (
        (FACT, 10, INK),
        (NUMBERED, 10, INK),
        (MARKED, 10, INK),
        (SOURCE, 8.5, INK_2),
    ):
        made = _added(styles, name, SANS, size(points), ink)
        made.element.get_or_add_pPr().append(OxmlElement("w:contextualSpacing"))
        made.paragraph_format.space_after = size(5, 9)
    numbered = styles[NUMBERED].paragraph_format
    numbered.left_indent, numbered.first_line_indent = size(18, 28), -size(18, 28)
    numbered.tab_stops.add_tab_stop(size(18, 28))
    _added(styles, FOOT, SANS, size(8), INK_2).paragraph_format.space_after = Pt(0)
    _added(styles, GAP, SANS, Pt(4), INK).paragraph_format.space_after = Pt(0)


def _added(styles: Any, name: str, face: str, size: Any, ink: str) -> Any:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    _style(style, face, size, ink)
    return style


def _style(style: Any, face: str, size: Any, ink: str, *, bold: bool | None = None) -> None:
    style.font.name, style.font.size = face, size
    style.font.color.rgb = RGBColor.from_string(ink)
    style.font.italic = False
    if bold is not None:
        style.font.bold = bold
    # A theme's own face would win over the name that was given.
    faces = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{name}"), None)
    for name in ("hAnsi", "eastAsia", "cs"):
        faces.set(qn(f"w:{name}"), face)


def _language() -> Any:
    made: Any = OxmlElement("w:lang")
    made.set(qn("w:val"), "en-GB")
    return made


def _no_line_under(style: Any) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
