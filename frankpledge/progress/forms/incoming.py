"""From the bytes of a file to what it says of each promise."""

from dataclasses import dataclass

from frankpledge.progress.forms.merging import Merged, Unchanged, merge_all
from frankpledge.progress.forms.placing import Placed, place
from frankpledge.progress.forms.returned import Returned, returned
from frankpledge.progress.models import Request, Round
from frankpledge.progress.queries.replying import ItemHere
from frankpledge.reading import Unreadable, read_tables
from frankpledge.record.errors import Refused

LARGEST = 10_000_000
NOT_OURS = "This is not a form of ours: none of its columns is one that we asked."
OTHER_ROUND = "This form is of another round. Get the one of this round, and copy your words over."
OTHER_LEAD = "This form was made for somebody else. Send it to the coordinator, who can put it in."


@dataclass
class Incoming:
    returned: Returned
    is_word: bool

    @property
    def request_id(self) -> int | None:
        return self.returned.mark.request if self.returned.mark else None

    @property
    def items(self) -> set[int]:
        return {row.item for row in self.returned.rows if row.item}


def read_form(data: bytes, name: str) -> Incoming:
    """In the process that reads strangers' documents. Refused in one sentence."""
    if len(data) > LARGEST:
        raise Refused("This file is larger than 10 MB.", field="file")
    try:
        found = returned(read_tables(data, name))
    except Unreadable as why:
        raise Refused(f"This file {why}.", field="file") from why
    if found is None:
        raise Refused(NOT_OURS, field="file")
    return Incoming(found, is_word=any(row.outcome == "all" for row in found.rows))


def require_for(request: Request, incoming: Incoming) -> None:
    """By its signed mark; where that is gone, by the marks of its rows and then their words."""
    require_of_round(request.round, incoming)
    mark = incoming.returned.mark
    if mark and mark.request != request.pk:
        raise Refused(OTHER_LEAD, field="file")


def require_of_round(round_: Round, incoming: Incoming) -> None:
    mark = incoming.returned.mark
    if mark and mark.round != round_.pk:
        raise Refused(OTHER_ROUND, field="file")


def laid_over(incoming: Incoming, heres: list[ItemHere]) -> tuple[list[Merged], Placed]:
    placed = place(incoming.returned.rows, heres)
    mark = incoming.returned.mark
    unchanged: Unchanged = mark.unchanged if mark else lambda item, name, value: None
    return merge_all(placed, heres, unchanged), placed
