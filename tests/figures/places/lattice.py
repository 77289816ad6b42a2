"""Places in rows and columns, neighbours at edges and corners."""

import numpy as np

from frankpledge.figures.places.neighbours import Neighbours, of_pairs


def lattice(rows: int, columns: int) -> Neighbours:
    keys = [f"{row}:{column}" for row in range(rows) for column in range(columns)]
    pairs = [
        (row * columns + column, other * columns + beside)
        for row in range(rows)
        for column in range(columns)
        for other in range(max(0, row - 1), min(rows, row + 2))
        for beside in range(max(0, column - 1), min(columns, column + 2))
    ]
    return of_pairs(keys, np.array(pairs).T, "neighbours touch")
