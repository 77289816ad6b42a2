"""What a form tells beside each question: the promise, the outcome, what was said last time."""

from frankpledge.plan.saying import figure_in_words
from frankpledge.progress.queries.replying import ItemHere, OutcomeHere

LONGEST = 30_000  # a cell takes 32,767 letters


def told(here: ItemHere, one: OutcomeHere, *, is_first: bool) -> dict[str, str]:
    words = here.last_words.words if here.last_words and is_first else ""
    return {
        "ref": here.action.ref,
        "promise": cut(here.action.words),
        "outcome": cut(outcome_words(one)),
        "last": last_time(one),
        "last_words": cut(words),
    }


def outcome_words(one: OutcomeHere) -> str:
    if one.outcome is None:
        return "The promise as a whole"
    number = one.outcome.number or one.outcome.order
    return f"{number}. {one.outcome.words}"


def last_time(one: OutcomeHere) -> str:
    if one.last is None:
        return ""
    label = one.last.rating.label if one.last.rating else one.last.get_state_display()
    figure = figure_in_words(one.last)
    return f"{label}, {figure}" if figure else label


def cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"
