"""Hot spots over many months: which last, which are new, which come and go, which have gone.

After the classes that Chainey (2020) describes, with the shares that are usual in software.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from frankpledge.figures import given
from frankpledge.figures.chance import CLEAR
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.places.discovery import adjusted_many
from frankpledge.figures.places.hotspots import THIN, deviations, sound
from frankpledge.figures.places.kinds import KINDS, SAID, Kind
from frankpledge.figures.places.neighbours import Neighbours
from frankpledge.figures.places.tails import COUNTS, OTHERS, chances, counts_only
from frankpledge.figures.wording import number, per_cent

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

MONTHS = 24


@dataclass(frozen=True)
class Shares:
    """Of the months, the share in which a place must be hot; and how much of them is recent."""

    persistent: float = 0.8
    some: float = 0.1
    recent: float = 0.2

    def __post_init__(self) -> None:
        if not (0 < self.some <= self.persistent <= 1 and 0 < self.recent < 1):
            raise CannotWorkOut("Shares lie between 0 and 1, with some at most persistent.")


@dataclass(frozen=True, eq=False)
class History:
    keys: tuple[str, ...]
    kinds: tuple[Kind, ...]
    # Of each place, in how many months it was hot: of all, and of the recent ones.
    hot: tuple[int, ...]
    hot_recent: tuple[int, ...]
    months: int
    recent: int
    shares: Shares
    method: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def tally(self) -> dict[Kind, int]:
        counted = Counter(self.kinds)
        return {kind: counted[kind] for kind in KINDS}

    @property
    def sentence(self) -> str:
        said = [f"{number(n)} {SAID[kind]}" for kind, n in self.tally.items() if n and kind in SAID]
        place = f"Of {number(len(self.keys))} places over {self.months} months"
        if not said:
            return f"{place}, none was a hot spot often enough to be named one."
        listed = f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else said[0]
        return f"{place}: {listed}."

    def to_dict(self) -> dict[str, Any]:
        return {
            "places": list(self.keys),
            "kinds": list(self.kinds),
            "hot": list(self.hot),
            "hot_recent": list(self.hot_recent),
            "months": self.months,
            "recent": self.recent,
            "method": list(self.method),
            "notes": list(self.notes),
            "sentence": self.sentence,
        }


def history(
    table: "ArrayLike",
    months: Sequence[str],
    neighbours: Neighbours,
    *,
    shares: Shares | None = None,
    rate: float = CLEAR,
) -> History:
    """A row for each place, a column for each month in order."""
    seen = sound(table, neighbours, 2)
    given.deviations(1 - rate)
    if seen.shape[1] != len(months):
        raise CannotWorkOut(f"{len(months)} months are named and {seen.shape[1]} given.")
    counted = (seen != 0).any(axis=0)
    empty = tuple(month for month, n in zip(months, counted.tolist(), strict=True) if not n)
    kept = seen[:, counted]
    if kept.shape[1] < MONTHS:
        raise CannotWorkOut(
            f"Classes of hot spots need at least {MONTHS} months in which something was counted: "
            f"there are {kept.shape[1]}."
        )
    z = deviations(kept, neighbours)
    hot = (z > 0) & (adjusted_many(chances(z, kept, neighbours, rate)) <= rate)
    curve = COUNTS if counts_only(kept) else OTHERS
    notes = _notes(kept, neighbours, empty)
    return classified(hot, neighbours, shares or Shares(), rate, notes, curve)


def classified(
    hot: "NDArray[np.bool_]",
    neighbours: Neighbours,
    shares: Shares,
    rate: float = CLEAR,
    notes: tuple[str, ...] = (),
    curve: str = COUNTS,
) -> History:
    months = hot.shape[1]
    recent = min(months - 1, max(1, int(months * shares.recent + 0.5)))
    every = hot.sum(axis=1).tolist()
    late = hot[:, months - recent :].sum(axis=1).tolist()
    kinds = tuple(
        kind(whole, new, months, recent, shares) for whole, new in zip(every, late, strict=True)
    )
    return History(
        neighbours.keys,
        kinds,
        tuple(every),
        tuple(late),
        months,
        recent,
        shares,
        _method(neighbours, shares, rate, recent, curve),
        notes,
    )


def _notes(
    kept: "NDArray[np.float64]", neighbours: Neighbours, empty: tuple[str, ...]
) -> tuple[str, ...]:
    made = []
    if empty:
        made.append(f"Left out, since nothing was counted in them: {', '.join(empty)}.")
    if kept.mean() * neighbours.numbers.mean() < THIN:
        made.append(
            f"In an average month a place and its neighbours have fewer than {THIN}: only great "
            "differences can be told from chance. Larger places show more."
        )
    return tuple(made)


def kind(hot: int, hot_recent: int, months: int, recent: int, shares: Shares) -> Kind:
    if _reaches(hot, shares.persistent, months):
        return "persistent"
    now = _reaches(hot_recent, shares.some, recent)
    before = _reaches(hot - hot_recent, shares.some, months - recent)
    if now != before:
        return "emerging" if now else "former"
    return "intermittent" if _reaches(hot, shares.some, months) else "none"


def _reaches(hot: int, share: float, months: int) -> bool:
    # A share of months may fall a hair above the whole number that it is.
    return hot >= share * months - 1e-9


def _method(
    neighbours: Neighbours, shares: Shares, rate: float, recent: int, curve: str
) -> tuple[str, ...]:
    most, some = per_cent(shares.persistent * 100), per_cent(shares.some * 100)
    return (
        "Getis-Ord Gi* of each month, both directions",
        neighbours.how,
        curve,
        f"false discovery rate of {rate:g} over {number(len(neighbours))} places in each month",
        f"persistent: hot in {most} of the months or more",
        f"emerging: hot in {some} or more of the newest {recent} months and not of those before",
        "former: the other way round",
        f"intermittent: hot in {some} of the months or more, and none of these",
    )
