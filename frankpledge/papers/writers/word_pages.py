"""The pages of a Word document: which way they lie, their foot, and where a new one begins."""

from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from frankpledge.papers.blocks import Paper
from frankpledge.papers.stand_ins import UNWRITABLE
from frankpledge.papers.writers import word_styles as style

A4, MARGIN = (210, 297), 17
OURS = "15"  # of Word 2013 and after; without it Word says that the file is an old one


def wide(*, landscape: bool) -> int:
    """Millimetres between the margins."""
    return (A4[1] if landscape else A4[0]) - 2 * MARGIN


def first(document: Document, paper: Paper) -> None:
    setting = document.settings.element.find(f".//{qn('w:compatSetting')}")
    if setting is not None:
        setting.set(qn("w:val"), OURS)
    _laid(document, document.sections[0], paper, landscape=paper.landscape)


def turned(document: Document, paper: Paper, *, landscape: bool) -> None:
    """From here on pages lie the other way."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _no_paragraph_for_it(document)
    _laid(document, section, paper, landscape=landscape)


def _no_paragraph_for_it(document: Document) -> None:
    """The last paragraph ends the section: one of its own might stand alone on a page."""
    ends = document.element.body[-2]
    before = ends.getprevious()
    if before is None or before.tag != qn("w:p"):
        return
    properties = ends.pPr
    before.get_or_add_pPr().append(properties.find(qn("w:sectPr")))
    document.element.body.remove(ends)


def _laid(document: Document, section: Any, paper: Paper, *, landscape: bool) -> None:
    across, down = (A4[1], A4[0]) if landscape else A4
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(across), Mm(down)
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin, section.bottom_margin = Mm(MARGIN), Mm(18)
    section.header_distance, section.footer_distance = Mm(8), Mm(8)
    _head(document, section, paper)
    _foot(document, section, paper, Mm(wide(landscape=landscape)))


def _head(document: Document, section: Any, paper: Paper) -> None:
    if paper.draft:
        section.header.is_linked_to_previous = False
        header = section.header.paragraphs[0]
        header.style = document.styles[style.DRAFT]
        header.add_run(UNWRITABLE.sub("", paper.draft))


def _foot(document: Document, section: Any, paper: Paper, across: Any) -> None:
    section.footer.is_linked_to_previous = False
    foot = section.footer.paragraphs[0]
    foot.style = document.styles[style.FOOT]
    foot.paragraph_format.tab_stops.add_tab_stop(across, WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(f"{UNWRITABLE.sub('', paper.foot)}\tPage\u00a0")
    _field(foot.add_run(), "PAGE")
    foot.add_run("\u00a0of\u00a0")
    _field(foot.add_run(), "NUMPAGES")


def _field(run: Any, name: str) -> None:
    for kind in ("begin", "", "end"):
        made: Any = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            made.set(qn("w:fldCharType"), kind)
        else:
            made.text = name
        run._r.append(made)
