"""Pieces that several papers share: marks with their words, tables of promises, charts. Pure."""

from collections.abc import Iterable
from typing import Any

from frankpledge.papers.blocks import Block, Cell, Counts, Head, Heading, Para, Picture, Row, Table
from frankpledge.papers.contents.grounds import in_words
from frankpledge.papers.drawn import of_picture
from frankpledge.papers.marks import Mark
from frankpledge.papers.promises import Outcome, Promise
from frankpledge.papers.source import Doc, Source
from frankpledge.pictures.line import Line, line
from frankpledge.pictures.picture import Words
from frankpledge.pictures.run import Dot, Usual
from frankpledge.plan.showing import Shown, counted

FEWEST = 12
MARKED = {"concern": "worse", "improvement": "better", "neutral": "changed"}
NOT_COUNTED = Cell("Not counted", Mark("signal", "not-counted"))


def delivery(shown: Shown, *, says: str = "") -> Cell:
    """'Stuck', and under it how many of its outcomes are."""
    meta = f"{says} outcomes" if says else ""
    return Cell(shown.label, Mark("delivery", shown.shape, shown.colour), meta, strong=True)


def of_promise(promise: Promise) -> Cell:
    return delivery(promise.shown, says=promise.shown.says)


def signal_of(judged: Doc | None) -> Cell:
    told = (judged or {}).get("signal")
    if not told:
        return NOT_COUNTED
    return Cell(told["words"], Mark("signal", _drawn(told)))


def _drawn(told: Doc) -> str:
    """Better and worse say the direction in words; the line goes the way that they say."""
    words = told["words"].lower()
    if told["key"] == "better" and any(w in words for w in ("rising", "more", "higher", "longer")):
        return "better-up"
    if told["key"] == "worse" and any(w in words for w in ("falling", "fewer", "lower", "shorter")):
        return "worse-down"
    return str(told["key"])


def odds_of(judged: Doc | None) -> Cell:
    if not judged or not judged.get("verdict"):
        return Cell("")
    verdict = str(judged["verdict"])
    words = str(judged.get("odds_words") or "")
    if judged.get("odds") is None:
        return Cell("\n".join(part for part in (verdict[:1].upper() + verdict[1:], words) if part))
    return Cell(words, Mark("odds", f"{float(judged['odds']):.3f}"))


def fresh_of(promise: Promise) -> Cell:
    tally = ",".join((promise.fresh or {}).get("tally", ()))
    return Cell(promise.fresh_words, Mark("fresh", tally) if tally else None)


def worst_signal(promise: Promise) -> Cell:
    """Of a promise with several targets, what asks for a look first."""
    order = ("worse", "changed", "rising", "falling", "none", "few", "better")
    told = [one.judged for one in promise.outcomes if (one.judged or {}).get("signal")]
    if not told:
        return NOT_COUNTED
    keys = [one["signal"]["key"] for one in told if one]
    first = min(range(len(keys)), key=lambda at: _place(keys[at], order))
    return signal_of(told[first])


def _place(key: str, order: tuple[str, ...]) -> int:
    return order.index(key) if key in order else len(order)


def counts(promises: Iterable[Promise]) -> Counts:
    rows = counted({one.pk: one.shown for one in promises}.values())
    return Counts(tuple(_count(shown, n) for shown, n in rows))


def _count(shown: Shown, n: int) -> Cell:
    words = f"{n} {shown.label[:1].lower()}{shown.label[1:]}"
    return Cell(words, Mark("delivery", shown.shape, shown.colour), strong=True)


def outcome_rows(promise: Promise) -> list[tuple[Outcome | None, Shown]]:
    if not promise.outcomes:
        return [(None, promise.shown)]
    return [(one, one.shown) for one in promise.outcomes]


def chart_of(
    chart: Doc | None, *, title: str, subtitle: str, told: Iterable[str]
) -> Picture | None:
    """Nothing where there are too few figures to draw, or where none are there."""
    months, counts = ((chart or {}).get(name) or () for name in ("months", "counts"))
    if not chart or len(months) < FEWEST or len(months) != len(counts):
        return None
    given = Line(
        words=Words(title, subtitle, tuple(in_words(line) for line in told)),
        dots=tuple(_dots(chart)),
        usual=_usual(chart),
        what=subtitle.partition(",")[0],
    )
    return of_picture(line(given))


def _dots(chart: Doc) -> list[Dot]:
    wanted, kinds = set(chart.get("signals") or ()), chart.get("kinds") or ()
    told = len(kinds) == len(chart["months"])
    return [
        Dot(month, count, mark=_mark(kinds[at] if told else None) if at in wanted else "")
        for at, (month, count) in enumerate(zip(chart["months"], chart["counts"], strict=True))
    ]


def _mark(kind: str | None) -> Any:
    """A point that is out of the usual and of which nobody says more has changed, no more."""
    return "changed" if kind is None else MARKED.get(kind, "changed")


def _usual(chart: Doc) -> tuple[Usual, ...]:
    if chart.get("mean") is None or chart.get("low") is None or chart.get("high") is None:
        return ()
    return (Usual(chart["mean"], chart["low"], chart["high"]),)


def scale_table(source: Source) -> Table:
    rows = [
        Row(
            (
                Cell(one["label"], Mark("delivery", one["shape"], one["colour"]), strong=True),
                Cell(one["meaning"]),
            )
        )
        for one in sorted(source.plan["ratings"], key=lambda one: -one["severity"])
    ]
    return Table(
        "What the ratings mean",
        (Head("Rating", 1), Head("What it means", 4)),
        tuple(rows),
        says_caption=True,
        aside=True,
    )


def not_here(words: str) -> list[Block]:
    return [Para(words, meta=True)]


def headed(text: str, blocks: list[Block], *, level: int = 2) -> list[Block]:
    return [Heading(text, level), *blocks] if blocks else []
