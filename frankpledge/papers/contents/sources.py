"""The appendix: how to read the marks, where figures come from, and what is not in the paper."""

from frankpledge.papers.audiences import words_of
from frankpledge.papers.blocks import (
    Block,
    Cell,
    Facts,
    Group,
    Head,
    Heading,
    Items,
    Para,
    Row,
    Table,
)
from frankpledge.papers.contents import parts
from frankpledge.papers.contents.grounds import Ground, grounds_of
from frankpledge.papers.contents.kinds import Write
from frankpledge.papers.contents.resting import TARGET, TOLD
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
FROM = "Where the figures come from"
JUDGED = "How each target was judged"
UNJUDGED = ("not judgeable", "not enough data")
OF_TALLIES = "When it was last said is a tally of the last four rounds, the newest on the right."
TALLIES = (
    ("on", "said in time"),
    ("late", "said late"),
    ("wait", "asked, and not answered yet"),
    ("none", "asked, and not answered"),
    ("unasked", "not asked"),
)


def appendix(*uses: str, tally: bool = False) -> Write:
    def write(source: Source) -> list[Block]:
        return [
            Heading("Sources and methods"),
            *how_to_read(source, tally=tally),
            *where_from(source, *uses),
            *workings(source),
            *left_out(source),
        ]

    return write


def for_readers(*uses: str) -> Write:
    """Without what was left out: that there is more is not for every reader to know."""

    def write(source: Source) -> list[Block]:
        made = [*how_to_read(source), *where_from(source, *uses)]
        return [Heading("Sources and methods"), *made]

    return write


def how_to_read(source: Source, *, tally: bool = False) -> list[Block]:
    """Of the marks that stand in this paper: not every reader is shown what figures say."""
    signals = any(judged.get("signal") for judged in source.judgements.values())
    told = ["What people say of a promise is a shape."]
    told += ["What figures say is a line."] if signals else []
    told += [OF_TALLIES] if tally else []
    made: list[Block] = [Heading("How to read the marks", 3), Para(" ".join(told))]
    if source.plan["ratings"]:
        made.append(parts.scale_table(source))
    cells = [Cell(words, Mark("signal", key)) for key, words in SIGNALS] if signals else []
    if tally:
        shown = Mark("fresh", ",".join(key for key, _ in TALLIES))
        cells.append(Cell(f"Tally, from the left: {'; '.join(said for _, said in TALLIES)}", shown))
    return [*made, *([Items(tuple(cells))] if cells else [])]


def where_from(source: Source, *uses: str) -> list[Block]:
    """Each source once, and what in this paper rests on it."""
    found = grounds_of(pair for use in uses for pair in TOLD[use](source))
    rows: list[Row | Group] = []
    for kind in dict.fromkeys(one.kind for one in found):
        rows.append(Group(kind))
        rows += [Row(_ground(one)) for one in found if one.kind == kind]
    heads = (
        Head("Source", 2),
        Head("Months", 1.8),
        Head("How it was counted and compared", 3.6),
        Head("What rests on it", 2),
    )
    made: list[Block] = [Table(FROM, heads, tuple(rows))] if rows else []
    lacking = tuple(Cell(f"{words} is not in this freeze.") for words in source.lacking)
    return parts.headed(FROM, [*made, *([Items(lacking)] if lacking else [])], level=3)


def _ground(one: Ground) -> tuple[Cell, ...]:
    missing = f"Missing: {'; '.join(one.missing)}" if one.missing else ""
    cut_off = "; ".join(one.cut_off)
    return (
        Cell(one.name, meta=f"{cut_off[:1].upper()}{cut_off[1:]}"),
        Cell(one.span, meta=missing),
        Cell("\n".join(one.methods)),
        Cell("\n".join(_rests(one))),
    )


def _rests(one: Ground) -> list[str]:
    """The promises whose targets do, in one line."""
    refs = [words.removeprefix(TARGET) for words in one.rests if words.startswith(TARGET)]
    told = [words for words in one.rests if not words.startswith(TARGET)]
    return [*told, *([f"{TARGET}{', '.join(dict.fromkeys(refs))}"] if refs else [])]


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
