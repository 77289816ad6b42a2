"""A time as it is written ("July", "autumn 2010", "Q1"), and the days that it means."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from frankpledge.language import calendar
from frankpledge.language.calendar import Stretch
from frankpledge.language.context import Context
from frankpledge.language.meanings import Finding, Period
from frankpledge.language.vocabulary import MONTH_NAMES


@dataclass(frozen=True, slots=True)
class Ref:
    unit: str
    number: int = 0
    day: int = 0
    name: str = ""
    other: str = ""
    year: int | None = None
    last: int | None = None
    edge: str = ""
    doubt: str = ""

    @property
    def dated(self) -> bool:
        return self.year is not None or self.unit == "plan"


SCHOOL = {
    "term": "terms differ from place",
    "break": "holidays differ from place",
    "school_year": "years differ from place",
}
Days = Callable[[Ref, int, Context], Stretch | None]


def resolve(ref: Ref, context: Context) -> Period:
    """The days a written time means, with what was assumed to know them."""
    if ref.unit == "plan":
        return _in_plan(ref, context)
    doubts = (Finding("ambiguous", ref.doubt),) if ref.doubt else ()
    candidates = [
        (year, found) for year in _years(ref, context) if (found := _days(ref, year, context))
    ]
    if not candidates:
        return Period(None, None, ref.unit, (*doubts, _why_undated(ref)))
    year, stretch = _best(candidates, ref, context)
    findings = (*doubts, *_assumptions(ref, year, context))
    start, end = calendar.part(stretch, ref.edge)
    return Period(start, end, ref.unit, findings)


def _years(ref: Ref, context: Context) -> Iterator[int]:
    if ref.year is not None:
        yield ref.year
        if ref.last is not None and ref.unit not in {"years", "financial_year"}:
            yield from range(ref.year + 1, ref.last + 1)
    elif context.plan:
        yield from range(context.plan[0].year - 1, min(context.plan[1].year, 2200) + 1)


def _best(candidates: list[tuple[int, Stretch]], ref: Ref, context: Context) -> tuple[int, Stretch]:
    """The candidate with most days in the plan, or in the financial year that was written."""
    frame = context.plan
    if ref.last is not None and ref.year is not None:
        frame = _financial(ref.year, 1, context)
    if frame is None or len(candidates) == 1:
        return candidates[0]
    bounds = frame
    return max(candidates, key=lambda pair: calendar.overlap(pair[1], bounds))


def _days(ref: Ref, year: int, context: Context) -> Stretch | None:
    return DAYS[ref.unit](ref, year, context) if 1900 <= year <= 2200 else None


def _day(ref: Ref, year: int, _context: Context) -> Stretch | None:
    found = calendar.day(year, ref.number, ref.day)
    return (found, found) if found else None


def _months(count: int) -> Days:
    """Quarters and halves, counted from the month in which the year begins."""

    def days(ref: Ref, year: int, context: Context) -> Stretch:
        return calendar.months(year, context.year_start_month + count * (ref.number - 1), count)

    return days


def _season(name: str, year: int, context: Context) -> Stretch | None:
    bounds = context.seasons.get(name)
    return calendar.months(year, *bounds) if bounds else None


def _season_pair(ref: Ref, year: int, context: Context) -> Stretch | None:
    first, second = _season(ref.name, year, context), _season(ref.other, year, context)
    if first is None or second is None:
        return None
    if second[0] < first[0]:
        second = _season(ref.other, year + 1, context) or second
    return first[0], second[1]


def _financial(year: int, count: int, context: Context) -> Stretch:
    return calendar.months(year, context.year_start_month, 12 * max(count, 1))


def _assumptions(ref: Ref, year: int, context: Context) -> Iterator[Finding]:
    if ref.year is None:
        yield Finding("year-assumed", f"No year is given; read as falling in {year}.")
    if ref.unit == "season" and ref.name == "winter" and ref.last is None:
        yield Finding("ambiguous", f"Winter runs into the next year; read as that of late {year}.")
    if ref.unit in SCHOOL:
        yield Finding("ambiguous", f"School {SCHOOL[ref.unit]} to place; check the dates.")
    if ref.unit == "years":
        month = MONTH_NAMES[context.year_start_month - 1]
        yield Finding("ambiguous", f"Read as whole years that begin in {month}.")


def _why_undated(ref: Ref) -> Finding:
    if ref.unit == "day" and (ref.year is not None or not 1 <= ref.day <= 31):
        month = MONTH_NAMES[ref.number - 1] if 1 <= ref.number <= 12 else f"month {ref.number}"
        return Finding(
            "impossible", f"There is no {ref.day} {month} {ref.year or ''}".rstrip() + "."
        )
    return Finding("no-year", "No year is given, and the plan's own dates are not known.")


def _in_plan(ref: Ref, context: Context) -> Period:
    """Times that only the plan's period can date: this year, year two, the end of the plan."""
    plan = context.plan
    if plan is None:
        finding = Finding("no-plan", "This depends on the plan's dates, which are not known.")
        return Period(None, None, "plan_year", (finding,))
    stretch, findings = _plan_stretch(ref, plan, context)
    start, end = calendar.part(stretch, ref.edge)
    return Period(start, end, "plan_year", findings)


def _plan_stretch(ref: Ref, plan: Stretch, context: Context) -> tuple[Stretch, tuple[Finding, ...]]:
    if ref.name == "whole":
        return plan, ()
    first = calendar.later(plan[0], 1, "year") or plan[1]
    if ref.name == "year" and first < plan[1]:
        doubt = Finding("ambiguous", "The plan runs over several years; read as its first.")
        return (plan[0], first), (doubt,)
    if ref.name == "year":
        return plan, ()
    if ref.name == "next":
        start = min(plan[1], date(2200, 1, 1)) + calendar.ONE_DAY
        return (start, calendar.later(start, 1, "year") or start), ()
    if ref.name == "last":
        end = plan[0] - calendar.ONE_DAY
        start = replace_year(plan[0], plan[0].year - 1)
        return (start, end), ()
    start = replace_year(plan[0], plan[0].year + ref.number - 1)
    return (start, calendar.later(start, 1, "year") or start), ()


def replace_year(day: date, year: int) -> date:
    return calendar.day(max(1, min(year, 9998)), day.month, day.day) or date(year, 2, 28)


def with_year(ref: Ref, source: Ref) -> Ref:
    return replace(ref, year=source.year, last=source.last)


DAYS: dict[str, Days] = {
    "day": _day,
    "month": lambda ref, year, _: calendar.months(year, ref.number, 1),
    "season": lambda ref, year, context: _season(ref.name, year, context),
    "seasons": _season_pair,
    "term": lambda ref, year, _: calendar.months(year, *calendar.TERMS[ref.name]),
    "break": lambda ref, year, _: calendar.school_break(ref.name, year),
    "school_year": lambda _, year, __: calendar.months(year, 9, 12),
    "quarter": _months(3),
    "half": _months(6),
    "financial_year": lambda _, year, context: _financial(year, 1, context),
    "years": lambda ref, year, context: _financial(year, (ref.last or year) - year, context),
    "event": lambda ref, year, _: calendar.event(ref.name, year),
    "year": lambda _ref, year, _: (date(year, 1, 1), date(year, 12, 31)),
}
