"""A rank comes with its direction, how many were ranked, its ties, and what it could be."""

import csv
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.ranks import First, Ranked, of_counts, of_shares, ranks

VALUES = st.integers(-20, 20)
INTERVALS = st.lists(st.tuples(VALUES, VALUES, VALUES).map(sorted), min_size=2, max_size=5)
FIRST = st.sampled_from(["lowest", "highest"])


def _named(triples: list[list[int]]) -> list[Ranked]:
    return [Ranked(f"area {at}", mid, low, high) for at, (low, mid, high) in enumerate(triples)]


@given(st.lists(VALUES, min_size=2, max_size=12), FIRST)
def test_a_rank_is_one_more_than_those_that_are_ahead(values: list[int], first: First) -> None:
    found = ranks([Ranked(str(at), value) for at, value in enumerate(values)], first=first)
    for each in found:
        own = values[int(each.name)]
        ahead = [other for other in values if (other < own if first == "lowest" else other > own)]
        assert each.rank == 1 + len(ahead)
        assert each.tied == values.count(own) - 1
        assert each.n == len(values)
    assert [each.rank for each in found] == sorted(each.rank for each in found)


@given(INTERVALS, FIRST)
def test_the_range_holds_every_rank_that_the_intervals_allow_and_no_more(
    triples: list[list[int]], first: First
) -> None:
    found = {each.name: each for each in ranks(_named(triples), first=first)}
    for at in range(len(triples)):
        possible = set()
        for values in product(*({low, high} for low, _, high in triples)):
            own = values[at]
            others = [value for place, value in enumerate(values) if place != at]
            ahead = [each < own if first == "lowest" else each > own for each in others]
            level = [each == own for each in others]
            possible |= {1 + sum(ahead), 1 + sum(ahead) + sum(level)}
        each = found[f"area {at}"]
        assert (each.best, each.worst) == (min(possible), max(possible))
        assert each.best is not None
        assert each.worst is not None
        assert each.best <= each.rank <= each.worst


@given(INTERVALS)
def test_the_other_direction_turns_ranks_round(triples: list[list[int]]) -> None:
    n = len(triples)
    low = {each.name: each for each in ranks(_named(triples), first="lowest")}
    high = {each.name: each for each in ranks(_named(triples), first="highest")}
    for name, each in low.items():
        assert high[name].rank == n + 1 - each.rank - each.tied
        assert (high[name].best, high[name].worst) == (n + 1 - each.worst, n + 1 - each.best)  # type: ignore[operator]


def test_a_rank_is_said_whole() -> None:
    counts = [("Alder", 300, 60_000.0), ("Birch", 310, 60_000.0), ("Cedar", 900, 60_000.0)]
    found = ranks(of_counts(counts), first="lowest")
    assert [each.sentence for each in found] == [
        "Alder ranks 1 of 3, lowest first; could rank 1 to 2.",
        "Birch ranks 2 of 3, lowest first; could rank 1 to 2.",
        "Cedar ranks 3 of 3, lowest first; could rank only 3.",
    ]


def test_ties_share_the_better_rank_and_say_so() -> None:
    found = ranks([Ranked("A", 5), Ranked("B", 5), Ranked("C", 4)], first="highest")
    assert [each.printed for each in found] == ["1=", "1=", "3"]
    assert found[0].sentence == (
        "A ranks 1 of 3, highest first, level with 1 other; its range is not known."
    )


def test_more_areas_make_each_range_wider_so_that_all_hold_together() -> None:
    few = of_counts([("A", 100, 1000.0), ("B", 100, 1000.0)])
    many = of_counts([(str(at), 100, 1000.0) for at in range(20)])
    assert few[0].low is not None
    assert many[0].low is not None
    assert many[0].low < few[0].low


def test_shares_are_ranked_with_wilsons_interval() -> None:
    found = ranks(of_shares([("North", 31, 38), ("South", 2, 40)]), first="highest")
    assert [(each.name, each.best, each.worst) for each in found] == [
        ("North", 1, 1),
        ("South", 2, 2),
    ]


def test_real_fly_tipping_counts_are_ranked_by_year(shared: Path) -> None:
    with (shared / "data" / "tables" / "trafford_flytipping.csv").open() as file:
        rows = [row for row in csv.DictReader(file) if row["area_name"] == "Trafford"]
    counts = [(row["period"], int(row["value"]), 230_000.0) for row in rows]
    found = {each.name: each for each in ranks(of_counts(counts), first="highest")}
    assert found["2017-18"].rank == 1
    assert found["2012-13"].rank == found["2012-13"].best == len(rows)


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ([], "at least two"),
        ([Ranked("A", 1)], "at least two"),
        ([Ranked("A", 1), Ranked("A", 2)], "A stands twice"),
        ([Ranked("A", float("nan")), Ranked("B", 2)], "nan is not a number"),
        ([Ranked("A", 1, 2, 3), Ranked("B", 2)], "does not lie between"),
    ],
)
def test_what_cannot_be_ranked_is_refused(figures: list[Ranked], words: str) -> None:
    with pytest.raises(CannotWorkOut, match=words):
        ranks(figures, first="lowest")
