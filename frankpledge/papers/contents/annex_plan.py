"""Tables of the annex of how the plan stands: promises and outcomes, by priority. Pure."""

from collections import Counter

from frankpledge.papers.blocks import Block, Cell, Head, Row, Table
from frankpledge.papers.promises import Priority, priorities_of
from frankpledge.papers.source import Source
from frankpledge.plan.showing import Shown

Standing = tuple[int, Shown]


def delivery(source: Source) -> list[Block]:
    """Promises, and then their outcomes, by priority and by how they stand."""
    priorities = [one for one in priorities_of(source) if one.promises]
    made: list[Block] = []
    for title, of in (("Promises", _promises), ("Outcomes", _outcomes)):
        rows = [(one.name, of(one)) for one in priorities]
        if any(standing for _, standing in rows):
            made.append(_by_status(title, rows))
    return made


def _promises(priority: Priority) -> list[Standing]:
    return [(one.pk, one.shown) for one in priority.promises]


def _outcomes(priority: Priority) -> list[Standing]:
    return [(o.pk, o.shown) for one in priority.promises for o in one.outcomes]


def _by_status(title: str, found: list[tuple[str, list[Standing]]]) -> Table:
    unique = dict(each for _, here in found for each in here)
    order = {shown.label: shown.badness for shown in unique.values()}
    labels = sorted(order, key=lambda label: (order[label], label))
    heads = (
        Head("Priority", 2.6),
        *(Head(label, 1, "right") for label in labels),
        Head(title, 1, "right"),
    )
    rows = [_standing(name, [shown for _, shown in here], labels) for name, here in found]
    rows.append(_standing("All, each once", list(unique.values()), labels, strong=True))
    return Table(f"{title} by priority and status", heads, tuple(rows), says_caption=True)


def _standing(name: str, found: list[Shown], labels: list[str], *, strong: bool = False) -> Row:
    n = Counter(one.label for one in found)
    cells = [Cell(str(n[label]), strong=strong) for label in labels]
    return Row((Cell(name, strong=strong), *cells, Cell(str(len(found)), strong=strong)))
