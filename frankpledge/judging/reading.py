"""A target as it is kept, as its printed words read, and as the coordinator said it is meant."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from frankpledge.figures.odds.targets import BY_WORD, MONTHS
from frankpledge.judging.indicators import Indicator
from frankpledge.judging.models import Meaning
from frankpledge.language import Context, Every, Question, Target, read_target
from frankpledge.language.judgeable import judged as questioned
from frankpledge.plan import models as plan

# A row holds these; the rest comes from the printed words, where they read as the same kind.
UNITS = re.compile(r"(?:every )?(?:(\d+) )?(day|night|week|month|quarter|year)s?\Z")
PER = re.compile(r"([\d,]+)\s")
QUARTER = 3
COMPARED = {"before": "the period before", "year-before": "the year before", "baseline": "baseline"}
# What a target cannot be judged without; the other questions make it better judged.
NEEDED = frozenset({"comparator", "period", "denominator"})


@dataclass(frozen=True)
class Read:
    row: plan.Target
    words: Target
    meaning: Meaning | None
    indicator: Indicator | None
    # What is still open, in words, with a suggestion.
    questions: tuple[Question, ...]

    @property
    def by_word(self) -> str:
        """Why it is left to what people say; nothing where figures can judge it."""
        if self.meaning and self.meaning.not_by_figures:
            return f"Left to what people say: {self.meaning.not_by_figures}"
        return BY_WORD.get(self.words.kind, "") or self.words.why_not

    @property
    def step_months(self) -> int | None:
        """How long each of its steps is, where it has any."""
        per = self.words.per
        return per.n * MONTHS[per.unit] if per and per.unit in MONTHS else None

    @property
    def asks_what_is_said(self) -> bool:
        """Leads answer by quarter: of a target of each year, with the quarter's or all so far."""
        return (self.step_months or 0) > QUARTER and not (self.meaning and self.meaning.said)

    @property
    def tells_so_far(self) -> bool | None:
        """Whether a lead's figure is all so far: it is, unless the target is of each quarter.

        None: of each year, where either may be meant.
        """
        if self.meaning and self.meaning.said:
            return self.meaning.said == "so-far"
        return None if self.asks_what_is_said else self.words.per is None

    @property
    def open(self) -> tuple[Question, ...]:
        return tuple(each for each in self.questions if each.code in NEEDED)


def read(
    row: plan.Target,
    meaning: Meaning | None,
    indicator: Indicator | None,
    starts: datetime.date,
    ends: datetime.date,
) -> Read:
    context = Context(plan_start=starts, plan_end=ends)
    words = questioned(_meant(_as_kept(row), meaning), context)
    asked = tuple(each for each in words.questions if not _answered(each.code, meaning, row))
    return Read(row, words, meaning, indicator, asked)


def _as_kept(row: plan.Target) -> Target:
    kind = "none" if row.kind == "unread" else row.kind.replace("-", "_")
    printed = _printed(row.printed)
    if kind == "none":
        return printed
    alike = printed.kind == kind
    known = printed if alike else Target(kind=kind, printed=row.printed)
    return replace(
        known,
        number=float(row.number) if row.number is not None else known.number,
        unit="%" if row.is_percent else known.unit or row.counts,
        what=_counted(row, known),
        direction=row.direction or known.direction,
        per=_every(row.per) or known.per,
        baseline=float(row.baseline) if row.baseline is not None else known.baseline,
        comparator=COMPARED.get(row.comparator, known.comparator),
        deadline=row.deadline or known.deadline,
        denominator=row.of or known.denominator,
        base=_base(row) or known.base,
    )


def _counted(row: plan.Target, known: Target) -> str:
    """A share says what is had by being asked for: its outcome's words say the rest."""
    share = (row.of or "have it") if row.kind == "proportion" else ""
    return row.counts or known.what or share


@lru_cache(maxsize=4096)
def _printed(text: str) -> Target:
    return read_target(text, Context()).main


def _every(text: str) -> Every | None:
    found = UNITS.match(text.strip().lower())
    if not found or found[1] == "0":
        return None
    unit = "day" if found[2] == "night" else found[2]
    return Every(int(found[1] or 1), unit)


def _base(row: plan.Target) -> float | None:
    found = PER.match(row.of) if row.kind == "rate-ceiling" else None
    return float(found[1].replace(",", "")) if found else None


def _meant(target: Target, meaning: Meaning | None) -> Target:
    if meaning is None:
        return target
    every = Every(meaning.every_months, "month") if meaning.every_months else None
    return replace(
        target,
        comparator=COMPARED.get(meaning.comparator, target.comparator),
        baseline=float(meaning.baseline) if meaning.baseline is not None else target.baseline,
        deadline=meaning.deadline or target.deadline,
        per=target.per or every,
    )


def _answered(code: str, meaning: Meaning | None, row: plan.Target) -> bool:
    compared = (meaning.comparator if meaning else "") or row.comparator
    if code == "baseline" and compared in ("before", "year-before"):
        return True  # the figures themselves go back so far, or say that they do not
    if meaning is None:
        return False
    answers = {
        "baseline": meaning.baseline is not None or meaning.baseline_from is not None,
        "cohort-size": meaning.cohort is not None,
        "denominator": bool(row.of),
        "deadline": meaning.deadline is not None,
        "about": True,  # whoever decided the rest took the number as it stands
    }
    return bool(meaning.not_by_figures) or answers.get(code, False)


def asks(
    reading: Read, suggested: Indicator | None, measured: bool, said: bool
) -> Iterator[Question]:
    """Every question still open about a target that figures could judge; the source first."""
    if reading.meaning and reading.meaning.not_by_figures:
        return
    if reading.words.kind in BY_WORD:
        return
    if reading.words.judgeable and not measured:
        named = suggested.name if suggested else ""
        yield Question(
            "indicator",
            f"Which figures show {_what(reading)}?",
            f"{named}, from {SOURCE_WORDS[suggested.source]}."
            if suggested
            else "Add an indicator of your own, or leave it to what the lead says.",
        )
    if said and reading.asks_what_is_said:
        yield Question("said", WHICH, "All of the year so far.")
    yield from reading.questions


WHICH = "Do the lead's figures count their quarter alone, or all of the year so far?"
SOURCE_WORDS = {
    "evidence": "the published police figures",
    "counts": "your own counts",
    "log": "the delivery log",
    "survey": "a survey",
    "return": "a partner's return",
    "said": "what the lead says",
}


def _what(reading: Read) -> str:
    found = reading.row.counts or reading.words.what or reading.words.unit
    return found if found and found != "%" else "this"
