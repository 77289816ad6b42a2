"""Where what people say and what figures say do not go together: a sentence, never a score."""

from frankpledge.figures.odds.judgement import Judgement
from frankpledge.language.states import CLOSED, DECIDED, TO_COME

# Odds that nobody would call on track, and those that nobody would call stuck.
SLIM, GOOD = 0.1, 0.9
SAYS = "The lead says"


def disagreement_of(label: str, *, is_good: bool, state: str, judgement: Judgement) -> str:
    """Nothing where they agree, where nothing is said, or where figures cannot say."""
    if state in TO_COME | DECIDED:
        return ""
    if is_good:
        return _too_good(label, state, judgement)
    return _too_bad(label, judgement)


def _too_good(label: str, state: str, judgement: Judgement) -> str:
    if judgement.verdict == "not met":
        return _against(label, "the target is not met")
    if judgement.odds is not None and judgement.odds < SLIM:
        return _odds(label, judgement)
    if state in CLOSED and judgement.verdict == "off course":
        return _against(label, "the target is off course")
    return ""


def _too_bad(label: str, judgement: Judgement) -> str:
    if judgement.verdict == "met":
        return _against(label, "the target is met")
    if judgement.odds is not None and judgement.odds > GOOD:
        return _odds(label, judgement)
    return ""


def _against(label: str, figures_say: str) -> str:
    return f"{SAYS} {label.lower()}; by the figures {figures_say}."


def _odds(label: str, judgement: Judgement) -> str:
    return f"{SAYS} {label.lower()}; the odds of meeting the target: {judgement.odds_words}."


def asked_of_lead(disagreement: str) -> str:
    """What is asked beside the outcome in the next round."""
    said = disagreement.replace(SAYS, "Last time this was rated", 1)
    return f"{said} Say which is right, and why." if said else ""
