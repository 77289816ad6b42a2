"""Cells that name their numbers: "Baseline 340, target 306", "Year 1: 5 %, year 2: 10 %"."""

import re
from collections.abc import Iterator

from frankpledge.language.anchors import Anchor
from frankpledge.language.clauses import Clause
from frankpledge.language.quantities import quantity_at
from frankpledge.language.target_model import Target
from frankpledge.language.tokens import Line

YEAR = r"(?:\W*(?:19|20)?\d\d[/-](?:19|20)?\d\d\b|\W*(?:19|20)\d\d\b)?"
NUMBER = r"([0-9][0-9,]*(?:\.[0-9]+)?)\s*(%|per cent)?(?![\w/]|-\d)"
SAID = r"\W*(?:of|is|was|figure|at|for)?"
BASELINE = re.compile(rf"\bbaseline{YEAR}{SAID}{YEAR}\W*{NUMBER}", re.I)
TARGET = re.compile(rf"(?<!stretch )\btarget{YEAR}{SAID}{YEAR}\W*(?:of\s+)?{NUMBER}", re.I)
IN_BRACKETS = re.compile(
    rf"\s*(?:the )?(?:number|nos?\.?|%|percentage|proportion) of ([^()\d]{{3,120}})"
    rf"\(\s*target\W*(?:of |is )?{NUMBER}\s*\)\W*",
    re.I,
)
LEFT = re.compile(r"[^\W\d_]{3,}")


def from_a_baseline(text: str) -> Target | None:
    """Both are named: where it stands and where it is to stand."""
    start, end = BASELINE.search(text), TARGET.search(text)
    if not start or not end:
        return None
    first, last = _number(start), _number(end)
    if first == last or start.group(2) != end.group(2):
        return None
    return Target(
        "change",
        text,
        unit="%" if end.group(2) else "count",
        what=_rest(text, start, end),
        direction="down" if last < first else "up",
        baseline=first,
        reach=last,
    )


def in_brackets(text: str) -> Target | None:
    """Number of clients (target 40): what is counted, and how many would be enough."""
    found = IN_BRACKETS.fullmatch(text)
    if not found:
        return None
    counted, number, percent = found.groups()
    kind = "proportion" if percent else "count_exactly"
    unit = "%" if percent else counted.strip()
    return Target(
        kind, text, number=float(number.replace(",", "")), unit=unit, what=counted.strip()
    )


def _number(found: re.Match[str]) -> float:
    return float(found.group(1).replace(",", ""))


def _rest(text: str, *found: re.Match[str]) -> str:
    """What it counts: the words before the first label."""
    rest = text[: min(each.start() for each in found)].strip(" \t\n:;,.(-")
    return " ".join(rest.split()) if LEFT.search(rest) else ""


def stages(line: Line, clause: Clause, anchors: list[Anchor]) -> Iterator[Clause]:
    """A number for each of several times is several targets; else the clause as it is."""
    cuts = [
        anchor.first
        for anchor in anchors
        if clause[0] <= anchor.first < clause[1] and anchor.dated and _numbered(line, anchor)
    ]
    if len(cuts) < 2 or cuts[0] != clause[0]:
        yield clause
        return
    yield from zip(cuts, [*cuts[1:], clause[1]], strict=True)


def _numbered(line: Line, anchor: Anchor) -> bool:
    after = anchor.last + (line.word(anchor.last) in {":", "-", "=", "("})
    found = quantity_at(line, after)
    closes = found is not None and line[found.last].kind in {"end", "sign", "break"}
    return bool(found) and closes
