"""Beside each piece of the document stands where its words went."""

from pathlib import Path

import pytest

from frankpledge.drafting.ids import named
from frankpledge.drafting.mending import mended
from frankpledge.drafting.tracing import SourcePiece, traced
from frankpledge.reading import read_beside
from frankpledge.reading.words import words
from tests.drafting.files import TABLE
from tests.reading import documents
from tests.reading.kit import seed


def pieces_of(data: bytes, name: str) -> list[SourcePiece]:
    told = read_beside(data, name, {})
    return traced(told["source"], mended(named(told["plan"]), []).file)


def fields(piece: SourcePiece) -> list[tuple[str, str]]:
    return [(went.id, went.field) for went in piece.went]


def test_each_row_went_to_its_own_promise_cell_by_cell() -> None:
    pieces = {piece.cells[0]: piece for piece in pieces_of(TABLE.encode(), "plan.txt")}
    assert fields(pieces["1.1"]) == [
        ("a1", "ref"),
        ("a1", "action"),
        ("a1", "lead"),
        ("a1", "timescale"),
        ("a1.o1", "text"),
        ("a1", "update"),
        ("a1", "other"),
    ]
    assert fields(pieces["Priority 1: Fair trade"])[0] == ("p1", "title")
    assert ("a2", "action") in fields(pieces[""])  # the row that goes on


@pytest.mark.parametrize("name", sorted(documents.ALL))
def test_every_piece_of_our_documents_is_found(name: str) -> None:
    written = documents.ALL[name]()
    pieces = [each for each in pieces_of(written.data, written.name) if words(" ".join(each.cells))]
    assert all(piece.went for piece in pieces)
    assert all(piece.went[0].id for piece in pieces)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_piece_of_the_five_plans_is_found(shared: Path, number: str) -> None:
    pieces = pieces_of(seed(shared, number).read_bytes(), "plan.txt")
    worded = [each for each in pieces if words(" ".join(each.cells))]
    assert all(piece.went and piece.went[0].id for piece in worded)
