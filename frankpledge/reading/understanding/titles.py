"""Headings and banners that name a priority: its label, its number, its words."""

import re
from dataclasses import dataclass

from frankpledge.reading.words import fold, words

LABELLED = re.compile(
    r"\s*((?:strategic |key |our |partnership )*"
    r"(?:priority|theme|objective|aim|outcome|strand|goal)(?: area| no\.?)?)"
    r"\s*((?:\d{1,2}(?:\.\d{1,2})?|[A-H]|one|two|three|four|five|six|seven|eight|nine|ten)\b|(?=:))"
    r"\s*[.:)–—-]*\s*(.*)\Z",
    re.I | re.S,
)
NUMBERED = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2})?|[A-H])(?:[.):]|\s[–—-])\s*(?=\S)(.*)\Z", re.S)
GENERIC = re.compile(
    r"(?:the )?(?:our )?(?:strategic |delivery |annual |detailed |local |partnership )*"
    r"(?:actions?|activit(?:y|ies)|plans?|action plans?|delivery plans?|tables?|appendix|annexe?|"
    r"priorities|what we will do|how we will do it|key|sheet ?\d*|legend)"
    r"(?: [\d/ –-]+| [a-z]|table)?\Z|"
    r"(?:20)?\d\d ?[/–-] ?(?:20)?\d\d\Z|20\d\d\Z|(?:q|quarter) ?[1-4]\Z",
    re.I,
)
LABELS = re.compile(
    r"\s*((?:overall |priority |strategic )*lead(?: agency| officer| organisation| partner|s)?|"
    r"(?:key |performance |outcome )*indicators?(?: ?/ ?measures?)?|measures?)\s*:\s*(.+)\Z",
    re.I | re.S,
)
TORN_LABEL = re.compile(r"(?:\b[Ll]?e?a?d Agency:|\b(?:ind)?icators(?: / measures?)?\s*:)", re.I)
INDICATOR_ROW = re.compile(
    r"\s*(?:indicative )?(?:outcome )?(?:measures?|indicators?)\b.{0,60}\(", re.I
)
NATIONAL = re.compile(r"(?=\bNI \d{1,3}\b)")


@dataclass(frozen=True)
class Title:
    title: str
    ref: str | None = None
    label: str = ""


def title_of(text: str) -> Title:
    labelled = LABELLED.match(text)
    if labelled and (labelled.group(2) or labelled.group(3)):
        label, ref, rest = labelled.groups()
        return Title(fold(rest), ref or None, fold(label))
    numbered = NUMBERED.match(text)
    if numbered and words(numbered.group(2)):
        return Title(fold(numbered.group(2)), numbered.group(1))
    return Title(fold(text))


def named(text: str) -> bool:
    """Whether it says itself that it is a priority or a numbered part."""
    return bool(LABELLED.match(text) or NUMBERED.match(text))


def generic(text: str) -> bool:
    return bool(GENERIC.match(text.strip(" .:")))


def label_of(text: str) -> tuple[str, str, str] | None:
    """("lead" or "indicators", the label as printed, its words)."""
    found = LABELS.match(text)
    if not found:
        return None
    kind = "lead" if "lead" in found.group(1).lower() else "indicators"
    return kind, fold(found.group(1)), fold(found.group(2))
