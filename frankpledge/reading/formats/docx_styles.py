"""Which Word styles are headings, and what shade a cell has."""

import re

from lxml import etree

from frankpledge.reading.formats.docx_text import W

NAMED = re.compile(r"heading ([1-9])\Z", re.I)
DEEPEST = 12


def headings(styles: etree._Element | None) -> dict[str, int]:
    """Style to heading level; a title is level 0. What a style is based on counts too."""
    levels = {f"Heading{level}": level for level in range(1, 10)} | {"Title": 0}
    if styles is None:
        return levels
    parents: dict[str, str] = {}
    for style in styles.iter(f"{W}style"):
        name = style.get(f"{W}styleId") or ""
        level = _level(style)
        if level is not None:
            levels[name] = level
        based = style.find(f"{W}basedOn")
        parents[name] = based.get(f"{W}val", "") if based is not None else ""
    for name in parents:
        above = name
        for _ in range(DEEPEST):
            if above in levels or not above:
                break
            above = parents.get(above, "")
        if above in levels:
            levels.setdefault(name, levels[above])
    return levels


def _level(style: etree._Element) -> int | None:
    named = style.find(f"{W}name")
    name = named.get(f"{W}val", "") if named is not None else ""
    found = NAMED.match(name)
    if found:
        return int(found.group(1))
    if name.lower() == "title":
        return 0
    outline = style.find(f"{W}pPr/{W}outlineLvl")
    value = outline.get(f"{W}val", "") if outline is not None else ""
    return int(value) + 1 if value.isdecimal() and int(value) < 9 else None


def shade(properties: etree._Element | None) -> str | None:
    found = properties.find(f"{W}shd") if properties is not None else None
    fill = found.get(f"{W}fill", "auto") if found is not None else "auto"
    return None if fill.lower() in {"auto", "ffffff", ""} else fill
