"""A table of many says of each row what a single comparison says, and allows for all."""

import random
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from frankpledge.figures.change import change, changes_together
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.places.changes import Row, table_of_changes

COUNTS = st.integers(0, 400) | st.integers(0, 10**7)
EXPOSURES = st.none() | st.tuples(st.floats(0.5, 1e6), st.floats(0.5, 1e6))
ROWS = st.lists(st.tuples(COUNTS, COUNTS, EXPOSURES), min_size=1, max_size=12)


@given(ROWS, st.sampled_from([1.0, 1.0, 2.5]))
def test_every_row_is_as_it_would_be_one_by_one(
    rows: list[tuple[int, int, tuple[float, float] | None]], dispersion: float
) -> None:
    slow = changes_together(
        [
            change(min(a, 400), min(b, 400), what=f"{at}", exposure=e, dispersion=dispersion)
            for at, (a, b, e) in enumerate(rows)
        ]
    )
    quick = table_of_changes(
        [Row(f"{at}", min(a, 400), min(b, 400), e) for at, (a, b, e) in enumerate(rows)],
        dispersion=dispersion,
    )
    for one, other in zip(quick.changes, slow, strict=True):
        assert one.chance == pytest.approx(other.chance, rel=1e-9, abs=1e-300)
        assert one.allowed == pytest.approx(other.allowed, rel=1e-9, abs=1e-300)
        assert (one.words, one.percent, one.among) == (other.words, other.percent, other.among)
        if abs((one.allowed or 0) - 0.05) > 1e-9:
            assert one.verdict == other.verdict


@given(COUNTS, COUNTS, EXPOSURES)
def test_the_chance_is_that_of_the_binomial_itself(
    before: int, after: int, exposure: tuple[float, float] | None
) -> None:
    share = 0.5 if exposure is None else exposure[1] / sum(exposure)
    spread = binom(before + after, share)
    due = min(1.0, 2 * min(spread.cdf(after), spread.sf(after - 1)))
    found = table_of_changes([Row("thefts", before, after, exposure)]).changes[0]
    assert found.chance == pytest.approx(due, rel=1e-9, abs=1e-300)


def test_a_table_of_many_is_said_in_a_sentence_and_in_verdicts() -> None:
    rows = [Row("robbery", 30, 32), Row("burglary", 500, 300), Row("shop theft", 300, 500)]
    found = table_of_changes(rows)
    assert found.verdicts == ("no clear change", "fewer", "more")
    assert [each.words for each in found.changes] == ["2 more", "200 fewer", "200 more"]
    assert found.sentence == "Of 3, 1 rose and 1 fell more than chance explains."
    assert table_of_changes(rows[:2]).sentence == "Of 2, 1 fell more than chance explains."
    assert table_of_changes(rows[:1]).sentence == "None of 1 changed more than chance explains."
    assert found.method[1] == "false discovery rate of 0.05 over 3 compared"
    assert table_of_changes([]).verdicts == ()


def test_rates_are_lower_or_higher() -> None:
    found = table_of_changes([Row("thefts", 300, 300, (10_000, 20_000))])
    assert found.verdicts == ("lower",)


def test_where_nothing_changed_a_country_raises_few_alarms() -> None:
    draw = np.random.default_rng(2)
    before, after = draw.poisson(60, 35_000).tolist(), draw.poisson(60, 35_000).tolist()
    rows = [Row(str(at), a, b) for at, (a, b) in enumerate(zip(before, after, strict=True))]
    began = time.process_time()
    found = table_of_changes(rows)
    assert time.process_time() - began < 5
    assert len(found.clear) <= 3
    assert sum(each.chance < 0.05 for each in found.changes) > 1000


def test_twice_the_variation_gives_fewer_alarms() -> None:
    draw = random.Random(1)
    rows = [Row(str(at), draw.randint(20, 60), draw.randint(30, 90)) for at in range(200)]
    calm, clumped = table_of_changes(rows), table_of_changes(rows, dispersion=3)
    assert len(clumped.clear) < len(calm.clear)
    assert clumped.method[-1] == "counts vary 3 times as much as chance would have it"


def test_what_is_no_count_is_refused() -> None:
    for row in (Row("x", -1, 2), Row("x", 1, 2, (0, 5)), Row("x", 1, 2, (1, 1e300))):
        with pytest.raises(CannotWorkOut):
            table_of_changes([row])
    with pytest.raises(CannotWorkOut, match="dispersion"):
        table_of_changes([Row("x", 1, 2)], dispersion=0.5)
