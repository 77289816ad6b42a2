"""What changed in the newest months that neither chance nor a series' own drift explains.

Every series is asked the same: are the newest month, three, six and twelve what was
due before them? Those found are few enough that 1 in 20 at most is owed to chance.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from frankpledge.figures.chance import CLEAR, how_often
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.odds.ahead import due
from frankpledge.figures.odds.counting import Counted, learned
from frankpledge.figures.odds.outcomes import Known, Series, known, together
from frankpledge.figures.odds.state import State
from frankpledge.figures.odds.sums import at_most
from frankpledge.figures.periods import Period
from frankpledge.figures.wording import capital, number

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SPANS = (1, 3, 6, 12)
# Months that must be known before the newest span.
LEAST = 12
# Of series with fewer a month than this, those of a group are added up first.
FEW = 5


@dataclass(frozen=True)
class News:
    what: str
    over: str
    counted: int
    due: float
    chance: float
    # With all that was looked at allowed for.
    allowed: float
    among: int
    clear: bool

    @property
    def words(self) -> str:
        return "more than usual" if self.counted > self.due else "fewer than usual"

    @property
    def sentence(self) -> str:
        return (
            f"{capital(self.what)}: {number(self.counted)} in {self.over}, where "
            f"{number(self.due)} were due. Chance alone would do this {how_often(self.chance)}."
        )

    def to_dict(self) -> dict[str, Any]:
        return {**asdict(self), "words": self.words, "sentence": self.sentence}


@dataclass(frozen=True)
class Looked:
    news: tuple[News, ...]
    looked_at: int
    # What could not be looked at, and why.
    left_out: tuple[tuple[str, str], ...]


def news(series: Sequence[Series], as_at: date, *, rate: float = CLEAR) -> Looked:
    """The clear ones, the least likely first; only what holds in the newest month of all."""
    usable, left_out = _usable(series, as_at)
    if not usable:
        return Looked((), 0, tuple(left_out))
    newest = max(figures.newest for _, figures in usable)
    kept = [(one, figures) for one, figures in usable if figures.newest == newest]
    old = [
        (one.what, "Nothing new is known.") for one, figures in usable if figures.newest < newest
    ]
    found = _found(kept, newest, rate)
    clear = sorted((each for each in found if each.clear), key=lambda each: each.chance)
    return Looked(tuple(clear), len(kept), tuple(left_out + old))


def _usable(
    series: Sequence[Series], as_at: date
) -> tuple[list[tuple[Series, Known]], list[tuple[str, str]]]:
    left_out: list[tuple[str, str]] = []
    made = []
    for each in _added_up(series, as_at):
        try:
            figures = known(each, as_at)
            _enough(figures)
            made.append((each, figures))
        except CannotWorkOut as why:
            left_out.append((each.what, str(why)))
    return made, left_out


def _enough(figures: Known) -> None:
    since = max([0, *figures.breaks])
    months = [at for at in figures.counts if at >= since]
    if len(months) < LEAST + 1:
        raise CannotWorkOut(f"Fewer than {LEAST + 1} months are known, counted as they are today.")
    if sum(figures.counts[at] for at in months) < FEW * len(months):
        raise CannotWorkOut(f"Fewer than {FEW} a month, even with those like it.")


def _added_up(series: Sequence[Series], as_at: date) -> list[Series]:
    made, few = [], dict[str, list[Series]]()
    for each in series:
        counts = [month.count for month in each.months if not month.provisional]
        if counts and sum(counts) < FEW * len(counts) and not each.breaks:
            few.setdefault(each.group, []).append(each)
        else:
            made.append(each)
    for group, those in few.items():
        made += [together(those, group or "the rest together")] if len(those) > 1 else those
    return made


def _found(kept: Sequence[tuple[Series, Known]], newest: int, rate: float) -> list[News]:
    import numpy as np

    from frankpledge.figures.places.discovery import adjusted_many

    seen = [_sums(figures, newest) for _, figures in kept]
    chances, dues = np.ones((len(kept), len(SPANS))), np.zeros((len(kept), len(SPANS)))
    for column, span in enumerate(SPANS):
        chances[:, column], dues[:, column] = _asked(kept, newest, span, seen, column)
    # Each series is asked as often as there are spans.
    best = chances.argmin(axis=1)
    least = np.minimum(1.0, chances.min(axis=1) * len(SPANS))
    allowed = adjusted_many(least)
    return [
        News(
            one.what,
            Period(newest - SPANS[best[row]] + 1, SPANS[best[row]]).words,
            seen[row][best[row]] or 0,
            float(dues[row, best[row]]),
            float(least[row]),
            float(allowed[row]),
            len(kept),
            bool(allowed[row] <= rate),
        )
        for row, (one, _) in enumerate(kept)
    ]


def _sums(figures: Known, newest: int) -> list[int | None]:
    since = max([0, *figures.breaks])
    made: list[int | None] = []
    for span in SPANS:
        over = range(newest - span + 1, newest + 1)
        whole = all(at in figures.counts and at >= since for at in over)
        made.append(sum(figures.counts[at] for at in over) if whole else None)
    return made


def _asked(
    kept: Sequence[tuple[Series, Known]],
    newest: int,
    span: int,
    seen: Sequence[Sequence[int | None]],
    column: int,
) -> tuple["NDArray[np.float64]", "NDArray[np.float64]"]:
    """Twice the smaller tail of what was due, as it was known before the span began."""
    import numpy as np

    before = newest - span
    past = [Counted(one.group, _until(figures, before), State(())) for one, figures in kept]
    pool = learned(past)
    n = len(kept)
    if pool is None:
        return np.ones(n), np.zeros(n)
    at = np.full(n, before)
    # A gap before the span leaves the series known up to an earlier month.
    last = np.array([max(each.known.counts, default=before) for each in past])
    found = due(pool, np.arange(n), at + 1, np.full(n, span), last)
    came = np.array([row[column] if row[column] is not None else np.nan for row in seen], float)
    there = np.nan_to_num(came)
    # Every month of the past has been a test of what a month may bring.
    sure = float(pool.months)
    below = at_most(found.mean, found.variance, there, sure)
    above = 1 - at_most(found.mean, found.variance, there - 1, sure)
    chance = np.minimum(1.0, 2 * np.minimum(below, above))
    known_before = np.array([len(each.known.counts) >= LEAST for each in past])
    return np.where(np.isnan(came) | ~known_before, 1.0, chance), found.mean


def _until(figures: Known, last: int) -> Known:
    kept = {at: count for at, count in figures.counts.items() if at <= last}
    breaks = {at: why for at, why in figures.breaks.items() if at <= last}
    return Known(kept, {}, (), breaks)
