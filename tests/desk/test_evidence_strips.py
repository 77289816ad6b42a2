"""Months held, as strips: what is missing is told, and what was never looked for is not."""

from datetime import date

from frankpledge.desk.evidence.strips import strips
from frankpledge.evidence.queries import Coverage
from frankpledge.evidence.queries.coverage import Month


def of(name: str, *months: int, missing: tuple[int, ...] = ()) -> Coverage:
    held = [Month(date(2026, month, 1), 10, 0) for month in months]
    return Coverage("street", name.lower(), name, held, [date(2026, at, 1) for at in missing])


def test_a_month_between_is_missing_and_one_before_the_first_is_not() -> None:
    (drawn,) = strips([of("Loamshire", 1, 2, 4, 5, missing=(3,)), of("Essex", 4, 5)])
    assert drawn.title.endswith("1 month between is missing")
    assert drawn.table.rows == (
        ("Loamshire", "4", "0", "March 2026"),
        ("Essex", "2", "0", "none"),
    )


def test_what_has_not_come_yet_is_missing_too() -> None:
    (drawn,) = strips([of("Loamshire", 1, 2, 3), of("Essex", 1, 2)])
    assert drawn.title.endswith("no month between is missing")
    assert drawn.table.rows[1] == ("Essex", "2", "0", "March 2026")
