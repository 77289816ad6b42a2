"""What a reading of a target consists of."""

from dataclasses import dataclass
from datetime import date

from frankpledge.language.anchors import Anchor
from frankpledge.language.meanings import Every, Finding, Meaning, Question

UP_TO = Finding("up-to", "'Up to' sets a limit and no least number. Is it the aim or the most?")


@dataclass(frozen=True)
class HiddenDate(Meaning):
    """A time named in the words of a target."""

    printed: str
    kind: str
    start: date | None
    end: date | None
    role: str


@dataclass(frozen=True)
class Compounding(Meaning):
    """What the same change, period after period, makes of a year."""

    steps: int
    a_year: float
    text: str


@dataclass(frozen=True)
class Target(Meaning):
    kind: str
    printed: str
    number: float | None = None
    upper: float | None = None
    strict: bool = False
    approximate: bool = False
    unit: str = ""
    what: str = ""
    direction: str = ""
    per: Every | None = None
    baseline: float | None = None
    reach: float | None = None
    comparator: str = ""
    deadline: date | None = None
    denominator: str = ""
    base: float | None = None
    group: str = ""
    refers_to: str = ""
    actual: str = ""
    condition: str = ""
    hidden_dates: tuple[HiddenDate, ...] = ()
    judgeable: bool = False
    why_not: str = ""
    questions: tuple[Question, ...] = ()
    compounding: Compounding | None = None
    findings: tuple[Finding, ...] = ()


# A number says more than a date, a date more than a direction.
RANK = {
    "count_at_least": 0,
    "count_exactly": 0,
    "count_at_most": 0,
    "proportion": 0,
    "change": 0,
    "rate_ceiling": 0,
    "attendance": 1,
    "recurring": 1,
    "milestone": 2,
    "unnumbered": 3,
    "reference": 4,
    "direction": 5,
    "none": 6,
}


@dataclass(frozen=True)
class TargetReading(Meaning):
    printed: str
    targets: tuple[Target, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def main(self) -> Target:
        return min(self.targets, key=lambda target: (RANK[target.kind], not target.judgeable))

    @property
    def kind(self) -> str:
        return self.main.kind

    @property
    def judgeable(self) -> bool:
        return self.main.judgeable


def hidden_date(anchor: Anchor) -> HiddenDate:
    return HiddenDate(anchor.printed, anchor.kind, anchor.start, anchor.end, anchor.role)
