"""From a target as it is meant to what figures are held against; refused in words, not guessed."""

import datetime
from dataclasses import replace

from frankpledge.figures import given
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.odds import targets
from frankpledge.figures.odds.goals import NOUGHT
from frankpledge.figures.odds.outcomes import Aim, known
from frankpledge.figures.periods import Period
from frankpledge.judging.reading import Read
from frankpledge.judging.series import Figures, month_number, months_of
from frankpledge.language import Target

YEAR = 12
UNANSWERED = "It waits for an answer: {} See the targets with a question."


def aim_of(
    reading: Read,
    figures: Figures,
    starts: datetime.date,
    ends: datetime.date,
    as_at: datetime.date,
) -> Aim:
    if reading.by_word:
        raise CannotWorkOut(reading.by_word)
    if reading.open:
        raise CannotWorkOut(UNANSWERED.format(reading.open[0].text))
    words = reading.words
    if words.kind == "change":
        return _of_change(reading, figures, starts, ends, as_at)
    over = _whole_steps(words, _until(words, starts, ends))
    people = _people(reading, figures) if words.kind == "rate_ceiling" else None
    cohort = reading.meaning.cohort if reading.meaning else None
    return targets.aim(words, over, people=people, cohort=cohort)


def _until(words: Target, starts: datetime.date, ends: datetime.date) -> Period:
    last = words.deadline or ends
    if last < starts:
        raise CannotWorkOut(
            f"Its deadline, {last.day} {last:%B} {last.year}, comes before the plan begins."
        )
    return months_of(starts, last)


def _whole_steps(words: Target, over: Period) -> Period:
    """A plan of 38 months has twelve whole quarters."""
    every = _months(words)
    if every is None or every > over.months or over.months % every == 0:
        return over
    return Period(over.start, over.months - over.months % every)


def _months(words: Target) -> int | None:
    if words.per is None or words.per.unit not in targets.MONTHS:
        return None
    return words.per.n * targets.MONTHS[words.per.unit]


def _of_change(
    reading: Read,
    figures: Figures,
    starts: datetime.date,
    ends: datetime.date,
    as_at: datetime.date,
) -> Aim:
    words, whole = reading.words, _until(reading.words, starts, ends)
    if words.reach is not None and words.unit == "count":
        return targets.aim(words, _last_year(whole))
    every = _months(words)
    over = _whole_steps(words, whole) if every else _last_year(whole)
    comparator = _comparator(words)
    if comparator == "baseline":
        start = _baseline(reading, figures, starts, as_at, every or over.months)
        return targets.aim(replace(words, baseline=start), over)
    if every and comparator == "year":
        over = _with_a_year_before(over, every, figures, as_at)
    given_number = words.baseline if every is None or every >= YEAR else None
    settled = replace(words, baseline=given_number)
    before = _before(reading, over, starts, every)
    return targets.aim(settled, over, baseline=before, comparator=comparator)


def _with_a_year_before(over: Period, every: int, figures: Figures, as_at: datetime.date) -> Period:
    """Periods further on are compared with figures that are still to come: they wait."""
    counted = known(figures.series(), as_at).counts
    if not counted:
        raise CannotWorkOut("None of its figures is known yet.")
    ahead = max(counted) + YEAR - over.start + 1
    months = min(over.months, ahead - ahead % every)
    if months < every:
        raise CannotWorkOut("The year before, which it is compared with, is not known yet.")
    return Period(over.start, months)


def _last_year(whole: Period) -> Period:
    """A change of no stated step is asked of the last year before the deadline."""
    months = min(YEAR, whole.months)
    return Period(whole.end - months + 1, months)


def _comparator(words: Target) -> str:
    said = words.comparator.lower()
    if said == "baseline" or (not said and words.baseline is not None):
        return "baseline"
    if "year" in said or "same" in said:
        return "year"
    return "step" if "before" in said or "last" in said or "previous" in said else "year"


def _before(reading: Read, over: Period, starts: datetime.date, every: int | None) -> Period | None:
    """Of one change over all: the year before the plan, or the months that were named."""
    if every is not None:
        return None
    if named := _named(reading):
        return named
    first = month_number(starts)
    back = max(YEAR, over.months) if over.months % YEAR == 0 else YEAR
    start = over.start - back * ((over.start - first) // back + 1)
    return Period(start, over.months)


def _named(reading: Read) -> Period | None:
    meaning = reading.meaning
    if meaning is None or meaning.baseline_from is None:
        return None
    return Period(month_number(meaning.baseline_from), meaning.baseline_months or YEAR)


def _baseline(
    reading: Read, figures: Figures, starts: datetime.date, as_at: datetime.date, months: int
) -> float:
    """Brought to the length of what it is compared with: a year's count is four quarters'."""
    if reading.words.baseline is not None:
        length = reading.meaning.baseline_months if reading.meaning else None
        return _sound(reading.words.baseline) * months / (length or max(months, YEAR))
    over = _named(reading) or Period(month_number(starts) - YEAR, YEAR)
    counted = known(figures.series(), as_at).sum(over)
    return _sound(counted) * months / over.months


def _sound(start: float) -> float:
    if given.finite(start) == 0:
        raise CannotWorkOut(NOUGHT)
    if start < 0:
        raise CannotWorkOut(f"{start:g} is not a baseline: a count is nought or more.")
    return start


def _people(reading: Read, figures: Figures) -> int:
    meant = reading.meaning.people if reading.meaning else None
    homes = any(word in reading.row.of.lower() for word in ("home", "household", "dwelling"))
    found = meant or (figures.households if homes else figures.residents)
    if not found:
        wanted = "homes" if homes else "people"
        raise CannotWorkOut(f"A rate needs to know how many {wanted} there are: say so.")
    return found
