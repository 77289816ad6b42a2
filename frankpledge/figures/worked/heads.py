"""What the head of a column says: what kind of figures stand under it, and of when."""

import re

CHANGE = re.compile(r"change|differ|reduc|increas|decreas|variance|\+/-|fewer|more\b|fall|rise")
FALL = re.compile(r"reduc|decreas|fewer|fall")
PERCENT = re.compile(r"%|per ?cent|\bpct\b|percentage|%age")
RANK = re.compile(r"\brank|position|\bplace\b")
TARGET = re.compile(r"\btarget")
MET = re.compile(r"\b(?:met|achieved|hit)\b")
BASE = re.compile(r"baseline|previous|last year|\bprior\b|\bbefore\b")
TOTAL = re.compile(r"\b(?:total|sum)\b")
AVERAGE = re.compile(r"\b(?:average|mean)\b")
RATE = re.compile(r"per (?:1,?000|thousand)|\brate\b")
MOST = re.compile(r"\b(?:max|maximum|at most|no more than|ceiling)\b")
LEAST = re.compile(r"\b(?:min|minimum|at least|no fewer than|increase|rise)\b")
ALONE = re.compile(
    r"(?:q[1-4]|quarter|year|yearly|annual|row|grand|overall)?\s*(?:total|sum|average|mean)\Z"
)
NUMBERED = {"no", "no.", "number", "#"}
SHARE = re.compile(r"share|proportion|of (?:all|total|the)|% of")
NAME = re.compile(r"^(?:row|line|ref|id|code)\b|\b(?:id|code)$")
YEAR = re.compile(r"(?:19|20)\d\d")
MONTH_YEAR = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ '-]*(\d\d)\b")


def plain(head: str) -> str:
    return " ".join(head.replace("_", " ").lower().split())


def only_falls(said: str) -> bool:
    """'Reduction', and not 'increase / reduction' or 'change (reduction)'."""
    rest = FALL.sub("", said).replace("tion", "")
    return bool(FALL.search(said)) and not CHANGE.search(rest)


def year(head: str) -> int | None:
    """The first year that a head names, to tell earlier from later."""
    years = [int(found) for found in YEAR.findall(head)]
    if not years:
        years = [2000 + int(found) for found in MONTH_YEAR.findall(plain(head))]
    return min(years) if years else None
