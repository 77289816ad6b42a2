"""Columns whose heads say nothing that the reader knows."""

from collections.abc import Iterator, Sequence

from frankpledge.drafting.doubts.doubt import Doubt, Offer
from frankpledge.reading.words import worded

MOST = 12


def unknown(heads: Sequence[dict[str, str]]) -> Iterator[Doubt]:
    shown = [head for head in heads if not head["means"] and worded(head["head"])]
    for head in shown[:MOST]:
        yield Doubt(
            kind="column",
            sentence="It was not understood what this column holds. Its words are kept.",
            field=head["key"][:80],
            printed=head["head"],
            offers=[Offer("column", {"head": head["key"]}, "This column means…", "means")],
        )
