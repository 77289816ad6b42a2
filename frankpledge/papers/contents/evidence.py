"""What was counted: what changed by more than chance explains, and its charts. Pure."""

from frankpledge.papers.blocks import (
    Block,
    Cell,
    Head,
    Heading,
    Para,
    Picture,
    Row,
    Table,
)
from frankpledge.papers.contents import parts
from frankpledge.papers.promises import promises_of
from frankpledge.papers.source import Doc, Source

MOST = 20
FEWEST = 2  # where nothing changed, these are drawn all the same


def performance(source: Source) -> list[Block]:
    found = source.evidence
    made: list[Block] = []
    if found:
        made += [Para(str(found.get("sentence") or ""), lede=True), *changes(found)]
    made += charts(source)
    if not made:
        made = parts.not_here("No evidence is in this freeze.")
    return [Heading("Performance"), *made]


def changes(found: Doc) -> list[Block]:
    rows = found.get("rows") or []
    if not rows:
        return []
    before, after = found.get("before") or "Before", found.get("after") or "Now"
    heads = (
        Head("What was counted", 2.2),
        Head(before, 1.4, "right"),
        Head(after, 1.4, "right"),
        Head("Change", 1.1, "right"),
        Head("Is it more than chance?", 3),
    )
    made = tuple(
        Row(
            (
                Cell(str(one["type"]), strong=bool(one.get("clear"))),
                Cell(_figure(one.get("before"))),
                Cell(_figure(one.get("after"))),
                Cell(str(one.get("words") or "")),
                Cell(_verdict(one)),
            )
        )
        for one in rows
    )
    title = (
        f"Recorded in {found['area']}: {after}, beside {before}"
        if found.get("area")
        else "Recorded"
    )
    return [Heading(title, 3), Table(title, heads, made)]


def _figure(value: object) -> str:
    if value is None:
        return "missing"
    return f"{value:,}" if isinstance(value, int) else f"{float(str(value)):,.1f}"


def _verdict(one: Doc) -> str:
    """The end of its own sentence: what chance alone would do."""
    sentence = str(one.get("sentence") or "")
    told = sentence.partition(". ")[2] or sentence
    return told or ("More than chance explains" if one.get("clear") else "No clear change")


def charts(source: Source) -> list[Block]:
    """Of targets first, then of what is recorded. What says nothing new is named, not drawn."""
    made = _of_targets(source)
    found = sorted((source.evidence or {}).get("charts") or [], key=_quiet)
    drawn = [one for one in found if not _quiet(one)] or found[:FEWEST]
    for one in drawn:
        picture = _recorded(one, source)
        made += [picture] if picture else []
    rest = [str(one["what"]) for one in found if one not in drawn]
    told = [Para(f"No clear change, so no chart: {', '.join(rest)}.", meta=True)] if rest else []
    return [*made[:MOST], *told]


def _recorded(one: Doc, source: Source) -> Picture | None:
    area = (source.evidence or {}).get("area") or source.whose.place
    return parts.chart_of(
        one,
        title=str(one.get("title") or one["what"]).rstrip("."),
        subtitle=f"{one['what']}, {area}, recorded each month",
        # The cut-off and the method stand in the appendix.
        told=[line for line in one.get("told") or [] if line.startswith(("Source", "Months"))],
    )


def _quiet(one: Doc) -> bool:
    return str(one.get("words") or "").startswith("No clear change")


def _of_targets(source: Source) -> list[Block]:
    made: list[Block] = []
    for promise in promises_of(source):
        for outcome in promise.outcomes:
            judged = outcome.judged or {}
            chart = judged.get("chart")
            if not chart:
                continue
            words = (judged.get("signal") or {}).get("words") or outcome.words
            picture = parts.chart_of(
                chart,
                title=f"{promise.ref} {words}".strip(),
                subtitle=_over_time(judged.get("indicator") or outcome.words, chart),
                told=list(judged.get("told") or [])[:2],
            )
            made += [picture] if picture else []
    return made


def _over_time(what: str, chart: Doc) -> str:
    """Beside what was recorded, a figure without its season is another figure."""
    season = ", with the season taken out" if chart.get("adjusted") else ""
    return f"{what}, each month{season}"
