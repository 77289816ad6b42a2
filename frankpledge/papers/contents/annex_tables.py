"""Tables of the annex by type, by month and by season. Pure."""

from math import sqrt

from frankpledge.papers.blocks import Block, Cell, Head, Para, Row, Table
from frankpledge.papers.source import Doc, Source

SHOWN = 12
LEAST_BASE = 20
NOTE = (
    f"No change in % of fewer than {LEAST_BASE}. z is twice the difference of the roots of both "
    "counts: of many types compared at once, some reach 2 by chance alone."
)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
STANDS_OUT = "* lies outside what is usual in a month. Of a season, the next table tells."


def volume(source: Source) -> list[Block]:
    """A row for each type: how many, how much, what changed, and where among neighbours."""
    found, annex = source.evidence or {}, source.annex or {}
    rows = sorted(found.get("rows") or [], key=lambda one: str(one["type"]))
    if not rows:
        return []
    ranks = annex.get("ranks") or {}
    heads = [
        Head("Type", 2.2),
        Head(found.get("before") or "Before", 1.1, "right"),
        Head(found.get("after") or "Now", 1.1, "right"),
        Head("Change", 1.1, "right"),
        Head("In %", 0.7, "right"),
        Head("z", 0.6, "right"),
        Head("More than chance?", 1.1, "right"),
    ]
    heads += (
        [Head("For each 1,000 people (95% interval)", 1.6, "right")] if annex.get("rates") else []
    )
    if ranks:
        heads += [
            Head(f"In {ranks['among']}", 1, "right"),
            Head(f"Rank of {ranks['n']}, lowest first", 1.8, "right"),
        ]
    made: list[Block] = [
        Table("Volume, rate, change and rank", tuple(heads), tuple(_volume(r, annex) for r in rows))
    ]
    words = [NOTE]
    if ranks:
        words.append(f"Ranked are the districts of {ranks['among']}: {', '.join(ranks['names'])}.")
    return [*made, *(Para(one, meta=True) for one in words)]


def _volume(row: Doc, annex: Doc) -> Row:
    kind = str(row["type"])
    cells = [
        Cell(kind),
        Cell(_count(row["before"])),
        Cell(_count(row["after"])),
        Cell(str(row["words"])),
        Cell(_per_cent(row["before"], row["after"])),
        Cell(_z(row["before"], row["after"])),
        Cell("Yes" if row["clear"] else "No", strong=bool(row["clear"])),
    ]
    if rates := annex.get("rates"):
        cells.append(Cell(_rate(rates.get(kind))))
    if ranks := annex.get("ranks"):
        found = ranks["rows"].get(kind)
        cells += [Cell(_in_all(found)), Cell(_rank(found))]
    return Row(tuple(cells))


def _count(value: float | None) -> str:
    return "missing" if value is None else f"{value:,.0f}"


def _per_cent(before: float | None, after: float | None) -> str:
    """Of a few, a percentage says more than is there."""
    if before is None or after is None or before < LEAST_BASE:
        return ""
    return f"{100 * (after - before) / before:+.1f}%".replace("-", "−")


def _z(before: float | None, after: float | None) -> str:
    """Of two counts of as long a time: about 2 is worth a look, 3 is clear."""
    if before is None or after is None:
        return ""
    return f"{2 * (sqrt(after) - sqrt(before)):+.1f}".replace("-", "−")


def _in_all(found: Doc | None) -> str:
    return f"{found['in_all']:.1f}" if found and found.get("in_all") is not None else ""


def _rate(found: Doc | None) -> str:
    if not found:
        return ""
    return f"{found['rate']:.1f} ({found['low']:.1f} to {found['high']:.1f})"


def _rank(found: Doc | None) -> str:
    return f"{found['rank']}, {found['range']}" if found else ""


def months(source: Source) -> list[Block]:
    """The newest twelve, beside what is usual."""
    annex = source.annex or {}
    names = (annex.get("months") or [])[-SHOWN:]
    if not names:
        return []
    charts = {one["what"]: one for one in (source.evidence or {}).get("charts") or []}
    heads = (
        Head("Type", 2.4),
        *(Head(_month(name), 0.7, "right") for name in names),
        Head("Usual in a month", 1.3, "right"),
    )
    rows = []
    for kind, counts in annex["types"].items():
        chart = charts.get(kind) or {}
        cells = [Cell(f"{n:,}{'*' if _is_odd(n, chart) else ''}") for n in counts[-SHOWN:]]
        rows.append(Row((Cell(kind), *cells, Cell(_usual(chart)))))
    return [Table("Month by type", heads, tuple(rows)), Para(STANDS_OUT, meta=True)]


def _month(name: str) -> str:
    return f"{MONTHS[int(name[5:]) - 1]} {name[2:4]}"


def _is_odd(n: int, chart: Doc) -> bool:
    low, high = chart.get("low"), chart.get("high")
    return low is not None and high is not None and not low <= n <= high


def _usual(chart: Doc) -> str:
    if chart.get("low") is None or chart.get("high") is None:
        return "too few months"
    return f"{max(0, chart['low']):,.0f} to {chart['high']:,.0f}"


def seasons(source: Source) -> list[Block]:
    """100 is an even month."""
    found = {k: one for k, one in ((source.annex or {}).get("seasons") or {}).items() if one}
    if not found:
        return []
    heads = (
        Head("Type", 2.4),
        *(Head(name, 0.7, "right") for name in MONTHS),
        Head("A season?", 1.1, "right"),
    )
    rows = tuple(
        Row(
            (
                Cell(kind),
                *(Cell(f"{index:.0f}") for index in one["index"]),
                Cell("Yes" if one["clear"] else "Not clear", strong=one["clear"]),
            )
        )
        for kind, one in found.items()
    )
    words = "100 is an even month. Where a season is not clear, chance may make the whole of it."
    return [Table("Seasonal index", heads, rows), Para(words, meta=True)]
