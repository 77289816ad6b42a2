"""Small numbers of an annex, held back before any paper is written from it. Pure.

Where counts are held back stands None. The board and whoever is closer see all of them.
"""

from collections import Counter
from typing import Any

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.small import THRESHOLDS, hold_back, suppress
from frankpledge.papers.audiences import Audience

Doc = dict[str, Any]
Counts = list[int | None]
Year = list[tuple[Counts, int | None]]
TOO_FEW = "There are too few places here to show any of them by itself."


def threshold_of(audience: Audience) -> int:
    return THRESHOLDS[audience.name.lower().replace("_", " ")]


def held_annex(annex: Doc | None, audience: Audience) -> Doc | None:
    if annex is None:
        return None
    least = threshold_of(audience)
    return {
        **annex,
        "wards": _wards(annex.get("wards"), least),
        "hours": _hours(annex.get("hours"), least),
        "done": _done(annex.get("done"), least),
        "done_half": _half(annex, least),
    }


def _wards(found: Doc | None, least: int) -> Doc | None:
    if not found or not found.get("rows"):
        return found
    try:
        return _table(found, least)
    except CannotWorkOut as error:
        return {"why_none": str(error)}


def _table(found: Doc, least: int) -> Doc:
    rule, rows = found["rule"], found["rows"]
    threshold = max(least, rule["threshold"]) if least and rule["applies"] else 0
    if threshold and sum(bool(one["code"]) for one in rows) < rule["places"]:
        raise CannotWorkOut(TOO_FEW)
    now = _year([one["counts"] for one in rows], threshold, rule["each"])
    then = _before(found, threshold)
    seen = [
        {**one, "counts": n, "total": total, "before": was, "total_before": total_was}
        for one, (n, total), (was, total_was) in zip(rows, now, then or _nothing(rows), strict=True)
    ]
    return {
        **found,
        "rows": seen,
        "held_below": threshold,
        "before": found["before"] if then else "",
    }


def _before(found: Doc, threshold: int) -> Year | None:
    """A year before of which too little can be shown takes nothing from this one."""
    if not found["before"]:
        return None
    try:
        return _year([one["before"] for one in found["rows"]], threshold, found["rule"]["each"])
    except CannotWorkOut:
        return None


def _nothing(rows: list[Doc]) -> Year:
    return [([], None) for _ in rows]


def _year(rows: list[list[int]], threshold: int, each: int) -> Year:
    if not threshold:
        return [(list(row), sum(row)) for row in rows]
    held = hold_back(rows, threshold=threshold, each=each)
    return [(list(n), total) for n, total in zip(held.cells, held.row_totals, strict=True)]


def _hours(found: Doc | None, least: int) -> Doc | None:
    """No sum stands beside these, so that none is worked out from the rest."""
    if not found or not least:
        return found
    seen = suppress(found["counts"], threshold=least, row_totals=False, column_totals=False)
    return {**found, "counts": [list(day) for day in seen.cells], "held_below": least}


def _done(found: Doc | None, least: int) -> Doc | None:
    """People are few in some areas: then others are held back too, or the sum would tell."""
    if not found:
        return found
    rows = found["rows"]
    by_measure: dict[tuple[str, str, bool], list[Doc]] = {}
    for one in rows:
        by_measure.setdefault((one["measure"], one["unit"], one["people"]), []).append(one)
    seen, in_all = [], []
    for (measure, unit, people), same in by_measure.items():
        counts, total = _column([one["count"] for one in same], least if people else 0)
        seen += [{**one, "count": n} for one, n in zip(same, counts, strict=True)]
        in_all.append({"measure": measure, "unit": unit, "count": total})
    return {**found, "rows": seen, "in_all": in_all}


def _half(annex: Doc, least: int) -> Doc | None:
    """The half lies in the year that other papers print: what is left of it must not be few."""
    found = _done(annex.get("done_half"), least)
    if not found:
        return found
    half, year = _people_in(annex["done_half"]), _people_in(annex.get("done") or {"rows": []})

    def tells(one: Doc) -> bool:
        key = (one["measure"], one["unit"])
        return key in half and 0 < year.get(key, 0) - half[key] < least

    kept = [{**one, "count": None} if tells(one) else one for one in found["in_all"]]
    return {**found, "in_all": kept}


def _people_in(found: Doc) -> Counter[tuple[str, str]]:
    counted: Counter[tuple[str, str]] = Counter()
    for one in found["rows"]:
        if one["people"]:
            counted[one["measure"], one["unit"]] += one["count"]
    return counted


def _column(counts: list[int], least: int) -> tuple[Counts, int | None]:
    if not least:
        return [*counts], sum(counts)
    seen = suppress([[n] for n in counts], threshold=least, row_totals=False)
    (total,) = seen.column_totals or (None,)
    return [n for (n,) in seen.cells], total
