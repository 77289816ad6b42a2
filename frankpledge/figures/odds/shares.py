"""The chance that a share is reached: a beta-binomial over those still to come."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from frankpledge.figures.odds.misses import fitted, weights
from frankpledge.figures.odds.sums import PARTS, scales

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.float64]

DISCOUNT = 0.9
AHEAD = (1, 3, 6)
LEAST = 3
# Variance over what chance makes it, and the variance of a month's drift where both are likely.
BELIEVED = (1.2, 0.05**2)
FREEDOM = 4.0
MANY = 20_000


@dataclass(frozen=True)
class SharePool:
    dispersion: float
    drift: float
    freedom: float
    # After the newest month: how many had it and how many had not, as far as they still count.
    having: "Table"
    lacking: "Table"


def learn_shares(parts: "Table", wholes: "Table") -> SharePool:
    """By series and month; nan where nothing is known, and where nobody was counted."""
    import numpy as np

    seen = np.isfinite(parts) & (np.nan_to_num(wholes) > 0)
    part, whole = np.where(seen, parts, 0), np.where(seen, wholes, 0)
    usual = (part.sum() + 1) / (whole.sum() + 2)
    yes, no = np.full(len(part), usual), np.full(len(part), 1 - usual)
    rows: list[tuple[Table, ...]] = []
    for at in range(part.shape[1]):
        yes = DISCOUNT * yes + (1 - DISCOUNT) * usual + part[:, at]
        no = DISCOUNT * no + (1 - DISCOUNT) * (1 - usual) + whole[:, at] - part[:, at]
        if at + 1 >= LEAST:
            rows += _asked(part, whole, yes, no, at)
    dispersion, drift = _fitted(rows)
    return SharePool(dispersion, drift, max(FREEDOM, part.shape[1] / 3), yes, no)


def _asked(
    part: "Table", whole: "Table", yes: "Table", no: "Table", at: int
) -> list[tuple["Table", ...]]:
    import numpy as np

    made = []
    for ahead in AHEAD:
        if at + ahead >= part.shape[1]:
            break
        came = part[:, at + 1 : at + 1 + ahead].sum(axis=1)
        of = whole[:, at + 1 : at + 1 + ahead].sum(axis=1)
        use = of > 0
        share, n = (yes / (yes + no))[use], int(use.sum())
        steps = np.full(n, _steps(ahead))
        made.append((came[use] - of[use] * share, of[use], share, (yes + no)[use], steps))
    return [(*each, weights(len(each[0]))) for each in made if len(each[0])]


def _steps(months: float) -> float:
    return (months + 1) * (2 * months + 1) / (6 * months)


def _fitted(rows: list[tuple["Table", ...]]) -> tuple[float, float]:
    import numpy as np

    if not rows:
        return BELIEVED
    missed, of, share, rests, steps, weight = (
        np.concatenate(each) for each in zip(*rows, strict=True)
    )
    spread = share * (1 - share)
    chance = of * spread * (1 + of / rests)
    drift = (of * spread) ** 2 * steps
    found = fitted(missed**2, np.stack([chance, drift], 1), weight, BELIEVED)
    return max(1.0, float(found[0])), float(found[1])


def at_least(pool: SharePool, row: int, least: int, of: int, *, months: int) -> float:
    """The chance that of so many still to come, over these months, at least so many have it."""
    if least <= 0 or least > of:
        return 1.0 if least <= 0 else 0.0
    yes, no = float(pool.having[row]), float(pool.lacking[row])
    share = yes / (yes + no)
    if of == 1:
        return share
    spread = of * share * (1 - share)
    variance = pool.dispersion * spread * (1 + of / (yes + no))
    variance += spread * spread * pool.drift * _steps(months)
    total = 0.0
    for times in scales(pool.freedom):
        # Between chance alone and all or nothing.
        ratio = min(max(variance * times / spread, 1.0001), of * 0.999)
        strength = (of - ratio) / (ratio - 1)
        total += _tail(least, of, share * strength, (1 - share) * strength)
    return min(1.0, max(0.0, total / PARTS))


def _tail(least: int, of: int, yes: float, no: float) -> float:
    """Of a beta-binomial, term by term; of very many, as the share itself."""
    import numpy as np
    from scipy.special import betainc, betaln, gammaln

    if of > MANY:
        return float(1 - betainc(yes, no, (least - 0.5) / of))
    up = 2 * least > of
    at = np.arange(least, of + 1) if up else np.arange(least)
    ways = gammaln(of + 1) - gammaln(at + 1) - gammaln(of - at + 1)
    found = float(np.exp(ways + betaln(at + yes, of - at + no) - betaln(yes, no)).sum())
    return found if up else 1 - found
