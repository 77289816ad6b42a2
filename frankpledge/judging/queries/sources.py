"""What a judgement rests on, month by month: the last step from a mark to its rows."""

from dataclasses import dataclass
from datetime import date

from frankpledge.figures.periods import Period
from frankpledge.figures.wording import number
from frankpledge.judging.series import month_number
from frankpledge.judging.working import Judged

MOST = 60


@dataclass(frozen=True)
class SourceRow:
    period: str  # 2026-07, or 2026-07..2026-09
    words: str
    figure: str
    # Why it does not count, or not yet; empty where it does.
    note: str
    # The period that the target is judged over: 'in', 'before' or 'after' it; none without one.
    where: str


def source_rows(judged: Judged, as_at: date) -> list[SourceRow]:
    """The newest first."""
    now = month_number(as_at)
    over = judged.aim.over if judged.aim else None
    rows = []
    for each in reversed(judged.figures.figures[-MOST:]):
        last = Period(each.over.end).name
        name = each.over.name if each.over.months == 1 else f"{each.over.name}..{last}"
        figure = each.words or number(each.count)
        if each.whole is not None and not each.words:
            figure = f"{number(each.count)} of {number(each.whole)}"
        where = _where(each.over, over) if over else ""
        rows.append(SourceRow(name, each.over.words, figure, _note(each, now), where))
    return rows


def _where(each: Period, over: Period) -> str:
    if each.start < over.start:
        return "before"
    return "in" if each.start <= over.end else "after"


def _note(each: object, now: int) -> str:
    if each.over.start >= now:  # type: ignore[attr-defined]
        return "Not over yet, so left out"
    return "Provisional, so left out" if each.provisional else ""  # type: ignore[attr-defined]
