"""Least squares of which nothing falls below nought: as scipy's, of what is made at random."""

import numpy as np
import pytest
from scipy.optimize import nnls

from frankpledge.figures.odds.nonnegative import nonnegative


@pytest.mark.parametrize("unknowns", [1, 2, 3, 5])
def test_it_gives_what_scipy_gives(unknowns: int) -> None:
    chance = np.random.default_rng(unknowns)
    held = 0
    for _ in range(300):
        columns = chance.normal(size=(unknowns + 6, unknowns))
        right = chance.normal(size=unknowns + 6)
        due, _ = nnls(columns, right)
        held += bool((due == 0).any())
        assert nonnegative(columns.T @ columns, columns.T @ right) == pytest.approx(due, abs=1e-9)
    assert held > 30, "often something would have fallen below nought"


def test_what_helps_nothing_is_nought() -> None:
    columns = np.eye(2)
    assert nonnegative(columns, np.array([-1.0, 0.0])).tolist() == [0.0, 0.0]


def test_columns_that_say_the_same_come_to_an_end() -> None:
    columns = np.array([[1.0, 1.0], [2.0, 2.0], [3.0, 3.0 + 1e-7]])
    gram = columns.T @ columns + 1e-12 * np.eye(2)
    found = nonnegative(gram, columns.T @ np.array([1.0, 2.0, 3.0]))
    assert columns @ found == pytest.approx([1.0, 2.0, 3.0], abs=1e-4)
