"""The arithmetic of a table of figures, done again from the table itself."""

import re
from typing import Any

from frankpledge.reading.understanding.numbers import Figure, figure
from frankpledge.reading.words import alike

Check = dict[str, Any]
TOTAL = re.compile(r"(?:grand )?totals?\b|all\b.*\btotal\b|sum\b", re.I)
BASE = re.compile(r"\bbaseline\b", re.I)
TARGET = re.compile(r"\btarget\b", re.I)
CHANGE = re.compile(r"\b(?:reduction|change|increase|decrease|difference|\+/-|%)", re.I)
FEWER = re.compile(r"\b(?:reduction|decrease|fall)\b", re.I)
RANK = re.compile(r"\b(?:rank|position|place)\b", re.I)


def checks(columns: list[str], rows: list[list[str]]) -> tuple[list[Check], list[dict[str, Any]]]:
    """What is printed beside what it works out to, and what a reader should know besides."""
    table = [[figure(cell) for cell in row] for row in rows]
    heads = [*columns, *[""] * max(0, max(map(len, rows), default=0) - len(columns))]
    found: list[Check] = []
    counts = _count_columns(heads, table)
    for number, (row, figures) in enumerate(zip(rows, table, strict=True)):
        found += _row_checks(number, row, figures, heads, counts)
    found += _totals(rows, table, heads)
    findings = _missed(rows, table, heads) + _sums(rows, table, heads, counts)
    return found, findings


def _count_columns(heads: list[str], table: list[list[Figure | None]]) -> list[int]:
    """The columns of counts: before and after, in the order in which they stand."""
    found = []
    for at in range(1, len(heads)):
        column = [row[at] for row in table if at < len(row) and row[at] is not None]
        plain = [each for each in column if each and each.count and not each.signed]
        if plain and len(plain) * 3 >= len(column) * 2 and not RANK.search(heads[at]):
            found.append(at)
    return found


def _pair(counts: list[int], heads: list[str]) -> tuple[int, int] | None:
    base = next((at for at in counts if BASE.search(heads[at])), None)
    rest = [at for at in counts if at != base and not TARGET.search(heads[at])]
    if base is not None and rest:
        return base, rest[-1]
    return (rest[0], rest[1]) if len(rest) == 2 else None


def _row_checks(
    number: int,
    row: list[str],
    figures: list[Figure | None],
    heads: list[str],
    counts: list[int],
) -> list[Check]:
    pair = _pair(counts, heads)
    found = []
    for at, printed in enumerate(figures):
        if at == 0 or printed is None or at in counts or TARGET.search(heads[at]):
            continue
        if printed.rank or (RANK.search(heads[at]) and printed.count):
            found.append(_open(number, at, "rank", row[at], "the table does not hold the others"))
        elif printed.percent or printed.signed:
            found.append(_change(number, at, row[at], printed, figures, heads[at], pair))
    return found


def _open(number: int, at: int, kind: str, printed: str, why: str) -> Check:
    return {
        "row": number,
        "column": at,
        "kind": kind,
        "printed": printed,
        "computed": None,
        "agrees": None,
        "why": f"It cannot be worked out again: {why}.",
    }


def _change(
    number: int,
    at: int,
    text: str,
    printed: Figure,
    figures: list[Figure | None],
    head: str,
    pair: tuple[int, int] | None,
) -> Check:
    kind = "percentage" if printed.percent else "difference"
    before = figures[pair[0]] if pair else None
    after = figures[pair[1]] if pair else None
    if before is None or after is None:
        return _open(number, at, kind, text, "the table gives no counts")
    if printed.percent and not before.value:
        return _open(number, at, kind, text, "it starts from nought")
    change = after.value - before.value
    value = change / before.value * 100 if printed.percent else change
    return compared(number, at, kind, text, printed, value, head)


def compared(
    number: int | None,
    at: int | None,
    kind: str,
    text: str,
    printed: Figure,
    value: float,
    head: str,
) -> Check:
    if FEWER.search(head) and not printed.signed:
        value = -value
    rounded = round(value + (1e-9 if value >= 0 else -1e-9), printed.decimals)
    step = 0.5 * 10**-printed.decimals + 1e-9
    agrees = abs(value - printed.value) <= step
    return {
        "row": number,
        "column": at,
        "kind": kind,
        "printed": text,
        "computed": f"{rounded:.{printed.decimals}f}{'%' if printed.percent else ''}",
        "agrees": agrees,
    }


def _totals(
    rows: list[list[str]], table: list[list[Figure | None]], heads: list[str]
) -> list[Check]:
    found = []
    start = 0
    for number, row in enumerate(rows):
        if not TOTAL.match(row[0]):
            continue
        for at in range(1, len(row)):
            printed = table[number][at]
            above = [each[at] for each in table[start:number] if at < len(each)]
            parts = [each for each in above if each and each.count]
            if printed and printed.count and len(parts) > 1 and len(parts) == number - start:
                value = sum(each.value for each in parts)
                found.append(compared(number, at, "total", row[at], printed, value, ""))
        start = number + 1
    return found


def _missed(
    rows: list[list[str]], table: list[list[Figure | None]], heads: list[str]
) -> list[dict[str, Any]]:
    """A target of so many per cent, and beside it what was reached."""
    target = next((at for at, head in enumerate(heads) if at and TARGET.search(head)), None)
    if target is None:
        return []
    reached = [
        at for at, head in enumerate(heads) if at > target and CHANGE.search(head) and "%" in head
    ]
    found = []
    for row, figures in zip(rows, table, strict=True):
        aim = figures[target] if target < len(figures) else None
        got = figures[reached[-1]] if reached and reached[-1] < len(figures) else None
        if aim and got and aim.percent and got.percent and got.value < aim.value:
            message = f"{row[0]}: the target was {row[target]}, {row[reached[-1]]} was reached."
            found.append({"code": "target-missed", "message": message})
    return found


def _sums(
    rows: list[list[str]], table: list[list[Figure | None]], heads: list[str], counts: list[int]
) -> list[dict[str, Any]]:
    """The change of all rows together, where a baseline says that they are parts of one whole."""
    pair = _pair(counts, heads)
    if not pair or not BASE.search(heads[pair[0]]):
        return []
    both = [
        (row[pair[0]], row[pair[1]])
        for row, texts in zip(table, rows, strict=True)
        if not TOTAL.match(texts[0]) and len(row) > max(pair)
    ]
    whole = [(one.value, two.value) for one, two in both if one and two]
    before, after = sum(one for one, _ in whole), sum(two for _, two in whole)
    if len(whole) < 2 or not before:
        return []
    percent = (after - before) / before * 100
    message = f"Together: from {before:,.0f} to {after:,.0f}, a change of {percent:+.1f} %."
    return [
        {"code": "sum", "message": message, "before": before, "after": after, "percent": percent}
    ]


SENTENCE = re.compile(r"[^.!?]*(?:[.!?](?=\d)[^.!?]*)*[.!?]?")
CLAIM = re.compile(
    r"\b(reductions? of|reduced by|fallen by|fell by|down(?: by)?|decreased by|increase of|"
    r"increased by|rose by|risen by|up(?: by)?)\s+\**\s*(\d+(?:\.\d+)?)\s?%",
    re.I,
)
FALLS = re.compile(r"reduc|fall|fell|down|decreas", re.I)


def claims(
    text: str, columns: list[str], rows: list[list[str]], findings: list[dict[str, Any]]
) -> list[Check]:
    """What the prose beside a table says of it, worked out from the table."""
    found = []
    for sentence in SENTENCE.findall(text):
        for claim in CLAIM.finditer(sentence):
            value = _claimed(sentence, claim.start(), columns, rows, findings)
            printed = figure(f"{claim.group(2)}%")
            if value is None or printed is None:
                continue
            falls = -value if FALLS.match(claim.group(1)) else value
            made = compared(None, None, "in the text", claim.group(), printed, falls, "")
            if not made["agrees"]:
                made["why"] = "The text and its own table do not agree."
            found.append(made)
    return found


def _claimed(
    sentence: str,
    place: int,
    columns: list[str],
    rows: list[list[str]],
    findings: list[dict[str, Any]],
) -> float | None:
    table = [[figure(cell) for cell in row] for row in rows]
    pair = _pair(_count_columns(columns, table), columns)
    for row, figures in zip(rows, table, strict=True):
        label = alike(row[0]) if row else ""
        if pair and label and f" {label} " in f" {alike(sentence[:place])} ":
            before, after = figures[pair[0]], figures[pair[1]]
            if before and after and before.value:
                return (after.value - before.value) / before.value * 100
    whole = next((each for each in findings if each["code"] == "sum"), None)
    return float(whole["percent"]) if whole and BASE.search(sentence) else None
