"""What Word knows and python-docx has no word for: shades, repeated heads, page numbers."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from frankpledge.writing.colours import SHADES


def _element(name: str, **attributes: str) -> Any:
    made: Any = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def fill(cell: _Cell, shade_of: str) -> None:
    properties = cell._tc.get_or_add_tcPr()
    properties.append(_element("shd", val="clear", color="auto", fill=shade_of))


def shade(cell: _Cell, colour: str) -> None:
    fill(cell, SHADES[colour])


def shade_paragraph(paragraph: Paragraph, colour: str) -> None:
    """The line of one outcome, where its neighbours stand otherwise."""
    made = _element("shd", val="clear", color="auto", fill=SHADES[colour])
    properties = paragraph._p.get_or_add_pPr()
    after = ("tabs", "suppressAutoHyphens", "spacing", "ind", "jc", "rPr")
    properties.insert_element_before(made, *(f"w:{name}" for name in after))


def repeat(row: _Row) -> None:
    """The heads stand again at the top of each page."""
    row._tr.get_or_add_trPr().append(_element("tblHeader"))


def keep_whole(row: _Row) -> None:
    row._tr.get_or_add_trPr().insert(0, _element("cantSplit"))


def page_numbers(paragraph: Paragraph) -> None:
    run = paragraph.add_run()
    for part in ("begin", "instr", "end"):
        if part == "instr":
            told = _element("instrText")
            told.text = "PAGE"
            run._r.append(told)
        else:
            run._r.append(_element("fldChar", fldCharType=part))
