"""How a workbook's cells look, and how its numbers are shown."""

import re
from datetime import date, timedelta

from lxml import etree

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DATES = {14: "d/m/y", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 22: "d/m/y h:mm"}
BUILT_IN = DATES | {9: "0%", 10: "0.00%"}
QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
# The old palette, of which plans use these.
INDEXED = {2: "FF0000", 3: "00FF00", 4: "0000FF", 5: "FFFF00", 10: "FF0000", 11: "00FF00"}
INDEXED |= {13: "FFFF00", 17: "008000", 22: "C0C0C0", 23: "808080", 42: "CCFFCC", 43: "FFFF99"}
INDEXED |= {50: "99CC00", 51: "FFCC00", 52: "FF9900", 53: "FF6600", 57: "339966", 12: "0000FF"}
# The theme's first four stand in the file in another order than they are counted in.
ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)))
FIRST_DAY = date(1899, 12, 30)
LAST_DAY = 100_000


class Styles:
    def __init__(self, root: etree._Element | None, theme: etree._Element | None) -> None:
        self.shades: list[str | None] = []
        self.strikes: list[bool] = []
        self.formats: list[str] = []
        if root is None:
            return
        colours = _theme(theme)
        fills = [_fill(each, colours) for each in root.findall(f"{S}fills/{S}fill")]
        fonts = [each.find(f"{S}strike") is not None for each in root.findall(f"{S}fonts/{S}font")]
        codes = dict(BUILT_IN)
        for each in root.findall(f"{S}numFmts/{S}numFmt"):
            codes[_whole(each.get("numFmtId"))] = each.get("formatCode") or ""
        for each in root.findall(f"{S}cellXfs/{S}xf"):
            fill, font = _whole(each.get("fillId")), _whole(each.get("fontId"))
            self.shades.append(fills[fill] if fill < len(fills) else None)
            self.strikes.append(fonts[font] if font < len(fonts) else False)
            self.formats.append(codes.get(_whole(each.get("numFmtId")), ""))

    def shade(self, style: int) -> str | None:
        return self.shades[style] if style < len(self.shades) else None

    def struck(self, style: int) -> bool:
        return self.strikes[style] if style < len(self.strikes) else False

    def format(self, style: int) -> str:
        return self.formats[style] if style < len(self.formats) else ""


def _whole(value: str | None) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 9 else 0


def _theme(theme: etree._Element | None) -> list[str]:
    found = []
    for name in ORDER:
        each = theme.find(f".//{A}{name}/*") if theme is not None else None
        value = (each.get("lastClr") or each.get("val") or "") if each is not None else ""
        found.append(value)
    return found


def _fill(fill: etree._Element, theme: list[str]) -> str | None:
    pattern = fill.find(f"{S}patternFill")
    if pattern is None or pattern.get("patternType", "none") in {"none", "gray125"}:
        return None
    colour = pattern.find(f"{S}fgColor")
    if colour is None:
        return None
    if colour.get("rgb"):
        return (colour.get("rgb") or "")[-6:]
    if colour.get("theme"):
        at = _whole(colour.get("theme"))
        # Tints are ignored: it is the colour that tells, not how strong it is.
        return theme[at] or None if 2 <= at < len(theme) else None
    return INDEXED.get(_whole(colour.get("indexed"))) if colour.get("indexed") else None


def shown(value: str, code: str) -> str:
    """A number as the sheet shows it: dates as dates, shares as percentages."""
    try:
        number = float(value)
    except ValueError:
        return value
    plain = QUOTED.sub("", code.lower())
    if "y" in plain or ("d" in plain and "m" in plain):
        return _date(number, plain)
    if "%" in plain:
        number, after = number * 100, "%"
    else:
        after = ""
    if abs(number) < 1e15 and number == int(number):
        return f"{int(number)}{after}"
    return f"{number:.10g}{after}"


def _date(number: float, code: str) -> str:
    if not 1 <= number <= LAST_DAY:
        return f"{number:g}"
    day = FIRST_DAY + timedelta(days=int(number))
    if "d" in code:
        return f"{day.day:02d}/{day.month:02d}/{day.year}"
    return f"{day:%B} {day.year}"
