"""Tables of the annex by type and by month, of surveys and of the plan. Pure."""

from collections import Counter

from frankpledge.papers.blocks import Block, Cell, Group, Head, Para, Row, Table
from frankpledge.papers.promises import Promise, priorities_of
from frankpledge.papers.source import Doc, Source

SHOWN = 12
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
        Head("Change", 1.2, "right"),
        Head("More than chance?", 1.2, "right"),
    ]
    heads += (
        [Head("For each 1,000 people (95% interval)", 1.6, "right")] if annex.get("rates") else []
    )
    heads += [Head(f"Rank of {ranks['n']}, lowest first", 1.8, "right")] if ranks else []
    made: list[Block] = [
        Table("Volume, rate, change and rank", tuple(heads), tuple(_volume(r, annex) for r in rows))
    ]
    if ranks:
        words = f"Ranked are the districts of {ranks['among']}: {', '.join(ranks['names'])}."
        made.append(Para(words, meta=True))
    return made


def _volume(row: Doc, annex: Doc) -> Row:
    kind = str(row["type"])
    cells = [
        Cell(kind),
        Cell(_count(row["before"])),
        Cell(_count(row["after"])),
        Cell(str(row["words"])),
        Cell("Yes" if row["clear"] else "No", strong=bool(row["clear"])),
    ]
    if rates := annex.get("rates"):
        cells.append(Cell(_rate(rates.get(kind))))
    if ranks := annex.get("ranks"):
        cells.append(Cell(_rank(ranks["rows"].get(kind))))
    return Row(tuple(cells))


def _count(value: float | None) -> str:
    return "missing" if value is None else f"{value:,.0f}"


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


def perception(source: Source) -> list[Block]:
    """Each wave with how many answered and what chance leaves open."""
    found = [one for one in (source.annex or {}).get("perception") or [] if one["waves"]]
    rows: list[Row | Group] = []
    for one in found:
        rows.append(Group(_question(one)))
        rows += [Row(_wave(each)) for each in one["waves"]]
    if not rows:
        return []
    heads = (
        Head("Wave", 2),
        Head("Answered", 1, "right"),
        Head("Share", 1, "right"),
        Head("95% interval", 1.6, "right"),
        Head("Beside the wave before", 3, "right"),
    )
    return [Table("What people say", heads, tuple(rows))]


def _question(one: Doc) -> str:
    asked = f" Asked of {one['asked_of']}." if one["asked_of"] else ""
    return f"{one['name']}: who say {one['counted']}. “{one['wording']}”{asked}"


def _wave(one: Doc) -> tuple[Cell, ...]:
    interval = f"{one['low']:.1f}% to {one['high']:.1f}%"
    share = f"{one['per_cent']:.1f}%"
    return Cell(one["when"]), Cell(f"{one['base']:,}"), Cell(share), Cell(interval), _beside(one)


def _beside(one: Doc) -> Cell:
    if one["break_why"]:
        return Cell(f"Not comparable: {one['break_why']}")
    words = {True: "More than chance explains", False: "No clear change", None: ""}
    return Cell(words[one["changed"]])


def delivery(source: Source) -> list[Block]:
    """Promises by priority and by how they stand."""
    priorities = [one for one in priorities_of(source) if one.promises]
    every = [each for one in priorities for each in one.promises]
    if not every:
        return []
    order = {each.shown.label: each.shown.badness for each in every}
    labels = sorted(order, key=lambda label: (order[label], label))
    heads = (
        Head("Priority", 2.6),
        *(Head(label, 1, "right") for label in labels),
        Head("Promises", 1, "right"),
    )
    rows = [_standing(one.name, list(one.promises), labels) for one in priorities]
    unique = list({each.pk: each for each in every}.values())
    rows.append(_standing("All, each once", unique, labels, strong=True))
    return [Table("The plan by status", heads, tuple(rows))]


def _standing(
    name: str, promises: list[Promise], labels: list[str], *, strong: bool = False
) -> Row:
    n = Counter(each.shown.label for each in promises)
    cells = [Cell(str(n[label]), strong=strong) for label in labels]
    return Row((Cell(name, strong=strong), *cells, Cell(str(len(promises)), strong=strong)))
