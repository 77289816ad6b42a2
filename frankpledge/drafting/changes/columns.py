"""The kept document read once more: with other columns, or by a reader that has learnt."""

from dataclasses import dataclass
from typing import Any

from frankpledge.drafting.changes.opening import Told, keep_reading, read
from frankpledge.drafting.changes.single import reading_alone
from frankpledge.drafting.changes.turns import counted, in_turn
from frankpledge.drafting.ids import named, renamed
from frankpledge.drafting.models import Draft, Mend, Reading
from frankpledge.drafting.present import columns_of, reading_with
from frankpledge.reading.understanding.columns import MEANINGS as ROLES
from frankpledge.reading.understanding.columns import head_key
from frankpledge.record import lines
from frankpledge.record.errors import Refused

# The reader's own words for what a column holds, as people would say it.
MEANINGS = {
    "ref": "The reference",
    "action": "What will be done",
    "aim": "The aim",
    "lead": "Who leads",
    "support": "Who helps",
    "timescale": "By when",
    "start": "When it starts",
    "end": "When it ends",
    "resources": "Resources",
    "outcomes": "Outcomes, measures or targets",
    "update": "Updates",
    "status": "How it stands",
    "priority": "The priority",
    "child": "A priority under another",
    "nothing": "None of these: keep its words",
}
GONE = "The document itself was removed, so it cannot be read again."


@dataclass(frozen=True)
class Read:
    columns: dict[str, str]
    told: Told
    file: dict[str, Any]


def reread(draft: Draft, given: dict[str, Any]) -> Read:
    """Not in a turn: reading takes seconds."""
    if given["means"] not in MEANINGS or not (
        given["means"] in ROLES or given["means"] == "nothing"
    ):
        raise Refused("That is nothing a column can hold.")
    mends = list(draft.mends.all())
    now = columns_of(draft, mends)
    columns = {**now, head_key(given["head"]): given["means"]}
    return _read(draft, columns, reading_with(draft, now))


def _read(draft: Draft, columns: dict[str, str], before: Reading) -> Read:
    data = bytes(draft.original.data)
    if not data:
        raise Refused(GONE)
    with reading_alone(draft.partnership):
        told = read(data, draft.name, columns)
    return Read(columns, told, renamed(named(told["plan"]), before.file))


def read_again(*, draft: Draft, version: int, by: lines.Author) -> None:
    """With the same columns. The mends stay, and those that no longer fit say so."""
    mends: list[Mend] = list(draft.mends.all())
    columns = columns_of(draft, mends)
    before = reading_with(draft, columns)
    again = _read(draft, columns, before)
    if again.file == before.file:
        raise Refused("Reading it again gives the same.")
    with in_turn(draft, version):
        keep_reading(draft, again.told, again.file, columns)
        counted(draft)
