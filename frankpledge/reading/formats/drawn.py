"""The words in what is drawn: diagrams, charts, and the text boxes of a sheet."""

from lxml import etree

from frankpledge.reading.words import fold

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def drawn_texts(root: etree._Element) -> list[str]:
    """Paragraph by paragraph. A chart also keeps the names of what it compares, each once."""
    found = [fold("".join(each.itertext(f"{A}t"))) for each in root.iter(f"{A}p")]
    names = [
        fold(each.text or "") for kept in root.iter(f"{C}strCache") for each in kept.iter(f"{C}v")
    ]
    return [text for text in (*found, *dict.fromkeys(names)) if text]
