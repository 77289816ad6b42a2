"""Pieces of the document that found no place."""

from collections.abc import Iterator
from typing import Any

from frankpledge.drafting.doubts.doubt import Doubt, Offer
from frankpledge.reading.words import worded

File = dict[str, Any]


def pieces(file: File) -> Iterator[Doubt]:
    loose = [piece for piece in file["pieces"] if piece["kind"] == "unplaced"]
    marks = [piece for piece in loose if not worded(piece["text"])]
    for piece in loose:
        if worded(piece["text"]):
            yield _piece(piece)
    if marks:
        yield Doubt(
            kind="marks",
            sentence="Marks that belong to nothing. They are kept.",
            printed=" · ".join(piece["text"] for piece in marks),
        )


def _piece(piece: dict[str, str]) -> Doubt:
    given = {"piece": piece["id"]}
    return Doubt(
        kind="loose",
        sentence="These words found no place in the plan. They are kept.",
        of=piece["id"],
        printed=piece["text"],
        offers=[
            Offer("place", {**given, "field": "action"}, "They belong to the words of…", "of"),
            Offer("place", {**given, "field": "update"}, "They belong to the update of…", "of"),
            Offer("make", {**given, "what": "outcome"}, "They are an outcome of…", "action"),
            Offer("make", {**given, "what": "action"}, "They are a promise"),
        ],
    )
