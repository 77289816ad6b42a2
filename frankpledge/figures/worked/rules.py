"""The ways in which a column can have been worked out from the others."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, permutations

from frankpledge.figures.wording import number
from frankpledge.figures.worked import heads
from frankpledge.figures.worked.heads import plain
from frankpledge.figures.worked.table import Table

Work = Callable[[int], Fraction | None]
Ways = Callable[[Table, int], Iterator["Rule"]]


@dataclass(frozen=True)
class Rule:
    kind: str
    work: Work
    # What was done, with the figures of a row.
    says: Callable[[int], str]
    # Whether the heads of the table name this rule, so that no majority must bear it out.
    sure: bool = False


def rules(table: Table, column: int) -> list[Rule]:
    """The likeliest first."""
    ways: dict[str, Ways] = {
        "change": _changes,
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
        yield from _changes(table, column)
    if not heads.CHANGE.search(said):
        yield from _shares(table, column)


def _counts(table: Table) -> list[int]:
    return table.columns("count") or table.columns("rate")


def _points(table: Table, column: int) -> list[int]:
    """Percentages between which a change may be in points, where the table gives no counts."""
    said = plain(table.heads[column])
    if _counts(table) or not (table.roles[column] == "change" or heads.CHANGE.search(said)):
        return []
    return [at for at in table.columns("percent") if at != column]


def _pairs(table: Table, column: int) -> Iterator[tuple[int, int, bool]]:
    """Which column a change may be from, and to which."""
    counts = _counts(table) or _points(table, column)
    base = [at for at in counts if heads.BASE.search(plain(table.heads[at]))]
    rest = [at for at in counts if at not in base]
    if len(base) == 1 and rest:
        yield base[0], max((at for at in rest if at < column), default=rest[-1]), len(rest) == 1
        return
    for one, other in combinations(counts, 2):
        first, second = heads.year(table.heads[one]), heads.year(table.heads[other])
        told = first is not None and second is not None and first != second
        if first is not None and second is not None and first > second:
            yield other, one, len(counts) == 2
        else:
            yield one, other, len(counts) == 2 and told
            if not told:
                yield other, one, False


def _changes(table: Table, column: int) -> Iterator[Rule]:
    said = plain(table.heads[column])
    cells = [row[column] for row in table.cells]
    # Under a head that says 'reduction', a figure without a sign is a fall.
    fall = bool(heads.FALL.search(said)) and not heads.CHANGE.search(
        heads.FALL.sub("", said).replace("tion", "")
    )
    fall = fall and not any(cell and cell.signed for cell in cells)
    way = -1 if fall else 1
    percent = table.roles[column] == "percent" and not _points(table, column)
    for before, after, sure in _pairs(table, column):

        def work(row: int, before: int = before, after: int = after) -> Fraction | None:
            one, two = table.value(row, before), table.value(row, after)
            if one is None or two is None or (percent and not one):
                return None
            return way * (100 * (two - one) / one if percent else two - one)

        def says(row: int, before: int = before, after: int = after) -> str:
            return f"from {table.texts[row][before]} to {table.texts[row][after]}"

        yield Rule("percentage" if percent else "difference", work, says, sure)


def _shares(table: Table, column: int) -> Iterator[Rule]:
    counts = [*_counts(table), *table.columns("total")]
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
    sure = plain(table.heads[column]) in {"total", "sum", "average", "mean"}
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
        known = [value for value in values.values() if value is not None]
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
                return Fraction(1 + sum(each < own if lowest else each > own for each in known))

            def says(row: int, at: int = at, lowest: bool = lowest) -> str:
                first = "lowest" if lowest else "highest"
                return f"{table.texts[row][at]} among {len(rows)}, {first} first"

            yield Rule("rank", work, says)
