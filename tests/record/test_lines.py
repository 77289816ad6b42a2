"""The record promises: in the same transaction, append-only, chained, and found out if altered."""

from collections.abc import Callable

import pytest
from django.db import models, transaction

from frankpledge.record import checks, lines, queries, withdrawals
from frankpledge.record.models import HOST, Immutable, Line
from tests.makers import CLERK

pytestmark = pytest.mark.django_db
IT = lines.Subject("thing", "1", "The thing")


def write(chain: str = HOST, **words: object) -> Line:
    return lines.write(chain=chain, by=CLERK, verb="thing.done", subject=IT, **words)  # type: ignore[arg-type]


def alter(line: Line, **fields: object) -> None:
    """What somebody with the database open could do."""
    models.QuerySet(Line).filter(pk=line.pk).update(**fields)


@pytest.mark.django_db(transaction=True)
def test_a_line_outside_a_transaction_is_refused() -> None:
    with pytest.raises(RuntimeError):
        write()


@pytest.mark.django_db(transaction=True)
def test_a_change_that_fails_leaves_no_line() -> None:
    def fail() -> None:
        with transaction.atomic():
            write()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert Line.objects.count() == 0


def test_each_chain_is_numbered_by_itself() -> None:
    one, two, other = write("a"), write("a"), write("b")
    assert (one.number, two.number, other.number) == (1, 2, 1)
    assert two.previous == one.hash and other.previous == ""


def test_a_line_says_who_what_and_why() -> None:
    line = write(old={"x": 1}, new={"x": 2}, why="Agreed on Tuesday.")
    kept = Line.objects.get(pk=line.pk)
    assert (kept.by, kept.what, kept.why) == ("The clerk", "The thing", "Agreed on Tuesday.")
    assert kept.content["old"] == {"x": 1} and kept.content["new"] == {"x": 2}


WAYS: dict[str, Callable[[Line], object]] = {
    "save": lambda line: line.save(),
    "delete": lambda line: line.delete(),
    "update": lambda line: Line.objects.update(verb="other"),
    "delete all": lambda line: Line.objects.all().delete(),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_line_cannot_be_changed_or_deleted(way: str) -> None:
    line = write()
    line.verb = "other"
    with pytest.raises(Immutable):
        WAYS[way](line)
    assert Line.objects.get().verb == "thing.done"


def test_an_untouched_chain_verifies() -> None:
    write(), write(new={"a": ["b", {"c": "d"}]})
    assert checks.verify(HOST) == []


@pytest.mark.parametrize(
    ("field", "value", "found"),
    [
        ("content", {"by": "x"}, "its content was altered"),
        ("verb", "thing.undone", "its hash does not fit"),
        ("by_id", "account:9", "its hash does not fit"),
        ("previous", "f" * 64, "does not follow the line before it"),
    ],
)
def test_an_altered_line_is_found(field: str, value: object, found: str) -> None:
    write()
    line = write(new={"a": "b"})
    if field == "content":
        value = {**line.content, "new": {"a": "c"}}
    alter(line, **{field: value})
    assert found in [fault.what for fault in checks.verify(HOST)]


def test_a_missing_line_is_found_in_the_middle_and_at_the_end() -> None:
    first, middle, last = write(), write(), write()
    models.QuerySet(Line).filter(pk=middle.pk).delete()
    assert "line 2 is missing" in [fault.what for fault in checks.verify(HOST)]
    models.QuerySet(Line).filter(pk__in=[first.pk, last.pk]).delete()
    assert "the newest lines are missing" in [fault.what for fault in checks.verify(HOST)]


def test_words_withdrawn_by_law_are_gone_and_the_chain_still_verifies() -> None:
    line = write(new={"note": "Wat Tyler lives at number 3", "count": 2})
    count = withdrawals.withdraw(chain=HOST, words="Wat Tyler", by=CLERK, why="A court's order.")
    kept = Line.objects.get(pk=line.pk)
    assert count == 1
    assert "Wat Tyler" not in str(kept.content) and kept.content["new"]["count"] == 2
    assert "/new/note" not in kept.salts
    assert checks.verify(HOST) == []
    assert queries.newest_lines(HOST)[0].why == "A court's order."


def test_one_partnership_never_reads_anothers_lines() -> None:
    write("a"), write("b")
    assert [line.chain for line in queries.newest_lines("a")] == ["a"]
    assert [line.chain for line in queries.lines_about("a", [("thing", "1")])] == ["a"]
