"""The ways in which a column can have been worked out from the others."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import permutations

from frankpledge.figures.wording import number
from frankpledge.figures.worked import heads
from frankpledge.figures.worked.changes import Rule, changes
from frankpledge.figures.worked.heads import plain
from frankpledge.figures.worked.table import Table

Ways = Callable[[Table, int], Iterator[Rule]]


def rules(table: Table, column: int) -> list[Rule]:
    """The likeliest first."""
    ways: dict[str, Ways] = {
        "change": changes,
        "percent": _percentages,
        "total": _sums,
        "average": _averages,
        "rate": _rates,
        "rank": _ranks,
    }
    way = ways.get(table.roles[column])
    return list(way(table, column)) if way else []


def _percentages(table: Table, column: int) -> Iterator[Rule]:
    said = plain(table.heads[column])
    if not heads.SHARE.search(said):
        yield from changes(table, column)
    if not heads.CHANGE.search(said):
        yield from _shares(table, column)


def _shares(table: Table, column: int) -> Iterator[Rule]:
    counts = [*table.first_of("count", "rate"), *table.columns("total")]
    for part, whole in permutations(counts, 2):

        def work(row: int, part: int = part, whole: int = whole) -> Fraction | None:
            one, all_of_them = table.value(row, part), table.value(row, whole)
            return None if one is None or not all_of_them else 100 * one / all_of_them

        def says(row: int, part: int = part, whole: int = whole) -> str:
            return f"{table.texts[row][part]} of {table.texts[row][whole]}"

        yield Rule("percentage", work, says)
    for part in counts:
        whole_of_all = _whole(table, part)

        def of_all(
            row: int, part: int = part, whole: Fraction | None = whole_of_all
        ) -> Fraction | None:
            one = table.value(row, part)
            return None if one is None or not whole else 100 * one / whole

        def says_of_all(row: int, part: int = part, whole: Fraction | None = whole_of_all) -> str:
            return f"{table.texts[row][part]} of {number(whole or 0)}"

        yield Rule("percentage", of_all, says_of_all)


def _whole(table: Table, column: int) -> Fraction | None:
    totals = [row for row in range(len(table.texts)) if table.is_total(row)]
    if totals:
        return table.value(totals[-1], column)
    values = [table.value(row, column) for row in table.plain_rows]
    return None if None in values else sum(filter(None, values), Fraction(0))


def _parts(table: Table, column: int) -> Iterator[tuple[list[int], bool]]:
    """All counts before a total or an average (after it where none are), then only the last."""
    counts = table.columns("count")
    near = [at for at in counts if at < column] or counts
    sure = bool(heads.ALONE.match(plain(table.heads[column])))
    for start in range(len(near) - 1):
        yield near[start:], sure and start == 0


def _sums(table: Table, column: int) -> Iterator[Rule]:
    for parts, sure in _parts(table, column):

        def work(row: int, parts: list[int] = parts) -> Fraction | None:
            return _sum(table, row, parts)

        def says(row: int, parts: list[int] = parts) -> str:
            return _added(table, row, parts)

        yield Rule("total", work, says, sure)


def _averages(table: Table, column: int) -> Iterator[Rule]:
    for parts, sure in _parts(table, column):

        def work(row: int, parts: list[int] = parts) -> Fraction | None:
            total = _sum(table, row, parts)
            return None if total is None else total / len(parts)

        def says(row: int, parts: list[int] = parts) -> str:
            return f"the mean of {_added(table, row, parts)}"

        yield Rule("average", work, says, sure)


def _rates(table: Table, column: int) -> Iterator[Rule]:
    for part, whole in permutations(table.columns("count"), 2):

        def work(row: int, part: int = part, whole: int = whole) -> Fraction | None:
            one, people = table.value(row, part), table.value(row, whole)
            return None if one is None or not people else 1000 * one / people

        def says(row: int, part: int = part, whole: int = whole) -> str:
            return f"{table.texts[row][part]} in {table.texts[row][whole]}, per 1,000"

        yield Rule("rate", work, says)


def _sum(table: Table, row: int, parts: list[int]) -> Fraction | None:
    values = [table.value(row, at) for at in parts]
    return None if None in values else sum(filter(None, values), Fraction(0))


def _added(table: Table, row: int, parts: list[int]) -> str:
    return " + ".join(table.texts[row][at] for at in parts)


def _ranks(table: Table, column: int) -> Iterator[Rule]:
    figures = [at for at, role in enumerate(table.roles) if role not in {"label", "rank", "met"}]
    rows = table.plain_rows
    for at in sorted(figures, key=lambda at: (at > column, abs(at - column))):
        values = {row: table.value(row, at) for row in rows}
        known = sorted(value for value in values.values() if value is not None)
        if len(known) < len(rows) or len(rows) < 2:
            continue
        for lowest in (False, True):

            def work(
                row: int,
                values: dict[int, Fraction | None] = values,
                known: list[Fraction] = known,
                lowest: bool = lowest,
            ) -> Fraction | None:
                own = values.get(row)
                if own is None:
                    return None
                return Fraction(
                    1
                    + (bisect_left(known, own) if lowest else len(known) - bisect_right(known, own))
                )

            def says(row: int, at: int = at, lowest: bool = lowest) -> str:
                first = "lowest" if lowest else "highest"
                return f"{table.texts[row][at]} among {len(rows)}, {first} first"

            yield Rule("rank", work, says)
