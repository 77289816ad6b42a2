"""What goes out: the document's own words where a row is what it was, else the row's. Pure."""

from typing import Any

Entry = dict[str, Any]
GONE = object()


def merged(said: Entry, was: Entry, now: Entry) -> Entry:
    """Field by field, in the document's order; what was added since comes last."""
    found: Entry = {}
    for name in [*said, *(each for each in now if each not in said)]:
        value = _field(said.get(name, GONE), was.get(name, GONE), now.get(name, GONE))
        if value is not GONE:
            found[name] = value
    return found


def _field(said: Any, was: Any, now: Any) -> Any:
    if now == was:
        return said
    if isinstance(said, dict) and isinstance(was, dict) and isinstance(now, dict):
        return merged(said, was, now)
    return now
