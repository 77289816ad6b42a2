"""Web pages and what office programs save as such."""

import re

from lxml import etree
from lxml import html as lxml_html

from frankpledge.reading.blocks import Cell, Document, Grid, Heading, Line, Paragraph, Row
from frankpledge.reading.errors import Unreadable
from frankpledge.reading.formats.encoding import decoded
from frankpledge.reading.formats.spans import Placed, laid_out
from frankpledge.reading.words import fold

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = {"p", "div", "li", "dt", "dd", "section", "article", "main", "body", "html", "ul", "ol"}
BLOCKS |= {"header", "footer", "nav", "aside", "blockquote", "pre", "figure", "figcaption", "dl"}
BLOCKS |= {"address", "caption", "details", "summary", "form", "fieldset", "center", "table", "tr"}
BLOCKS |= {"td", "th", "thead", "tbody", "tfoot", "br", "hr", *HEADINGS}
SILENT = {"script", "style", "template", "noscript", "meta", "link", "head"}
STRUCK = {"s", "strike", "del"}
SHADE = re.compile(r"background(?:-color)?\s*:\s*([^;]+)", re.I)
MOST_SPAN = 1000
MARK = "\n"


def read(data: bytes) -> Document:
    root = _tree(decoded(data))
    document = Document()
    title = root.find(".//head/title")
    if title is not None and fold(title.text or ""):
        document.furniture.append(fold(title.text or ""))
    body = root.find("body")
    _walk(body if body is not None else root, document)
    return document


def _tree(text: str) -> etree._Element:
    parser = lxml_html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    text = re.sub(r"\A\s*<\?xml[^>]*\?>", "", text)
    try:
        root = lxml_html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise Unreadable("is damaged: it is not a whole web page") from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise Unreadable("is nested deeper than any plan")
    return root


def _walk(element: etree._Element, document: Document) -> None:
    """Goes down to the tables, headings and paragraphs; what stands bare is a paragraph too."""
    bare: list[str] = [element.text or ""]
    for child in element:
        tag = _tag(child)
        if tag in SILENT:
            pass
        elif tag in BLOCKS:
            _paragraph(bare, element, document)
            _block(child, tag, document)
        else:
            bare.append(_text(child))
        bare.append(child.tail or "")
    _paragraph(bare, element, document)


def _block(child: etree._Element, tag: str, document: Document) -> None:
    if tag in HEADINGS:
        text = fold(_text(child))
        document.blocks += [Heading(text, HEADINGS[tag])] if text else []
    elif tag == "table" and not child.findall(".//table"):
        document.blocks.append(Grid(_rows(child)))
    else:
        _walk(child, document)


def _paragraph(bare: list[str], element: etree._Element, document: Document) -> None:
    text = fold("".join(bare))
    bare.clear()
    if text:
        struck = _tag(element) in STRUCK
        document.blocks.append(Paragraph(text, item=_tag(element) == "li", struck=struck))


def _tag(element: etree._Element) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _text(element: etree._Element) -> str:
    if _tag(element) in SILENT:
        return ""
    pieces = [_shown(element.text, element)]
    for child in element:
        tag = _tag(child)
        inner = _text(child)
        pieces.append(f"{MARK}{inner}{MARK}" if tag in BLOCKS else inner)
        pieces.append(_shown(child.tail, element))
    return "".join(pieces)


def _shown(text: str | None, element: etree._Element) -> str:
    """Where the page breaks its own lines nobody sees it, but in text that is set as it stands."""
    set_so = _tag(element) == "pre" or "pre" in (element.get("style") or "").lower()
    return text or "" if set_so else (text or "").replace(MARK, " ")


def _rows(table: etree._Element) -> tuple[Row, ...]:
    rows = []
    caption = table.find("caption")
    if caption is not None and fold(_text(caption)):
        rows.append(([Placed(Cell((Line(fold(_text(caption))),)), across=2)], False))
    for row in table.iter("tr"):
        cells = [_placed(cell) for cell in row if _tag(cell) in {"td", "th"}]
        rows.append((cells, False))
    return laid_out(rows)


def _placed(cell: etree._Element) -> Placed:
    lines = _lines(cell)
    shade = cell.get("bgcolor")
    style = SHADE.search(cell.get("style") or "")
    shade = style.group(1).strip() if style else shade
    return Placed(Cell(lines, shade=shade), _span(cell, "colspan"), _span(cell, "rowspan"))


def _span(cell: etree._Element, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return max(1, min(int(value), MOST_SPAN)) if value.isdecimal() and len(value) < 6 else 1


def _lines(cell: etree._Element) -> tuple[Line, ...]:
    found: list[Line] = []
    items = {fold(_text(item)) for item in cell.iter("li")}
    gone = fold(" ".join(_text(each) for tag in STRUCK for each in cell.iter(tag)))
    for text in _text(cell).split(MARK):
        folded = fold(text)
        if folded:
            found.append(Line(folded, folded in items, bool(gone) and folded in gone))
    return tuple(found)
