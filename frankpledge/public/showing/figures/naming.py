"""Whether a promise names a place, in words that were published."""

import re
from typing import Any

Doc = dict[str, Any]


def naming(action: Doc, name: str) -> bool:
    """As a whole word, written as a name is: a harbour wall is no ward of Harbour."""
    wanted = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return any(wanted.search(words) for words in _words(action))


def _words(action: Doc) -> list[str]:
    own = [action.get("words"), action.get("aim"), *action.get("points", [])]
    outcomes = [outcome.get("words") for outcome in action.get("outcomes", [])]
    return [words for words in (*own, *outcomes) if isinstance(words, str)]
