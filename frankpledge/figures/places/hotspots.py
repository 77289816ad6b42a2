"""Hot spots: places that, with their neighbours, have more than chance explains (Getis-Ord Gi*).

Each place's own count and its neighbours' are added up and compared with what as many places
taken anywhere would have.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from frankpledge.figures import given
from frankpledge.figures.chance import CLEAR
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.places.discovery import adjusted_many
from frankpledge.figures.places.neighbours import Neighbours
from frankpledge.figures.places.tails import COUNTS, OTHERS, chances, counts_only
from frankpledge.figures.wording import number

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

# Fewer places than this leave nothing to compare a place with.
LEAST = 10
# With fewer than this in a place and its neighbours little can be told, and the page says so.
THIN = 5


@dataclass(frozen=True, eq=False)
class HotSpots:
    neighbours: Neighbours
    values: "NDArray[np.float64]"
    z: "NDArray[np.float64]"
    chance: "NDArray[np.float64]"
    # The chance with the number of places allowed for.
    allowed: "NDArray[np.float64]"
    rate: float

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """hot, cold or nothing said, of each place."""
        clear = self.allowed <= self.rate
        sides = (self.z > 0).astype(int) - (self.z < 0)
        return tuple(("", "hot", "cold")[side] for side in (sides * clear).tolist())

    @property
    def hot(self) -> tuple[str, ...]:
        return self._of_kind("hot")

    @property
    def cold(self) -> tuple[str, ...]:
        return self._of_kind("cold")

    @property
    def sentence(self) -> str:
        n = number(len(self.neighbours))
        if not self.hot:
            return f"None of {n} places stands out as a hot spot: chance explains what differs."
        some = len(self.hot)
        return f"{number(some)} of {n} places {'is a hot spot' if some == 1 else 'are hot spots'}."

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know of these places and figures before leaning on them."""
        made = []
        alone = len(self.neighbours.alone)
        if alone:
            said = "place has no neighbours and is" if alone == 1 else "places have no neighbours"
            made.append(f"{number(alone)} {said}{'' if alone == 1 else ' and are'} judged alone.")
        if self.values.min() == self.values.max():
            made.append("Every place has the same figure: none can stand out.")
        elif self.values.mean() * self.neighbours.numbers.mean() < THIN:
            made.append(
                f"On average a place and its neighbours have fewer than {THIN}: only great "
                "differences can be told from chance. A longer period or larger places show more."
            )
        return tuple(made)

    @property
    def method(self) -> tuple[str, ...]:
        return (
            "Getis-Ord Gi*, each neighbour and the place itself weighing 1, both directions",
            self.neighbours.how,
            COUNTS if counts_only(self.values) else OTHERS,
            f"false discovery rate of {self.rate:g} over {number(len(self.neighbours))} places",
        )

    def to_dict(self) -> dict[str, Any]:
        return {
            "places": list(self.neighbours.keys),
            "values": self.values.tolist(),
            "z": self.z.tolist(),
            "chance": self.chance.tolist(),
            "allowed": self.allowed.tolist(),
            "kinds": list(self.kinds),
            "method": list(self.method),
            "notes": list(self.notes),
            "sentence": self.sentence,
        }

    def _of_kind(self, kind: str) -> tuple[str, ...]:
        pairs = zip(self.neighbours.keys, self.kinds, strict=True)
        return tuple(key for key, each in pairs if each == kind)


def hot_spots(values: "ArrayLike", neighbours: Neighbours, *, rate: float = CLEAR) -> HotSpots:
    """Counts, or rates, in the order of the places."""
    seen = sound(values, neighbours, 1)
    given.deviations(1 - rate)
    z = deviations(seen, neighbours)
    chance = chances(z, seen, neighbours, rate)
    return HotSpots(neighbours, seen, z, chance, adjusted_many(chance), rate)


def deviations(values: "NDArray[np.float64]", neighbours: Neighbours) -> "NDArray[np.float64]":
    """How many standard deviations each place and its neighbours lie above what is due; of a
    table, each column by itself. Nought where nothing can differ."""
    import numpy as np

    n = len(neighbours)
    mine = neighbours.numbers.astype(float)
    # About the mean, so that large figures that differ little keep their digits.
    apart = values - values.mean(axis=0)
    spread = (apart**2).mean(axis=0)
    room = mine * (n - mine) / (n - 1)
    due = np.sqrt(np.multiply.outer(room, spread))
    over = neighbours.matrix @ apart
    # Figures that are all the same leave dust in the mean.
    flat = np.ptp(values, axis=0) == 0
    return np.divide(over, due, out=np.zeros_like(over), where=(due > 0) & ~flat)


def sound(values: "ArrayLike", neighbours: Neighbours, sides: int) -> "NDArray[np.float64]":
    import numpy as np

    seen = np.asarray(values, dtype=float)
    n = len(neighbours)
    if n < LEAST:
        raise CannotWorkOut(f"Hot spots need at least {LEAST} places: there are {n}.")
    if seen.ndim != sides or seen.shape[0] != n:
        raise CannotWorkOut(f"Give one figure for each of {number(n)} places.")
    if not np.isfinite(seen).all():
        raise CannotWorkOut("A place has no figure: give nought where nothing was counted.")
    return seen
