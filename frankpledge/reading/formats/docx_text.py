"""The words of a Word paragraph, and what was struck, deleted or lit up in it."""

import re
from dataclasses import dataclass, field

from lxml import etree

MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFF = {"0", "false", "off", "none"}
BROKEN = re.compile(r"\n(?=\s*(?:\(?\d{1,2}[.)]\s|[-•*–]\s))")


@dataclass
class Said:
    text: str = ""
    deleted: list[str] = field(default_factory=list)
    struck: bool = False
    bold: bool = False
    highlights: set[str] = field(default_factory=set)

    @property
    def lines(self) -> list[str]:
        """A line break is a blank, unless a number or a bullet follows it."""
        return BROKEN.split(self.text)


def said(paragraph: etree._Element) -> Said:
    found = Said()
    marks: list[tuple[bool, bool]] = []
    for run in paragraph.iter(f"{W}r", f"{MATHS}r"):
        if _elsewhere(run, paragraph):
            continue
        text = _run_text(run)
        if _deleted(run, paragraph):
            found.deleted.append(text)
            continue
        found.text += text
        if text.strip():
            marks.append((_on(run, "strike") or _on(run, "dstrike"), _on(run, "b")))
            lit = run.find(f"{W}rPr/{W}highlight")
            if lit is not None:
                found.highlights.add(lit.get(f"{W}val", ""))
    found.struck = bool(marks) and all(struck for struck, _ in marks)
    found.bold = bool(marks) and all(bold for _, bold in marks)
    return found


def _elsewhere(run: etree._Element, paragraph: etree._Element) -> bool:
    """Runs of a text box's own paragraphs, and the second copy that old programs read."""
    for up in run.iterancestors():
        if up is paragraph:
            return False
        if up.tag == f"{W}p" or str(up.tag).endswith("}Fallback"):
            return True
    return False


def _deleted(run: etree._Element, paragraph: etree._Element) -> bool:
    for up in run.iterancestors():
        if up is paragraph:
            return False
        if up.tag in {f"{W}del", f"{W}moveFrom"}:
            return True
    return False


def _run_text(run: etree._Element) -> str:
    pieces = []
    for child in run:
        if child.tag in {f"{W}t", f"{W}delText", f"{MATHS}t"}:
            pieces.append(child.text or "")
        elif child.tag == f"{W}tab":
            pieces.append(" ")
        elif child.tag in {f"{W}br", f"{W}cr"}:
            pieces.append("\n")
        elif child.tag == f"{W}noBreakHyphen":
            pieces.append("-")
    return "".join(pieces)


def _on(run: etree._Element, name: str) -> bool:
    mark = run.find(f"{W}rPr/{W}{name}")
    return mark is not None and mark.get(f"{W}val", "1") not in OFF
