"""A round's questions go out as a workbook and as a Word form, and come back cell by cell."""

import io
import zipfile
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document

from frankpledge.progress import changes, queries
from frankpledge.progress.forms.columns import BY_NAME
from frankpledge.progress.forms.here import as_typed
from frankpledge.progress.forms.incoming import Incoming, laid_over, read_form, require_for
from frankpledge.progress.forms.merging import Merged, shown
from frankpledge.progress.forms.typed import typed as as_read
from frankpledge.progress.forms.word import word
from frankpledge.progress.forms.workbook import workbook
from frankpledge.progress.models import Request
from frankpledge.progress.queries.replying import ItemHere
from frankpledge.record.errors import Refused
from tests.progress.altering import Book
from tests.running import Running, another, said_before
from tests.small import BY

Alter = Callable[[Book], None]


def out(running: Running) -> bytes:
    return workbook(running.request, queries.asked_items(running.request), "20 October")


def back(running: Running, alter: Alter) -> Incoming:
    book = Book(out(running))
    alter(book)
    return read_form(book.saved(), "answers.xlsx")


def merged(running: Running, incoming: Incoming) -> list[Merged]:
    return laid_over(incoming, queries.asked_items(running.request))[0]


def fill(book: Book) -> None:
    book.put("Nine in ten in time", "How is it going?", "On track")
    book.put("Nine in ten in time", "How many?", 31)
    book.put("Nine in ten in time", "Out of how many?", "38")
    book.put("Two patrols a week", "How is it going?", "stuck")
    book.put("Nine in ten in time", "What happened?", "We visited 31 of 38.\n\nAnd more.")


@pytest.mark.django_db
def test_the_same_form_is_the_same_bytes(running: Running) -> None:
    said_before(running)
    heres = queries.asked_items(running.request)
    assert out(running) == out(running)
    assert word(running.request, heres, "Friday") == word(running.request, heres, "Friday")


@pytest.mark.django_db
def test_what_people_wrote_is_never_live_in_what_we_write(running: Running) -> None:
    changes.send_answer(
        item=running.first, given=running.given(words="=1+1", why="@SUM(A1)"), press="a", by=BY
    )
    with zipfile.ZipFile(io.BytesIO(out(running))) as packed:
        texts = {name: packed.read(name).decode() for name in packed.namelist()}
    assert "<f>" not in texts["xl/worksheets/sheet1.xml"]
    assert "=1+1" in texts["xl/sharedStrings.xml"] and "<hyperlink" not in str(texts)


@pytest.mark.django_db
def test_last_time_stands_beside_and_the_choices_are_the_partnerships_own(
    running: Running,
) -> None:
    said_before(running)
    book = Book(out(running))
    row = book.row_of("Nine in ten in time")
    assert row["Last time"] == "On track" and row["Said last time"] == "As last year."
    assert row["How is it going?"] is None, "nobody's choice is made for them"
    assert [cell.value for cell in book.other("Choices")] == ["Stuck", "On track"]


@pytest.mark.django_db
def test_an_unaltered_form_says_nothing_new(running: Running) -> None:
    changes.send_answer(item=running.first, given=running.given(), press="a", by=BY)
    assert not any(one.is_new for one in merged(running, back(running, lambda book: None)))


@pytest.mark.django_db
def test_what_was_filled_in_comes_back_as_it_would_be_typed(running: Running) -> None:
    first, second = merged(running, back(running, fill))
    one, two = running.small.first.pk, running.small.second.pk
    assert first.is_new and not second.is_new and not first.wrong and not first.beside
    assert first.values() == {
        f"how-{one}": f"rating-{running.small.good.pk}",
        f"figure-{one}": "31",
        f"of-{one}": "38",
        f"how-{two}": f"rating-{running.small.bad.pk}",
        "happened": "We visited 31 of 38.\n\nAnd more.",
    }


@pytest.mark.django_db
def test_what_changed_on_both_sides_is_asked_about(running: Running) -> None:
    incoming = back(running, fill)
    changes.send_answer(
        item=running.first, given=running.given(words="Said by link."), press="a", by=BY
    )
    first, _ = merged(running, incoming)
    (happened,) = first.to_choose
    assert happened.name == "happened"
    assert happened.all_options == ["Said by link.", "We visited 31 of 38.\n\nAnd more."]
    assert first.values()["happened"] == "Said by link."
    chosen = first.values({"happened": happened.options[0]})
    assert chosen["happened"].endswith("And more.")


@pytest.mark.django_db
def test_what_changed_here_alone_stays(running: Running) -> None:
    incoming = back(running, lambda book: None)
    changes.send_answer(item=running.first, given=running.given(), press="a", by=BY)
    first, _ = merged(running, incoming)
    assert not first.is_new and first.values()["happened"] == "We visited 31 of 38."


@pytest.mark.django_db
def test_a_cell_emptied_takes_away_what_stood_in_it_and_is_said(running: Running) -> None:
    changes.send_answer(
        item=running.first, given=running.given(why="Two were ill."), press="a", by=BY
    )
    first, _ = merged(running, back(running, lambda b: b.put("Nine in ten in time", "Why?", None)))
    assert [cell.name for cell in first.cells if cell.how == "cleared"] == ["why"]
    assert first.is_new and "why" not in first.values()


ALTERED: dict[str, Alter] = {
    "sorted": lambda book: book.sort("Outcome"),
    "columns moved": lambda book: book.move_columns(),
    "sheet renamed": lambda book: book.rename("Q2 return (final)"),
    "the sheet about it deleted": lambda book: book.drop_sheet("About this form"),
    "marks deleted": lambda book: book.drop_column("Leave as it is"),
    "marks and the sheet about it": lambda book: (
        book.drop_column("Leave as it is"),
        book.drop_sheet("About this form"),
    ),
    "rows deleted": lambda book: book.drop_row("Patrol the high street"),
    "opening deleted": lambda book: book.drop_opening(),
    "rows between": lambda book: book.add_rows(),
    "headings in capitals": lambda book: book.shout_headings(),
    "the sheet copied": lambda book: book.copy_sheet(),
    "words merged over rows": lambda book: book.merge("Nine in ten in time", "What happened?"),
    "figures with signs": lambda book: book.put("Nine in ten in time", "How many?", "31.0"),
    "both in one cell": lambda book: book.put("Nine in ten in time", "How many?", "31 of 38"),
    "rating in other words": lambda book: book.put(
        "Nine in ten in time", "How is it going?", " ON-TRACK "
    ),
}


@pytest.mark.django_db
@pytest.mark.parametrize("how", ALTERED)
def test_however_it_was_altered_the_words_arrive(running: Running, how: str) -> None:
    def alter(book: Book) -> None:
        fill(book)
        ALTERED[how](book)

    first = merged(running, back(running, alter))[0]
    one = running.small.first.pk
    values = first.values()
    assert values["happened"] == "We visited 31 of 38.\n\nAnd more." and not first.to_choose
    assert values[f"how-{one}"] == f"rating-{running.small.good.pk}"
    assert (values[f"figure-{one}"], values[f"of-{one}"]) == ("31", "38")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2 October 2026", "2026-10-02"),
        ("02/10/2026", "2026-10-02"),
        (46297, "2026-10-02"),
        ("2026-10-02", "2026-10-02"),
    ],
)
def test_days_are_read_as_people_and_programs_write_them(
    running: Running, typed: object, kept: str
) -> None:
    heading = "Which day does this speak of?"
    incoming = back(running, lambda book: book.put("Nine in ten in time", heading, typed))
    first = merged(running, incoming)[0]
    assert first.values() == {"said_on": kept}
    assert as_typed(first.values())["said_on_day"] == "02"


@pytest.mark.parametrize(
    ("text", "counts", "number"),
    [
        ("7 lamps", "lamps", "7"),
        ("1 lamp", "lamps lit", "1"),
        ("1,200 homes.", "homes", "1200"),
        ("7 lamps broken", "lamps", ""),
        ("7 so far", "lamps", ""),
        ("7 lamps", "", ""),
    ],
)
def test_a_figure_may_say_what_it_counts(text: str, counts: str, number: str) -> None:
    said = as_read(BY_NAME["figure"], text, {}, counts)
    assert (said.value, bool(said.wrong)) == (number or text, not number)


def test_a_day_is_shown_in_words() -> None:
    here = ItemHere.__new__(ItemHere)
    assert shown(here, "said_on", "2026-10-02") == "2 October 2026"
    assert shown(here, "said_on", "2026-13-45") == "2026-13-45"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("heading", "typed", "sentence"),
    [
        ("How is it going?", "Fabulous", "‘Fabulous’ is none of Stuck, On track."),
        ("How many?", "lots", "‘lots’ is not a number."),
        ("Which day does this speak of?", "last week", "‘last week’ is no day"),
        ("What happened?", "=A1+B2", "holds a formula that was never worked out"),
    ],
)
def test_what_cannot_be_taken_is_said_in_words(
    running: Running, heading: str, typed: str, sentence: str
) -> None:
    incoming = back(running, lambda book: book.put("Nine in ten in time", heading, typed))
    first = merged(running, incoming)[0]
    assert len(first.wrong) == 1 and sentence in first.wrong[0]


@pytest.mark.django_db
def test_a_formula_that_was_worked_out_is_its_words(running: Running) -> None:
    def alter(book: Book) -> None:
        book.put("Nine in ten in time", "What happened?", "WORKED OUT")

    book = Book(out(running))
    alter(book)
    data = book.saved_with_formula("WORKED OUT", 'CONCATENATE("We ","visited")')
    first = merged(running, read_form(data, "answers.xlsx"))[0]
    assert first.values() == {"happened": "WORKED OUT"} and not first.wrong


@pytest.mark.django_db
def test_columns_and_rows_of_their_own_are_kept_beside(running: Running) -> None:
    def alter(book: Book) -> None:
        fill(book)
        book.add_column("For my boss", "Nine in ten in time", "Ask for a van")
        book.add_row({"Promise": "Something else", "What happened?": "A fair in May"})
        book.put("Two patrols a week", "How many?", 14)

    incoming = back(running, alter)
    heres = queries.asked_items(running.request)
    (first, _), placed = laid_over(incoming, heres)
    assert ("For my boss", "Ask for a van") in first.beside and ("How many?", "14") in first.beside
    assert "A fair in May" in placed.unplaced[0].cells.values()


@pytest.mark.django_db
def test_marks_sorted_without_their_rows_give_way_to_the_words(running: Running) -> None:
    def alter(book: Book) -> None:
        fill(book)
        book.rotate_column("Leave as it is")

    first, second = merged(running, back(running, alter))
    assert first.values()["happened"].startswith("We visited") and not second.is_new


@pytest.mark.django_db
def test_one_outcome_said_twice_is_asked_about(running: Running) -> None:
    def alter(book: Book) -> None:
        fill(book)
        book.copy_row("Nine in ten in time", {"How is it going?": "Stuck"})

    first = merged(running, back(running, alter))[0]
    (cell,) = first.to_choose
    assert cell.name == f"how-{running.small.first.pk}" and len(cell.options) == 2


@pytest.mark.django_db
def test_another_leads_and_another_rounds_form_are_refused(running: Running) -> None:
    other = another(running, running.small.action)
    theirs = read_form(out(other), "answers.xlsx")
    with pytest.raises(Refused, match="made for somebody else"):
        require_for(running.request, theirs)
    require_for(other.request, theirs)
    assert theirs.returned.mark
    old = type(theirs.returned.mark)(running.round.pk + 1, running.request.pk, {})
    theirs.returned.mark = old
    with pytest.raises(Refused, match="of another round"):
        require_for(running.request, theirs)


@pytest.mark.django_db
def test_the_room_to_write_in_is_wide_in_every_office_program(running: Running) -> None:
    made = Document(io.BytesIO(word(running.request, queries.asked_items(running.request), "May")))
    for table in made.tables:
        widths = [column.width for column in table.columns]
        assert widths == [cell.width for cell in table.rows[0].cells]
        assert widths[2] > 5 * widths[0]


@pytest.mark.django_db
def test_a_word_form_that_was_typed_in_comes_back_the_same(running: Running) -> None:
    said_before(running)
    heres = queries.asked_items(running.request)
    document = Document(io.BytesIO(word(running.request, heres, "Friday")))
    text = "\n".join(one.text for one in document.paragraphs)
    assert "2.1 Visit every shop" in text and "As last year." in text
    one = running.small.first.pk
    wanted = {
        f"{running.first.pk}.{one}.how": "On track",
        f"{running.first.pk}.{one}.figure": "31 of 38",
        f"{running.first.pk}.all.happened": "We went.\nAll of us.",
    }
    for table in document.tables:
        for row in table.rows:
            first, *rest = wanted.get(row.cells[0].text, "").split("\n")
            row.cells[2].text = first
            for line in rest:
                row.cells[2].add_paragraph(line)
    held = io.BytesIO()
    document.save(held)
    incoming = read_form(held.getvalue(), "form.docx")
    assert incoming.is_word
    require_for(running.request, incoming)
    first, second = merged(running, incoming)
    assert first.values() == {
        f"how-{one}": f"rating-{running.small.good.pk}",
        f"figure-{one}": "31",
        f"of-{one}": "38",
        "happened": "We went.\nAll of us.",
    }
    assert not second.is_new and not first.wrong and not first.beside


@pytest.mark.django_db
def test_more_promises_take_no_more_queries(running: Running) -> None:
    def queries_taken() -> int:
        with CaptureQueriesContext(connection) as taken:
            queries.asked_items(Request.objects.get(pk=running.request.pk))
        return len(taken)

    both = queries_taken()
    type(running.second).objects.filter(pk=running.second.pk).update(dropped_at="2026-10-01T10:00Z")
    assert queries_taken() == both
