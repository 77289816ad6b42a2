"""The appendix: how to read the marks, where figures come from, and what is not in the paper."""

from frankpledge.papers.audiences import words_of
from frankpledge.papers.blocks import Block, Cell, Facts, Head, Heading, Items, Para, Row, Table
from frankpledge.papers.contents import parts
from frankpledge.papers.marks import Mark
from frankpledge.papers.promises import natural, promises_of
from frankpledge.papers.source import Doc, Source

SIGNALS = (
    ("better", "Better: by more than chance explains, and the way that was wanted"),
    ("worse", "Worse: by more than chance explains, and the other way"),
    ("changed", "Changed: by more than chance explains, and neither good nor bad"),
    ("none", "No clear change: chance alone would do as much"),
    ("few", "Too few figures yet"),
    ("not-counted", "Not counted: no figure is tied to this outcome"),
)
JUDGED = "How each target was judged"
UNJUDGED = ("not judgeable", "not enough data")
TALLIES = (
    ("on", "said in time"),
    ("late", "said late"),
    ("wait", "asked, and not answered yet"),
    ("none", "asked, and not answered"),
    ("unasked", "not asked"),
)


def appendix(source: Source) -> list[Block]:
    return [
        Heading("Sources and methods"),
        *how_to_read(source),
        *where_from(source),
        *workings(source),
        *left_out(source),
    ]


def for_readers(source: Source) -> list[Block]:
    """Without what was left out: that there is more is not for every reader to know."""
    return [Heading("Sources and methods"), *how_to_read(source), *where_from(source)]


def how_to_read(source: Source) -> list[Block]:
    made: list[Block] = [
        Heading("How to read the marks", 3),
        Para(
            "What people say of a promise is a shape. What figures say is a line. When it was last "
            "said is a tally of the last four rounds, the newest on the right."
        ),
    ]
    if source.plan["ratings"]:
        made.append(parts.scale_table(source))
    signals = [Cell(words, Mark("signal", key)) for key, words in SIGNALS]
    shown = Mark("fresh", ",".join(key for key, _ in TALLIES))
    tally = Cell(f"Tally, from the left: {'; '.join(words for _, words in TALLIES)}", shown)
    return [*made, Items((*signals, tally))]


def where_from(source: Source) -> list[Block]:
    told = list(dict.fromkeys(_told(source)))
    lacking = [f"{words} is not in this freeze." for words in source.lacking]
    items = tuple(Cell(line) for line in [*told, *lacking])
    return parts.headed("Where the figures come from", [Items(items)] if items else [], level=3)


def _told(source: Source) -> list[str]:
    lines = list((source.evidence or {}).get("told") or [])
    for judged in source.judgements.values():
        lines += judged.get("told") or []
    return [line for line in lines if line]


def workings(source: Source) -> list[Block]:
    """How each target was judged, step by step; those that could not be are counted."""
    rows, waiting = [], 0
    for promise in sorted(promises_of(source), key=lambda one: natural(one.ref)):
        for outcome in promise.outcomes:
            judged = outcome.judged or {}
            if judged.get("verdict") in (*UNJUDGED, None, ""):
                waiting += judged.get("verdict") in UNJUDGED
                continue
            rows.append(Row(_working(promise.ref, outcome.words, judged)))
    made: list[Block] = []
    if rows:
        heads = (
            Head("Ref", 0.6),
            Head("Target", 2.4),
            Head("Judgement", 2.6),
            Head("How it was worked out", 3.4),
        )
        made.append(Table(JUDGED, heads, tuple(rows), row_head=1))
    if waiting:
        words = "1 target has" if waiting == 1 else f"{waiting} targets have"
        made.append(Para(f"{words} no figures yet, or too few, to be judged by."))
    return parts.headed(JUDGED, made, level=3)


def _working(ref: str, words: str, judged: Doc) -> tuple[Cell, ...]:
    steps = "\n".join(f"{what}: {how}" for what, how in judged.get("workings") or [])
    return Cell(ref), Cell(words, said=True), Cell(str(judged.get("sentence") or "")), Cell(steps)


def left_out(source: Source) -> list[Block]:
    if not source.left_out:
        return []
    rows = tuple((one.words, one.why) for one in source.left_out)
    title = f"Left out, since this paper is for {words_of(source.audience)}"
    return [Heading(title, 3), Facts(rows)]
