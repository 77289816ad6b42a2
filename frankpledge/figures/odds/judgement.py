"""What is said of an outcome at a date, with the steps by which it was worked out."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from frankpledge.figures.wording import capital

Verdict = Literal[
    "met",
    "not met",
    "on course",
    "off course",
    "too early to say",
    "not enough data",
    "not judgeable",
]
DECIDED = frozenset(("met", "not met"))


@dataclass(frozen=True)
class Judgement:
    what: str
    verdict: Verdict
    # One sentence: why it cannot be judged, or what it rests on.
    why: str
    # So far, with the range that chance leaves open.
    observed: float | None = None
    low: float | None = None
    high: float | None = None
    # None where none can be given, and where its kind is said in words only.
    odds: float | None = None
    odds_words: str = ""
    # What chance alone would make of the change so far.
    against_chance: str = ""
    workings: tuple[tuple[str, str], ...] = ()
    model: str = ""
    parameters: Mapping[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        said = f"{capital(self.what)}: {self.verdict}."
        if self.odds_words:
            said += f" Odds of meeting it: {self.odds_words}."
        return f"{said} {self.why}".strip()

    def to_dict(self) -> dict[str, Any]:
        made = asdict(self)
        made["workings"] = [list(each) for each in self.workings]
        return {**made, "notes": list(self.notes), "sentence": self.sentence}


def unjudged(what: str, why: str, notes: tuple[str, ...] = ()) -> Judgement:
    return Judgement(what, "not judgeable", why, notes=notes)
