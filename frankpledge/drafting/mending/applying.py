"""Mends, one after the other, on a copy of what was read."""

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from frankpledge.drafting.ids import whole
from frankpledge.drafting.meaning import add_missing
from frankpledge.drafting.mending.kinds import KINDS
from frankpledge.drafting.mending.work import Entry, Unfit, Work


@dataclass(frozen=True)
class Sent:
    """A mend without the row that keeps it."""

    number: int
    kind: str
    given: Mapping[str, Any]


@dataclass
class Mended:
    file: Entry
    seen: set[str] = field(default_factory=set)
    matches: dict[str, Any] = field(default_factory=dict)
    # Number of a mend that no longer applies, and why.
    unfit: dict[int, str] = field(default_factory=dict)


def mended(read: Entry, mends: Iterable[Sent], *, period: tuple[str, str] | None = None) -> Mended:
    """Each mend applies wholly or not at all: after one that no longer fits all begins again.

    `period` is what the dates are read in where the document says none.
    """
    listed = list(mends)
    unfit: dict[int, str] = {}
    while True:
        work = Work(copy.deepcopy(read))
        try:
            for mend in listed:
                if mend.number not in unfit:
                    apply(work, mend)
        except Unfit as why:
            unfit[work.number] = str(why)
            continue
        file = add_missing(whole(work.file), period)
        return Mended(file, work.seen, work.matches, unfit)


def apply(work: Work, mend: Sent) -> None:
    work.number = mend.number
    KINDS[mend.kind].apply(work, copy.deepcopy(dict(mend.given)))
