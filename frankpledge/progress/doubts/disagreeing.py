"""The rating says one thing and the words another."""

import re
from collections.abc import Iterator, Sequence

from frankpledge.language.sentences import found, is_denied, quoted, sentences
from frankpledge.language.states import State
from frankpledge.progress.doubts.model import Doubt, OutcomeSaid, Said

RULE = "rating-and-words"
_TROUBLE = re.compile(
    r"\b(?:stalled|on hold|abandoned|suspended|behind schedule|running late|no progress|"
    r"(?:has|have|had|was|were|did)(?: not|n't) (?:yet )?(?:been )?"
    r"(?:start|started|begun|addressed|happen|happened|taken place|possible|able)|"
    r"not (?:yet )?(?:started|begun|been addressed)|"
    r"postponed|scaled down|unable to|no funding|lost (?:our|the|its) funding|"
    r"(?:staff\w*|resourc\w*|budget) (?:pressures?|shortages?|cuts?)|"
    r"move to strike|strike from the (?:action )?plan|fell short|fallen short|"
    r"(?:project|action|delivery|outcome|target|this|it) (?:is|are|remains) at risk|"
    r"only (?:one|two|three|\d+) (?:\w+ ){1,2}(?:held|delivered|completed|visited))\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:again|resumed|resolved|recovered|overcome|no longer|back on|restored|"
    r"reinstated|rearranged|rescheduled|has since)\b",
    re.IGNORECASE,
)
_BEGUN = re.compile(
    r"\b(?:started|begun|began|under ?way|launched|completed|delivered|took place|"
    r"was held|were held|has been held|finished|achieved|distributed|ongoing)\b",
    re.IGNORECASE,
)
_GOING_WELL = re.compile(
    r"\b(?:on track|going well|ahead of (?:schedule|target)|exceeded|fully (?:met|delivered)|"
    r"achieved in full|target (?:was |has been )?met|completed on time)\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"\b(?:not yet|still to (?:be|come|do|go)|is pending|are pending|remains? to be|"
    r"to be completed|awaiting|incomplete)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|to be|planned|due|expected|scheduled|should|once|when|if|until|before|"
    r"intend\w*|aim\w*|hop\w*|to start|not)\b",
    re.IGNORECASE,
)
_RATE = re.compile(r"\b(?:success|take-?up|completion|response|detection) rates?\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
_SMALL_WORDS = (
    "that this with from have been were will they their which when where each this year quarter "
    "and for the all any every made more than into over under least most about through"
)
_COMMON = frozenset(_SMALL_WORDS.split())


def disagreements(said: Said) -> Iterator[Doubt]:
    lines = list(sentences(said.news))
    first = next(_found(said, lines), None)
    if first:
        yield first
    without = next((one for one in lines if _RATE.search(one) and not _NUMBER.search(one)), "")
    if without and not any(one.figure is not None for one in said.outcomes):
        yield Doubt(
            said.answer,
            "rate-without-figure",
            "speaks of a rate and gives no figure",
            quote=quoted(without),
            ask="What was the rate: how many, of how many?",
        )


def _found(said: Said, lines: Sequence[str]) -> Iterator[Doubt]:
    for line in lines:
        for outcome in said.outcomes:
            says = _says(outcome, line)
            if says and (_all_alike(said.outcomes, outcome) or _speaks_of(line, outcome)):
                yield _doubt(said, outcome, line, says)


def _says(outcome: OutcomeSaid, line: str) -> str:
    """How the sentence reads, where that is not how it is rated."""
    if outcome.state in (State.NOT_STARTED, State.PLANNED):
        begun = found(_BEGUN, line)
        return "as begun" if begun and not _TO_COME.search(line) else ""
    if outcome.state == State.COMPLETE:
        return "as unfinished" if found(_UNFINISHED, line) or _in_trouble(line) else ""
    if outcome.is_good:
        return "as in trouble" if _in_trouble(line) else ""
    if outcome.state in (State.BLOCKED, State.DELAYED):
        return "as going well" if found(_GOING_WELL, line) else ""
    return ""


def _in_trouble(line: str) -> bool:
    trouble = _TROUBLE.search(line)
    return bool(trouble) and not _OVER.search(line) and not _denied(line, trouble)


def _denied(line: str, trouble: re.Match[str] | None) -> bool:
    return trouble is not None and is_denied(line, trouble.start())


def _all_alike(outcomes: Sequence[OutcomeSaid], one: OutcomeSaid) -> bool:
    """Words speak of all of them at once. Where those differ, it is of the one they name."""
    rest = [other for other in outcomes if other is not one]
    if one.state in (State.NOT_STARTED, State.PLANNED):
        return all(other.state in (State.NOT_STARTED, State.PLANNED) for other in rest)
    return all(other.is_good == one.is_good and other.is_open == one.is_open for other in rest)


def _speaks_of(line: str, outcome: OutcomeSaid) -> bool:
    return bool(_telling(line) & _telling(outcome.words))


def _telling(text: str) -> set[str]:
    return {word for word in re.findall(r"\w{4,}", text.lower()) if word not in _COMMON}


def _doubt(said: Said, outcome: OutcomeSaid, line: str, says: str) -> Doubt:
    which = f"{outcome.name} is" if outcome.name and len(said.outcomes) > 1 else "It is"
    return Doubt(
        said.answer,
        RULE,
        f"is rated {outcome.label.lower()}, and its words read {says}",
        because=f"{which} rated {outcome.label}.",
        quote=quoted(line),
        ask=f"You rated this {outcome.label.lower()}, and your words read {says}. Which is right?",
    )
