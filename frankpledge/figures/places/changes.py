"""Two periods compared for each of many places and types, all of them allowed for together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from frankpledge.figures import given
from frankpledge.figures.chance import CLEAR, EVEN, chance_of_change
from frankpledge.figures.change import Change
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.places.discovery import adjusted_many
from frankpledge.figures.wording import number

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Row:
    what: str
    before: int
    after: int
    exposure: tuple[float, float] | None = None


@dataclass(frozen=True)
class TableOfChanges:
    changes: tuple[Change, ...]
    rate: float
    dispersion: float

    @property
    def clear(self) -> tuple[Change, ...]:
        return tuple(each for each in self.changes if each.clear)

    @property
    def verdicts(self) -> tuple[str, ...]:
        return tuple(each.verdict for each in self.changes)

    @property
    def sentence(self) -> str:
        n = number(len(self.changes))
        if not self.clear:
            return f"None of {n} changed more than chance explains."
        verdicts = [each.verdict for each in self.clear]
        up = sum(verdict in {"more", "higher"} for verdict in verdicts)
        ways = ((up, "rose"), (len(verdicts) - up, "fell"))
        moved = " and ".join(f"{number(many)} {way}" for many, way in ways if many)
        return f"Of {n}, {moved} more than chance explains."

    @property
    def method(self) -> tuple[str, ...]:
        many = number(len(self.changes))
        made = [
            "exact conditional test of two counts, both directions",
            f"false discovery rate of {self.rate:g} over {many} compared",
        ]
        if self.dispersion > 1:
            made.append(f"counts vary {self.dispersion:g} times as much as chance would have it")
        return tuple(made)


def table_of_changes(
    rows: Sequence[Row],
    *,
    rate: float = CLEAR,
    dispersion: float = 1.0,
    per: int = 1000,
    of: str = "people",
) -> TableOfChanges:
    """What figures.change says of each row and of all together, for tables of any length."""
    import numpy as np

    if not rows:
        return TableOfChanges((), rate, dispersion)
    for row in rows:
        _sound(row, of)
    before = np.array([row.before for row in rows], dtype=float)
    after = np.array([row.after for row in rows], dtype=float)
    chances = _chances(before, after, _shares(rows), given.finite(dispersion))
    allowed = adjusted_many(chances)
    each = zip(rows, chances.tolist(), allowed.tolist(), strict=True)
    made = tuple(
        Change(
            row.what,
            row.before,
            row.after,
            row.exposure,
            given.scale(per),
            of,
            dispersion,
            chance,
            clear=least <= rate,
            among=len(rows),
            allowed=least,
        )
        for row, chance, least in each
    )
    return TableOfChanges(made, rate, dispersion)


def _sound(row: Row, of: str) -> None:
    given.count(row.before)
    given.count(row.after)
    if row.exposure is not None:
        one, other = (given.base(each, of) for each in row.exposure)
        if not 0 < other / (one + other) < 1:
            raise CannotWorkOut(f"{row.what}: what the counts came out of is too far apart.")


def _shares(rows: Sequence[Row]) -> "NDArray[np.float64]":
    import numpy as np

    return np.array(
        [0.5 if row.exposure is None else row.exposure[1] / sum(row.exposure) for row in rows]
    )


def _chances(
    before: "NDArray[np.float64]",
    after: "NDArray[np.float64]",
    share: "NDArray[np.float64]",
    dispersion: float,
) -> "NDArray[np.float64]":
    import numpy as np
    from scipy.special import betainc, betaincc

    if dispersion < 1 or dispersion >= EVEN:
        # Tables of small counts repeat themselves: each pair is worked out once.
        pairs, where = np.unique(np.stack([before, after, share]), axis=1, return_inverse=True)
        each = [
            chance_of_change(int(one), int(two), part, dispersion) for one, two, part in pairs.T
        ]
        return np.array(each)[where.ravel()]
    # The tails of a binomial are those of a beta; the edges are given a place to stand on.
    up = np.where(after == 0, 1.0, betainc(np.maximum(after, 1), before + 1, share))
    down = np.where(before == 0, 1.0, betaincc(after + 1, np.maximum(before, 1), share))
    return np.minimum(1.0, 2 * np.minimum(up, down))
