"""Which places lie next to which; each place counts among its own neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.wording import number

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix
    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, eq=False)
class Neighbours:
    """Row by row: those of place n stand in `others` from starts[n] to starts[n + 1]."""

    keys: tuple[str, ...]
    starts: "NDArray[np.int64]"
    others: "NDArray[np.int64]"
    how: str

    def __len__(self) -> int:
        return len(self.keys)

    @cached_property
    def numbers(self) -> "NDArray[np.int64]":
        """How many each has, itself included."""
        return self.starts[1:] - self.starts[:-1]

    @cached_property
    def alone(self) -> tuple[str, ...]:
        return tuple(key for key, n in zip(self.keys, self.numbers.tolist(), strict=True) if n == 1)

    def of(self, key: str) -> tuple[str, ...]:
        """The others that lie next to this one."""
        at = self.keys.index(key)
        row = self.others[self.starts[at] : self.starts[at + 1]].tolist()
        return tuple(self.keys[other] for other in row if other != at)

    @cached_property
    def matrix(self) -> "csr_matrix":
        import numpy as np
        from scipy.sparse import csr_matrix

        ones = np.ones(len(self.others))
        return csr_matrix((ones, self.others, self.starts), shape=(len(self), len(self)))


def touching(
    keys: Sequence[str], shapes: "Sequence[BaseGeometry]", *, within: float = 0.0
) -> Neighbours:
    """Areas that meet, at an edge or a corner.

    `within` bridges the slivers of boundaries that were not drawn together, in the unit of the
    shapes.
    """
    import numpy as np
    import shapely

    sound_keys(keys, len(shapes))
    outlines = np.asarray(shapes, dtype=object)
    if any(shapely.is_missing(outlines)) or any(shapely.is_empty(outlines)):
        raise CannotWorkOut("An area has no outline: give one for each.")
    tree = shapely.STRtree(outlines)
    if within:
        pairs = tree.query(outlines, predicate="dwithin", distance=within)
    else:
        shapely.prepare(outlines)
        pairs = tree.query(outlines, predicate="intersects")
    how = "neighbours are areas that meet at an edge or a corner"
    return of_pairs(keys, pairs, f"{how}, give or take {within}" if within else how)


def nearest(keys: Sequence[str], points: "NDArray[np.float64]", k: int = 8) -> Neighbours:
    """The k nearest of each point, on a flat plane; who is near to one need not be near back."""
    import numpy as np
    from scipy.spatial import cKDTree

    n = len(keys)
    sound_keys(keys, len(points))
    if not 1 <= k < n:
        raise CannotWorkOut(f"{k} neighbours of {number(n)} places: give from 1 to {n - 1}.")
    _, found = cKDTree(points).query(points, k=k + 1)
    own = np.arange(n)[:, None]
    # Where several share a point, a place may come after its neighbours, or not at all.
    absent = ~(found == own).any(axis=1)
    found[absent, -1] = own[absent, 0]
    pairs = np.stack([np.repeat(np.arange(n), k + 1), found.ravel()])
    return of_pairs(keys, pairs, f"neighbours are the {k} nearest places")


def of_pairs(keys: Sequence[str], pairs: "NDArray[np.int64]", how: str) -> Neighbours:
    """From pairs of places by number, one way each; a place's own pair is added."""
    import numpy as np

    n = len(keys)
    own = np.arange(n)
    ones, others = np.concatenate([pairs[0], own]), np.concatenate([pairs[1], own])
    # One number for each pair, so that sorting once orders rows and drops what stands twice.
    every = np.unique(ones.astype(np.int64) * n + others)
    starts = np.searchsorted(every, np.arange(n + 1) * n)
    return Neighbours(tuple(keys), starts, every % n, how)


def sound_keys(keys: Sequence[str], given: int) -> None:
    if len(keys) != given:
        raise CannotWorkOut(f"{len(keys)} places and {given} figures: give one for each place.")
    if len(set(keys)) < len(keys):
        raise CannotWorkOut("A place stands twice: give each once.")
