"""Sentences of the evidence pages that put several figures together."""

from dataclasses import dataclass

from frankpledge.evidence.queries.screens import Count, Kind
from frankpledge.figures.change import Change
from frankpledge.figures.periods import Period
from frankpledge.figures.wording import number

SMALL = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class Finding:
    """A change that chance does not explain, as it stands at the top of a page."""

    kind: Kind
    title: str
    says: str
    way: str  # up or down, for its mark


def lede(kinds: tuple[Kind, ...], year: Period) -> str:
    clear = [each.change for each in kinds if each.change and each.change.clear]
    months = f"All are for {_span(year)}."
    looked = f"Of {len(kinds)} types looked at,"
    if not clear:
        return f"{looked} none changed by more than chance explains. {months}"
    rose = sum(each.difference > 0 for each in clear)
    fell = len(clear) - rose
    ways = [f"{said(rose)} rose"] * bool(rose) + [f"{said(fell)} fell"] * bool(fell)
    return (
        f"{looked} {said(len(clear))} changed by more than chance explains: {_and(ways)}. {months}"
    )


def not_compared(why: str) -> str:
    return f"Nothing is compared with the year before. {why}" if why else ""


def findings(kinds: tuple[Kind, ...], year: Period) -> list[Finding]:
    return [
        _finding(each, each.change, year) for each in kinds if each.change and each.change.clear
    ]


def _finding(kind: Kind, change: Change, year: Period) -> Finding:
    rose = change.difference > 0
    verb = "rose" if rose else "fell"
    title = f"{kind.name} {verb} by {abs(change.difference):,}, to {change.after:,}"
    return Finding(kind, title, beside(change, year), "up" if rose else "down")


def beside(change: Change, year: Period) -> str:
    """343 in the twelve months to August 2026, beside 297 before: 15 % more. Chance alone ..."""
    said_so = f"{change.after:,} in {_span(year)}, beside {change.before:,} in those before"
    if change.percent is not None and change.difference:
        more = "more" if change.difference > 0 else "fewer"
        said_so += f": {abs(change.percent):.0f} % {more}"
    explained = change.sentence.partition(". ")[2]
    return f"{said_so}. {explained}"


def counted(total: Count | None, year: Period) -> str:
    """24 in January 2021, 1.6 per 1,000 people; where there is no year before to stand beside."""
    if total is None:
        return f"None in {_months(year)}."
    rate = f", {number(total.rate.rate, 1)} per 1,000 people" if total.rate else ""
    return f"{total.count:,} in {_months(year)}{rate}. It is not compared with the year before."


def _months(year: Period) -> str:
    return _span(year) if year.months == 12 else year.words


def said(many: int) -> str:
    return SMALL[many] if many < len(SMALL) else f"{many:,}"


def _and(parts: list[str]) -> str:
    return ", ".join(parts)


def _span(year: Period) -> str:
    last = Period(year.end).words
    return f"the {said(year.months) if year.months != 12 else 'twelve'} months to {last}"
