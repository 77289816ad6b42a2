"""Word's own numbers and bullets: not in the text, but on the page."""

from collections import defaultdict

from lxml import etree

from frankpledge.reading.formats.docx_text import W

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")
Level = tuple[str, str, int]


class Lists:
    def __init__(self, numbering: etree._Element | None) -> None:
        self.levels: dict[str, dict[int, Level]] = {}
        self.counts: dict[str, dict[int, int]] = defaultdict(dict)
        abstract: dict[str, dict[int, Level]] = {}
        for each in numbering.iter(f"{W}abstractNum") if numbering is not None else ():
            abstract[each.get(f"{W}abstractNumId", "")] = _levels(each)
        for each in numbering.iter(f"{W}num") if numbering is not None else ():
            of = each.find(f"{W}abstractNumId")
            if of is not None:
                key = of.get(f"{W}val", "")
                self.levels[each.get(f"{W}numId", "")] = abstract.get(key, {})

    def mark(self, paragraph: etree._Element) -> tuple[bool, str]:
        """Whether the paragraph is an item, and the number that Word prints before it."""
        given = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        if given is None:
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            return style is not None and "List" in style.get(f"{W}val", ""), ""
        number = given.get(f"{W}val", "")
        if number == "0":
            return False, ""
        depth = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
        value = depth.get(f"{W}val", "0") if depth is not None else "0"
        level = int(value) if value.isdecimal() and len(value) < 2 else 0
        return True, self._number(number, level)

    def _number(self, number: str, level: int) -> str:
        kind, pattern, start = self.levels.get(number, {}).get(level, ("bullet", "", 1))
        if kind in {"bullet", "none"}:
            return ""
        counts = self.counts[number]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        for each in range(level + 1):
            shown = _shown(counts.get(each, 1), kind if each == level else "decimal")
            pattern = pattern.replace(f"%{each + 1}", shown)
        return pattern


def _levels(abstract: etree._Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for level in abstract.iter(f"{W}lvl"):
        values = {}
        for name in ("numFmt", "lvlText", "start"):
            each = level.find(f"{W}{name}")
            values[name] = each.get(f"{W}val", "") if each is not None else ""
        depth = level.get(f"{W}ilvl", "0")
        start = int(values["start"]) if values["start"].isdecimal() else 1
        if depth.isdecimal():
            found[int(depth)] = (values["numFmt"] or "decimal", values["lvlText"], start)
    return found


def _shown(count: int, kind: str) -> str:
    if kind in {"lowerLetter", "upperLetter"}:
        letter = LETTERS[(count - 1) % len(LETTERS)]
        return letter.upper() if kind == "upperLetter" else letter
    if kind in {"lowerRoman", "upperRoman"} and 0 < count <= len(ROMAN):
        roman = ROMAN[count - 1]
        return roman.upper() if kind == "upperRoman" else roman
    return str(count)
