"""From targets with their figures to what is said of each outcome. No database, no clock."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.odds.compounding import NAMES, compounded
from frankpledge.figures.odds.goals import goals
from frankpledge.figures.odds.judgement import Judgement, unjudged
from frankpledge.figures.odds.judging import judge_many
from frankpledge.figures.odds.outcomes import Aim, Outcome, Series, known
from frankpledge.figures.signals.chart import Chart
from frankpledge.figures.wording import per_cent
from frankpledge.judging.aiming import aim_of
from frankpledge.judging.apart import of_counts, of_shares, refuse_bad
from frankpledge.judging.disagreeing import disagreement_of
from frankpledge.judging.reading import Read
from frankpledge.judging.series import Figures, month_number
from frankpledge.judging.signals import Drawn, Signal, drawn, signal

LONGEST, YEAR = 72, 12
Charts = dict[tuple[int, str, Any], Drawn | None]


@dataclass(frozen=True)
class Said:
    """How the outcome stands by what people say, as far as figures can contradict it."""

    label: str = ""
    is_good: bool = False
    state: str = "not-stated"


@dataclass(frozen=True)
class Excused:
    why: str
    until: datetime.date

    def to_dict(self) -> dict[str, str]:
        return {"why": self.why, "until": self.until.isoformat()}


@dataclass(frozen=True)
class ToJudge:
    """One target with all that is known of it."""

    outcome_id: int
    read: Read
    figures: Figures
    starts: datetime.date
    ends: datetime.date
    said: Said = Said()
    deviation: Excused | None = None


@dataclass(frozen=True)
class Judged:
    outcome_id: int
    target_id: int
    printed: str
    indicator: str
    judgement: Judgement
    signal: Signal
    drawn: Drawn | None
    told: tuple[str, ...]
    disagreement: str
    deviation: Excused | None
    read: Read
    figures: Figures
    as_at: datetime.date
    aim: Aim | None = None

    @property
    def chart(self) -> Chart | None:
        """With the target as a line: what one figure may be, if all were alike."""
        return replace(self.drawn.chart, target=self._line) if self.drawn else None

    @cached_property
    def _line(self) -> float | None:
        return line_of(self.figures, self.aim, self.as_at) if self.aim else None

    @property
    def is_judged(self) -> bool:
        return self.judgement.verdict != "not judgeable"

    @property
    def is_going_well(self) -> bool:
        """By the figures there is no miss to accept."""
        return self.judgement.verdict in ("met", "on course")

    def to_dict(self) -> dict[str, Any]:
        made = self.judgement.to_dict()
        kept = ("verdict", "sentence", "why", "observed", "low", "high", "odds", "odds_words")
        return {
            "target": self.printed,
            "indicator": self.indicator,
            **{name: made[name] for name in kept},
            "against_chance": made["against_chance"],
            "workings": made["workings"],
            "model": made["model"],
            "notes": made["notes"],
            "signal": {"key": self.signal.key, "words": self.signal.words},
            "chart": self.drawn.to_dict() if self.drawn else None,
            "told": list(self.told),
            "disagreement": self.disagreement,
            "deviation": self.deviation.to_dict() if self.deviation else None,
        }


def judge_all(
    given: Sequence[ToJudge], as_at: datetime.date, beside: Sequence[Series] = ()
) -> list[Judged]:
    """In the order given; odds by month are worked out for all of them at once."""
    apart: dict[int, Judgement] = {}
    together: dict[int, Outcome] = {}
    aims: dict[int, Aim] = {}
    for at, each in enumerate(given):
        try:
            found = _awaited(each)
            if found is None:
                aims[at] = _aim(each, as_at)
                found = _apart(each, aims[at], as_at)
        except CannotWorkOut as why:
            found = unjudged(_what(each), str(why))
        if found is None:
            together[at] = _outcome(each, aims[at])
        else:
            apart[at] = found
    odds = judge_many(list(together.values()), as_at, beside) if together else []
    apart |= dict(zip(together, odds, strict=True))
    charts: Charts = {}
    return [_judged(each, apart[at], aims.get(at), as_at, charts) for at, each in enumerate(given)]


def _awaited(each: ToJudge) -> Judgement | None:
    """What is asked for and has not come yet is no fault of the target."""
    if not each.figures.awaited or each.read.by_word or each.read.open:
        return None
    return Judgement(_what(each), "not enough data", each.figures.why_none)


def _aim(each: ToJudge, as_at: datetime.date) -> Aim:
    if each.read.by_word:
        raise CannotWorkOut(each.read.by_word)
    if each.figures.why_none:
        raise CannotWorkOut(each.figures.why_none)
    if not each.figures.figures:
        raise CannotWorkOut("It is not said yet which figures show it.")
    refuse_bad(each.figures)
    return aim_of(each.read, each.figures, each.starts, each.ends, as_at)


def _apart(each: ToJudge, aim: Aim, as_at: datetime.date) -> Judgement | None:
    """What needs no model: shares by period, and counts that are not by month."""
    if aim.kind == "proportion":
        if not each.figures.shares:
            raise CannotWorkOut("A share needs to know of how many: the figures give only a count.")
        if each.figures.monthly:
            return None
        falling = each.read.words.direction in ("down", "not above")
        every = (
            each.read.words.per.n * 3 if _by_quarter(each.read) and each.read.words.per else None
        )
        return of_shares(each.figures, aim, every, as_at, falling=falling)
    if each.figures.shares:
        raise CannotWorkOut("The figures are shares, and the target is a count.")
    if not each.figures.monthly:
        return of_counts(each.figures, aim, as_at)
    return None


def _by_quarter(read: Read) -> bool:
    return read.words.per is not None and read.words.per.unit == "quarter"


def _outcome(each: ToJudge, aim: Aim) -> Outcome:
    series = each.figures.series()
    newest = series.months[-LONGEST:]
    sort = "delivered" if each.figures.source in ("log", "said") else "counted"
    return Outcome(replace(series, months=newest), aim, sort)


def _judged(
    each: ToJudge, made: Judgement, aim: Aim | None, as_at: datetime.date, charts: Charts
) -> Judged:
    read, indicator = each.read, each.read.indicator
    good = indicator.good if indicator else _good(read)
    # Targets of one indicator share a chart.
    key = id(each.figures), _short(each), good
    if key not in charts:
        charts[key] = drawn(each.figures, key[1], good, as_at)
    found = charts[key]
    return Judged(
        each.outcome_id,
        read.row.pk,
        read.row.printed,
        indicator.name if indicator else "",
        _with_compounding(made, read, aim),
        signal(each.figures, found),
        found,
        tuple(each.figures.told),
        disagreement_of(
            each.said.label, is_good=each.said.is_good, state=each.said.state, judgement=made
        ),
        each.deviation,
        read,
        each.figures,
        as_at,
        aim,
    )


def _good(read: Read) -> Any:
    """Without an indicator, the target itself says which way is good."""
    if read.words.kind.startswith("count_at_most") or read.words.direction in ("down", "not above"):
        return "decrease"
    return "increase" if read.words.judgeable else "neutral"


def _what(each: ToJudge) -> str:
    return each.figures.what or each.read.row.counts or each.read.row.printed


def _short(each: ToJudge) -> str:
    indicator = each.read.indicator
    return indicator.counts if indicator else each.figures.what


def line_of(figures: Figures, aim: Aim, as_at: datetime.date) -> float | None:
    if aim.kind == "proportion":
        return aim.number
    try:
        steps = goals(aim, known(figures.series(), as_at))
    except CannotWorkOut:
        return None
    now = month_number(as_at)
    step = next((one for one in steps if one.over.end >= now - 1), steps[-1])
    bound = step.least if step.least is not None else step.most
    months = max(one.over.months for one in figures.figures)
    return None if bound is None else bound * months / step.over.months


def _with_compounding(made: Judgement, read: Read, aim: Aim | None) -> Judgement:
    """What the same change, again and again, makes of the whole."""
    if aim is None or aim.kind != "change" or aim.every not in NAMES or not aim.direction:
        return made
    if aim.every < 12 and aim.comparator != "step":
        return _with_working(made, _a_year_apart(aim)) if aim.comparator == "year" else made
    if aim.every < 12 and read.words.compounding:
        text = read.words.compounding.text
    elif aim.over.months > (aim.every or 0):
        whole = compounded(aim.number, aim.direction, every=aim.every or 12, months=aim.over.months)
        text = whole.sentence
    else:
        return made
    return _with_working(made, text)


def _a_year_apart(aim: Aim) -> str:
    """None of them is made of the one before: they do not add up."""
    name, fewer = NAMES[aim.every or YEAR], "less" if aim.direction == "down" else "more"
    much = f"{per_cent(aim.number, 1 if aim.number % 1 else 0)} {fewer}"
    return f"Each {name} {much} than the same {name} a year before makes {much} over a year."


def _with_working(made: Judgement, text: str) -> Judgement:
    return replace(made, workings=(*made.workings, ("What it adds up to", text)))
