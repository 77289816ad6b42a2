"""Harm is counts by weights that somebody gave, with its interval and what was left out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.harm import Weights, harm, in_force, weighted_interval
from frankpledge.figures.rates import byar
from tests.oracles import figures as oracle
from tests.oracles import places

# Made up: no index says so.
MADE_UP = Weights(
    "made-up index", date(2024, 4, 1), "days", {"robbery": 300, "burglary": 20, "theft": 2}
)
PAIRS = st.lists(st.tuples(st.integers(0, 5000), st.integers(1, 4000)), min_size=1, max_size=8)


@given(PAIRS.filter(lambda pairs: any(n for n, _ in pairs)))
def test_the_interval_is_dobsons_worked_out_in_forty_digits(pairs: list[tuple[int, int]]) -> None:
    due = places.dobson(pairs, oracle.byar(sum(n for n, _ in pairs)))
    low, high = weighted_interval([(n, float(weight)) for n, weight in pairs])
    assert low == pytest.approx(max(0.0, float(due[0])), rel=1e-9, abs=1e-7)
    assert high == pytest.approx(float(due[1]), rel=1e-9)


@given(st.integers(0, 10**6), st.integers(1, 5000))
def test_where_all_weigh_the_same_it_is_byars_interval_times_the_weight(n: int, w: int) -> None:
    low, high = byar(n)
    assert weighted_interval([(n, w)]) == pytest.approx((low * w, high * w), rel=1e-9, abs=1e-6)


def test_nothing_counted_still_leaves_something_open() -> None:
    assert weighted_interval([(0, 300.0), (0, 2.0)]) == (0.0, byar(0)[1] * 300)
    found = harm({"theft": 0}, MADE_UP)
    assert (found.total, found.parts[0].share_of_harm) == (0, 0)


def test_harm_is_said_with_its_parts_and_with_what_has_no_weight() -> None:
    counts = {"theft": 500, "robbery": 10, "burglary": 50, "drugs": 40, "arson": 0}
    found = harm(counts, MADE_UP)
    assert found.total == 500 * 2 + 10 * 300 + 50 * 20
    assert [part.kind for part in found.parts] == ["robbery", "burglary", "theft"]
    assert found.parts[0].share_of_harm == 0.6
    assert found.parts[0].share_of_count == 10 / 560
    assert dict(found.unweighed) == {"drugs": 40}
    assert found.sentence.startswith("5,000 days of harm by made-up index in 560 counted;")
    assert found.sentence.endswith("Without a weight, and left out: drugs (40).")
    assert found.method[0] == "weights: made-up index, as of 1 April 2024"
    assert sum(part["share_of_harm"] for part in found.to_dict()["parts"]) == pytest.approx(1)


def test_the_edition_that_held_on_the_day_is_taken() -> None:
    newer = Weights("made-up index", date(2025, 4, 1), "days", {"robbery": 310})
    assert in_force([newer, MADE_UP], date(2025, 3, 31)) is MADE_UP
    assert in_force([newer, MADE_UP], date(2025, 4, 1)) is newer
    with pytest.raises(CannotWorkOut, match="No weights are given that held on 1 May 2020"):
        in_force([newer], date(2020, 5, 1))


def test_different_indexes_are_never_mixed() -> None:
    other = Weights("another index", date(2025, 4, 1), "days", {"robbery": 310})
    with pytest.raises(CannotWorkOut, match="never mixed"):
        in_force([other, MADE_UP], date(2026, 1, 1))


@pytest.mark.parametrize("values", [{"robbery": -1.0}, {"robbery": float("nan")}, {}, {"a": 0.0}])
def test_weights_that_cannot_be_are_refused(values: dict[str, float]) -> None:
    with pytest.raises(CannotWorkOut):
        Weights("odd", date(2024, 4, 1), "days", values)
