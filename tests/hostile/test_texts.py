"""What people type is made fit to keep, whatever it is, or refused in words."""

import pytest
from django.core.exceptions import ValidationError

from frankpledge.ui.forms.typed import tidy

NOTHING = ["   ", "\u200b\u200b", "\u2060 \ufeff", "\u3164", "\u2800", "\u00ad", "\u0301", "\t\n"]
NEEDED = {
    "joiner in emoji": "\U0001f469\U0001f3fd\u200d\U0001f692",
    "non-joiner in Persian": "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "joiner in Hindi": "\u092c\u094d\u200d",
    "two marks in Vietnamese": "\u1ec6",
    "soft hyphen": "co\u00adop",
}


@pytest.mark.parametrize("text", NOTHING, ids=ascii)
def test_words_of_which_nothing_is_seen_are_none(text: str) -> None:
    assert tidy(text, lines=True) == ""


@pytest.mark.parametrize("text", NEEDED.values(), ids=NEEDED)
def test_signs_that_a_script_needs_are_kept(text: str) -> None:
    assert tidy(text, lines=False) == text


@pytest.mark.parametrize("mark", ["\u0301", "\u0489", "\u20dd"], ids=ascii)
def test_a_flood_of_marks_is_refused(mark: str) -> None:
    with pytest.raises(ValidationError, match="too many marks after ‘Zalg"):
        tidy(f"Zalgo{mark * 40}", lines=False)
