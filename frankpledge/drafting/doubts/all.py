"""All doubts of a file, those first that change what the plan is."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from frankpledge.drafting.doubts import columns, loose, meanings, rows, sums, torn, whom
from frankpledge.drafting.doubts.doubt import Doubt

File = dict[str, Any]


@dataclass(frozen=True)
class Around:
    """What is known beside the file."""

    heads: Sequence[dict[str, str]] = ()
    # Whether anybody of this partnership is meant by the leads of an action.
    known: Callable[[dict[str, Any]], bool] = field(default=lambda action: True)
    seen: AbstractSet[str] = frozenset()


def uncertain(file: File, around: Around | None = None) -> list[Doubt]:
    around = around or Around()
    found: list[Doubt] = []
    for doubts in _all(file, around):
        found += doubts
    for doubt in found:
        doubt.seen = doubt.key in around.seen
    return sorted(found, key=lambda doubt: doubt.seen)


def _all(file: File, around: Around) -> Iterable[Iterable[Doubt]]:
    yield columns.unknown(around.heads)
    yield torn.titles(file)
    yield rows.bare(file)
    yield rows.without_priority(file)
    yield meanings.statuses(file)
    yield whom.leads(file, around.known)
    yield rows.without(file, "lead", "Nobody is named as its lead.")
    yield rows.without(file, "timescale", "It says nothing of when.")
    yield meanings.dates(file)
    yield rows.repeated(file)
    yield rows.joined(file)
    yield loose.pieces(file)
    yield sums.findings(file)
    yield sums.checks(file)
    yield meanings.targets(file)
