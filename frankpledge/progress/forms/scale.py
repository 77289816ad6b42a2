"""How an outcome is going, in the words of the scale, and found again in what people type. Pure."""

import difflib
import re

from frankpledge.language.states import REPORTABLE, State
from frankpledge.partnership.models import Rating

FIXED = [state for state in REPORTABLE if state != State.NOT_STATED]
ALIKE = 0.8


def choices(scale: list[Rating]) -> dict[str, str]:
    """Value to words: the partnership's own scale, the fixed states where it has none."""
    if scale:
        return {f"rating-{one.pk}": one.label for one in scale}
    return {f"state-{state}": state.words for state in FIXED}


def value_of(typed: str, words: dict[str, str]) -> str:
    """The choice that these words mean: in any case, near enough in spelling. Else nothing."""
    by_words = {folded(label): value for value, label in words.items()}
    said = folded(typed)
    if said in by_words:
        return by_words[said]
    begins = [value for label, value in by_words.items() if len(said) > 2 and _begins(label, said)]
    if len(begins) == 1:
        return begins[0]
    near = difflib.get_close_matches(said, by_words, n=2, cutoff=ALIKE)
    return by_words[near[0]] if len(near) == 1 else ""


def _begins(label: str, said: str) -> bool:
    return label.startswith(f"{said} ") or said.startswith(f"{label} ")


def folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
