"""What people fear beside what happens: both as they were asked, and what follows from neither."""

from dataclasses import dataclass

from frankpledge.figures.rates import Rate
from frankpledge.figures.shares import Share
from frankpledge.figures.wording import number, per_cent, rate_places


@dataclass(frozen=True)
class Said:
    """So many of those who were asked gave the answers that are counted."""

    counted: str  # as it ends a sentence: 'are worried about burglary'
    question: str
    asked_of: str
    when: str
    share: Share

    @property
    def short(self) -> str:
        return f"{per_cent(100 * self.share.share)} {self.counted}"

    @property
    def base(self) -> str:
        one = self.share
        return (
            f"{number(one.part)} of {number(one.whole)} asked, {self.when}; "
            f"{number(100 * one.low)} to {per_cent(100 * one.high)} with what chance leaves open"
        )


@dataclass(frozen=True)
class Counted:
    """So many were counted, by the police or a partner, in a place and a time."""

    counted: str  # 'burglaries were recorded'
    source: str
    when: str
    rate: Rate

    @property
    def short(self) -> str:
        rate = self.rate
        every = number(rate.rate, rate_places(rate.rate))
        return f"{every} {self.counted} for every {number(rate.per)} {rate.of}"

    @property
    def base(self) -> str:
        rate, places = self.rate, rate_places(self.rate.rate)
        return (
            f"{number(rate.count)} in {number(rate.people)} {rate.of}, {self.when}; "
            f"{number(rate.low, places)} to {number(rate.high, places)} with what chance leaves "
            "open"
        )


@dataclass(frozen=True)
class Beside:
    sentence: str
    # What can be concluded, and what cannot.
    can: tuple[str, ...]
    cannot: tuple[str, ...]


NOT_LIKE = (
    "How common the worry is, and how much is counted. The one is a share of people and the other "
    "a count of what was reported: neither is more or less than the other."
)
UNFOUNDED = (
    "Whether the worry is unfounded. It may be about others, about what may come, or about how "
    "bad it would be."
)
NOT_PEOPLE = (
    "How many people it happened to: one may be counted twice, and not all of it is reported."
)
NO_CAUSE = "Whether one has led to the other."
NO_CHANGE = "Whether either has changed: that needs the same question asked again."


def beside(fear: Said, happens: Said | Counted) -> Beside:
    both = f"{fear.short}; {happens.short}."
    if isinstance(happens, Counted):
        return Beside(both, (NOT_LIKE,), (UNFOUNDED, NOT_PEOPLE, NO_CAUSE, NO_CHANGE))
    apart = () if _together(fear, happens) else (_not_together(fear, happens),)
    return Beside(both, (_of_shares(fear, happens),), (UNFOUNDED, *apart, NO_CAUSE, NO_CHANGE))


def _together(fear: Said, happens: Said) -> bool:
    return (fear.asked_of, fear.when) == (happens.asked_of, happens.when)


def _not_together(fear: Said, happens: Said) -> str:
    return (
        "What the same people would have said to both: they were not asked together "
        f"({_group(fear)}; {_group(happens)})."
    )


def _group(said: Said) -> str:
    return ", ".join(filter(None, (said.asked_of, said.when)))


def _of_shares(fear: Said, happens: Said) -> str:
    if fear.share.low > happens.share.high:
        times = fear.share.share / happens.share.share if happens.share.part else None
        said = "More people say the first than the second, by more than chance explains"
        # A ratio of few is a number that chance has made.
        if times is not None and happens.share.part >= 10 and times >= 2:
            return f"{said}: about {number(times)} times as many."
        return f"{said}."
    if fear.share.high < happens.share.low:
        return "Fewer people say the first than the second, by more than chance explains."
    return "Which of the two is said more often cannot be told: chance explains the difference."
