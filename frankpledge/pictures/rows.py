"""Named things, one a row, each with its figure and what chance leaves open: bars, and ranks."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from frankpledge.figures.ranks import Rank, Ranked
from frankpledge.figures.wording import number
from frankpledge.pictures.picture import Picture, Table, Words, picture
from frankpledge.pictures.rows_drawn import draw


@dataclass(frozen=True)
class Row:
    """`note` stands at the right: a rank's range, a base. Without a value, it says why."""

    name: str
    value: float | None
    low: float | None = None
    high: float | None = None
    note: str = ""
    ours: bool = False
    href: str = ""


@dataclass(frozen=True)
class Rows:
    words: Words
    rows: tuple[Row, ...]
    unit: str = ""
    places: int = 1
    note: str = ""
    # A line across all rows: the county's own figure, with its words.
    beside: float | None = None
    beside_words: str = ""


def bars(given: Rows) -> Picture:
    return _made("bars", given)


def ranking(given: Rows) -> Picture:
    """Dots with their intervals, in the order given; the note says what each could rank."""
    return _made("ranks", given)


def of_ranks(
    ranked: Sequence[Rank],
    figures: Sequence[Ranked],
    words: Words,
    *,
    ours: Collection[str] = (),
    unit: str = "",
    places: int = 1,
) -> Rows:
    """The ranks of figures.ranks, with the intervals that they were worked out from."""
    by_name = {each.name: each for each in figures}
    rows = tuple(
        Row(
            each.name,
            each.value,
            by_name[each.name].low,
            by_name[each.name].high,
            note=_could(each),
            ours=each.name in ours,
        )
        for each in ranked
    )
    return Rows(words, rows, unit=unit, places=places, note="could rank")


def _could(rank: Rank) -> str:
    if rank.best is None or rank.worst is None:
        return "not known"
    return f"{rank.best}" if rank.best == rank.worst else f"{rank.best} to {rank.worst}"


def _made(kind: str, given: Rows) -> Picture:
    return picture(
        kind,
        given.words,
        lambda canvas, label: draw(canvas, label, given, kind),
        _table(given),
        describes=_describes(given),
    )


def _table(given: Rows) -> Table:
    head = ("Name", given.unit or "Figure", "From", "To")
    rows = [
        (
            each.name,
            *(_said(value, given.places) for value in (each.value, each.low, each.high)),
            *([each.note] if given.note else []),
        )
        for each in given.rows
    ]
    return Table((*head, *([given.note.capitalize()] if given.note else [])), tuple(rows))


def _said(value: float | None, places: int) -> str:
    return "not shown" if value is None else number(value, places)


def _describes(given: Rows) -> str:
    known = [each for each in given.rows if each.value is not None]
    if not known:
        return "There are no figures."
    told = [f"{each.name} {_said(each.value, given.places)}" for each in (known[0], known[-1])]
    ours = next((each for each in known if each.ours), None)
    us = f" {ours.name} is at {_said(ours.value, given.places)}." if ours else ""
    if ours and ours.note and given.note:
        us = f"{us[:-1]}; {given.note} {ours.note}."
    between = f"from {told[0]} to {told[1]}" if len(known) > 1 else told[0]
    return f"{len(given.rows)} in all, {between}.{us}"
