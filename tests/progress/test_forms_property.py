"""Whatever is done to a workbook, no word that somebody typed in it is lost."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frankpledge.progress import queries
from frankpledge.progress.forms.columns import ASKED
from frankpledge.progress.forms.incoming import Incoming, laid_over
from frankpledge.progress.forms.merging import Merged
from frankpledge.progress.forms.placing import Placed
from frankpledge.progress.forms.returned import returned
from frankpledge.progress.forms.workbook import workbook
from frankpledge.reading.tables import tables
from tests.progress.altering import Book
from tests.running import Running, said_before

ROWS = ("Nine in ten in time", "Two patrols a week", "Patrol the high street")
HEADS = [one.heading for one in ASKED]
WORDS = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=12)
CELLS = st.lists(st.tuples(st.sampled_from(ROWS), st.sampled_from(HEADS), WORDS), max_size=12)
HOW: dict[str, Callable[[Book], object]] = {
    "sort": lambda book: book.sort("Outcome"),
    "sort by what was typed": lambda book: book.sort("What happened?"),
    "columns": lambda book: book.move_columns(),
    "rename": lambda book: book.rename("Sheet 9"),
    "about": lambda book: book.sheets.pop("About this form", None),
    "opening": lambda book: book.drop_opening(),
    "rows": lambda book: book.add_rows(),
    "twice": lambda book: book.copy_sheet(),
    "capitals": lambda book: book.shout_headings(),
    "own column": lambda book: book.add_column("Mine", ROWS[0], "typed900x"),
    "marks": lambda book: book.drop_column("Leave as it is"),
    "marks turned": lambda book: book.rotate_column("Leave as it is"),
}
ORDER = {"own column": -1, "capitals": 1}  # what comes after finds no row, no heading


def everything(merged: list[Merged], placed: Placed) -> str:
    kept: list[str] = []
    for one in merged:
        kept += [*one.values().values(), *one.wrong, *(words for _, words in one.beside)]
        kept += [option for cell in one.cells for option in cell.options]
    for row in placed.unplaced:
        kept += [*row.cells.values(), *row.extra.values()]
    return "\n".join(kept)


@pytest.mark.django_db
@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(cells=CELLS, hows=st.lists(st.sampled_from(sorted(HOW)), max_size=4, unique=True))
def test_no_typed_word_is_lost(
    running: Running, cells: list[tuple[str, str, str]], hows: list[str]
) -> None:
    heres = queries.asked_items(running.request)
    book = Book(workbook(running.request, heres, "Friday"))
    typed = {(row, head): f"typed{at}x {words}" for at, (row, head, words) in enumerate(cells)}
    for (row, head), words in typed.items():
        book.put(row, head, words)
    for how in sorted(hows, key=lambda how: ORDER.get(how, 0)):
        if how == "marks" and "marks turned" in hows:
            continue
        HOW[how](book)
    found = returned(tables(book.saved(), "a.xlsx"))
    assert found is not None
    kept = everything(*laid_over(Incoming(found, is_word=False), heres))
    for words in typed.values():
        for word in words.split():
            assert word in kept, (word, words)
    assert "own column" not in hows or "typed900x" in kept


@pytest.mark.django_db
def test_the_property_can_fail(running: Running) -> None:
    said_before(running)
    assert "typed0x" not in everything([], Placed())
