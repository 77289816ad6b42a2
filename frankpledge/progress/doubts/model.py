"""What a doubt is looked for in, and what a doubt is. Plain values: nothing is loaded here."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal

from frankpledge.language.states import CLOSED


@dataclass(frozen=True)
class Aim:
    """The number that an outcome has to reach."""

    kind: str  # as plan.models.Target has it
    number: Decimal
    is_percent: bool = False
    printed: str = ""


@dataclass(frozen=True)
class OutcomeSaid:
    """One outcome as the answer has it, or the promise itself where it has none."""

    key: str  # the outcome's id, or 'whole'
    state: str
    label: str  # the partnership's own word for it
    is_good: bool
    name: str = ""  # 'Outcome 2'
    words: str = ""
    figure: Decimal | None = None
    of: Decimal | None = None
    aims: tuple[Aim, ...] = ()
    due: datetime.date | None = None
    # Where the figures say otherwise than this rating: one sentence.
    figures_say: str = ""

    @property
    def is_open(self) -> bool:
        return self.state not in CLOSED


@dataclass(frozen=True)
class Known:
    """What the partnership knows by name, so that nobody need be asked about it."""

    initials: frozenset[str] = frozenset()  # of people it keeps contacts of
    people: frozenset[str] = frozenset()  # full names
    abbreviations: frozenset[str] = frozenset()  # of bodies, groups and the plan's own words


@dataclass(frozen=True)
class Said:
    """One answer with what stood before it."""

    answer: int
    starts: datetime.date
    ends: datetime.date
    said_on: datetime.date
    happened: str = ""
    why: str = ""
    next_step: str = ""
    elsewhere: str = ""  # what differs by priority
    no_change: bool = False
    outcomes: tuple[OutcomeSaid, ...] = ()
    before: tuple[str, ...] = ()  # the words of earlier rounds, newest first
    known: Known = field(default_factory=Known)

    @property
    def news(self) -> str:
        """What is told of as having happened."""
        return "\n".join(part for part in (self.happened, self.elsewhere, self.why) if part)

    @property
    def all_words(self) -> str:
        return "\n".join(part for part in (self.news, self.next_step) if part)


@dataclass(frozen=True)
class Doubt:
    """Pointed out, never changed. The key is what it is settled by."""

    answer: int
    rule: str
    says: str  # follows the promise's reference: 'tells of a day outside this quarter'
    because: str = ""
    quote: str = ""
    ask: str = ""  # the question that could be sent back
    part: str = ""
    can_be_edited: bool = False  # the words for the public can be put otherwise

    @property
    def key(self) -> str:
        part = f":{self.part}" if self.part else ""
        return f"answer:{self.answer}:{self.rule}{part}"
