"""Small numbers are held back, and none can be worked out from what is shown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.small import Held, hold_back, suppress, threshold_for
from tests.oracles import figures as oracle
from tests.oracles import small

TABLES = st.integers(1, 3).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 5), min_size=width, max_size=width), min_size=1, max_size=2
    )
)


def test_a_small_count_in_a_list_with_its_total_takes_another_with_it() -> None:
    shown = suppress([[2, 30, 40, 12]], column_totals=False)
    assert shown.cells == ((None, 30, 40, None),)
    assert shown.row_totals == (84,)
    assert shown.sentence == (
        "Counts of 1 to 4 are held back (1), and 1 more so that none can be worked out from the "
        "rest."
    )


def test_in_a_table_with_both_totals_three_more_go() -> None:
    shown = suppress([[2, 30, 41], [25, 26, 27], [31, 32, 33]])
    hidden = [(r, c) for r, row in enumerate(shown.cells) for c, v in enumerate(row) if v is None]
    assert hidden == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert (shown.small, shown.besides) == (1, 3)
    assert shown.total == 247


def test_nothing_but_small_counts_goes_where_no_total_is_shown() -> None:
    shown = suppress([[2, 30], [25, 0]], row_totals=False, column_totals=False)
    assert shown.cells == ((None, 30), (25, 0))
    assert shown.total is shown.row_totals is shown.column_totals is None


def test_a_small_total_is_held_back_with_what_it_is_made_of() -> None:
    shown = suppress([[2, 1]], column_totals=False)
    assert shown.cells == ((None, None),)
    assert shown.row_totals == (None,)


def test_two_hidden_counts_whose_noughts_pin_them_are_not_enough() -> None:
    # Each line would hide two, yet only one table of counts would fit: noughts cannot fall.
    shown = suppress([[1, 0], [0, 9]])
    fitting = list(
        oracle.tables_that_fit(shown.cells, shown.row_totals, shown.column_totals, shown.total, 12)
    )
    assert len({table[0][0] for table in fitting}) > 1


@settings(max_examples=40, deadline=None)
@given(TABLES, st.booleans(), st.booleans())
def test_every_hidden_count_could_be_at_least_two_numbers(
    rows: list[list[int]], across: bool, down: bool
) -> None:
    shown = suppress(rows, threshold=3, row_totals=across, column_totals=down)
    highest = sum(map(sum, rows)) + 1 if sum(map(sum, rows)) < 4 else 6
    fitting = list(
        oracle.tables_that_fit(
            shown.cells, shown.row_totals, shown.column_totals, shown.total, highest
        )
    )
    for r, row in enumerate(shown.cells):
        for c, value in enumerate(row):
            assert not 0 < rows[r][c] < 3 or value is None
            assert value is not None or len({table[r][c] for table in fitting}) > 1


def test_a_hidden_total_cannot_be_added_up_from_what_is_shown() -> None:
    shown = suppress([[3, 0], [20, 30]])
    assert shown.row_totals is not None
    assert shown.row_totals[0] is None
    assert None in shown.cells[0]


def test_a_county_of_wards_by_type_leaves_no_cell_alone() -> None:
    rows = [[(ward * 7 + kind * 5) % 23 for kind in range(14)] for ward in range(110)]
    shown = suppress(rows)
    for row in shown.cells:
        assert sum(value is None for value in row) != 1


def test_the_audience_sets_the_threshold() -> None:
    assert threshold_for("public") == 5
    assert threshold_for("internal") == 0
    assert threshold_for("public", {"public": 10}) == 10
    assert suppress([[1, 2, 3]], threshold=threshold_for("board")).sentence == (
        "Nothing is held back."
    )
    with pytest.raises(CannotWorkOut, match="no audience called press"):
        threshold_for("press")


@pytest.mark.parametrize("rows", [[], [[]], [[1], [1, 2]], [[-1]]])
def test_what_is_no_table_of_counts_is_refused(rows: list[list[int]]) -> None:
    with pytest.raises(CannotWorkOut):
        suppress(rows)


def test_a_count_that_reaches_the_threshold_is_shown() -> None:
    assert suppress([[5, 0, 30]], threshold=5).cells == ((5, 0, 30),)


def test_noughts_that_cannot_fall_protect_nothing() -> None:
    # The cheapest to hide would be the three noughts, and they would leave the 2 as it is.
    rows = [[2, 0, 3], [0, 0, 3], [3, 3, 3]]
    shown = suppress(rows, threshold=3)
    fitting = oracle.tables_that_fit(
        shown.cells, shown.row_totals, shown.column_totals, shown.total, 5
    )
    assert len({each[0][0] for each in fitting}) > 1


def test_a_total_of_nought_may_rise_and_so_protects() -> None:
    shown = suppress([[2], [0], [9]], threshold=3)
    assert shown.cells == ((None,), (None,), (9,))
    assert shown.row_totals == (None, None, 9)


WARDS = st.integers(3, 6).flatmap(
    lambda width: st.lists(
        st.lists(st.one_of(st.integers(0, 4), st.integers(0, 30)), min_size=width, max_size=width),
        min_size=3,
        max_size=6,
    )
)


def printed_of(rows: list[list[int]], held: Held) -> small.Printed:
    return small.Printed(
        cells={
            (f"r{r}", f"c{c}"): n for r, row in enumerate(held.cells) for c, n in enumerate(row)
        },
        rows={f"r{r}": n for r, n in enumerate(held.row_totals)},
        columns={f"c{c}": sum(column) for c, column in enumerate(zip(*rows, strict=True))},
        whole=[f"c{c}" for c in held.whole],
    )


@settings(max_examples=20, deadline=None)
@given(WARDS)
def test_with_every_total_and_every_nought_known_no_small_count_can_be_worked_out(
    rows: list[list[int]],
) -> None:
    try:
        held = hold_back(rows, threshold=5)
    except CannotWorkOut:
        assert any(sum(row) < 5 for row in rows)  # a place where next to nothing was counted
        return
    printed = printed_of(rows, held)
    found = small.ranges(printed)
    for (row, column), n in printed.cells.items():
        true = rows[int(row[1:])][int(column[1:])]
        assert n in (None, true)
        if 0 < true < 5:
            low, high = found[row, column]
            assert low < high, (row, column, rows)
    for row, (low, high) in small.row_ranges(printed).items():
        assert low < high or sum(rows[int(row[1:])]) >= 5


def test_noughts_are_shown_and_a_kind_that_is_rare_in_all_is_not_shown_by_place() -> None:
    rows = [[30, 0, 1, 9], [40, 2, 0, 12], [50, 0, 0, 3], [20, 0, 0, 0]]
    held = hold_back(rows, threshold=5)
    assert held.whole == {1, 2}
    assert [row[1] for row in held.cells] == [None] * 4
    assert held.cells[3][3] == 0
    assert held.cells[2][3] is None


def test_ones_alone_would_add_up_to_their_total() -> None:
    # Four wards with one each: the total alone would give them all away.
    held = hold_back([[60, 1], [70, 1], [80, 1], [90, 1]], threshold=5)
    assert held.whole == {1}


def test_the_oracle_finds_what_is_badly_hidden() -> None:
    bad = small.Printed(
        cells={("a", "x"): None, ("a", "y"): 9, ("b", "x"): 7, ("b", "y"): 3},
        rows={"a": 11, "b": 10},
        columns={"x": 9, "y": 12},
    )
    assert small.ranges(bad) == {("a", "x"): (2, 2)}
    ones = small.Printed(
        cells={("a", "x"): None, ("b", "x"): None}, rows={"a": None, "b": None}, columns={"x": 2}
    )
    assert small.ranges(ones) == {("a", "x"): (1, 1), ("b", "x"): (1, 1)}
