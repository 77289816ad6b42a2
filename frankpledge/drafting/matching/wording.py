"""What was changed in a text, in words."""

from difflib import SequenceMatcher

Piece = tuple[str, str]  # same, added or removed; the words
LONGEST = 1500


def changed_words(old: str, new: str) -> list[Piece]:
    """The new text with what was removed between, piece by piece."""
    before, after = old.split(), new.split()
    if before == after:
        return [("same", " ".join(after))] if after else []
    if len(before) > LONGEST or len(after) > LONGEST:
        return _pieces([("removed", before), ("added", after)])
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    found: list[tuple[str, list[str]]] = []
    for tag, from_old, to_old, from_new, to_new in matcher.get_opcodes():
        if tag == "equal":
            found.append(("same", after[from_new:to_new]))
        else:
            found += [("removed", before[from_old:to_old]), ("added", after[from_new:to_new])]
    return _pieces(found)


def _pieces(found: list[tuple[str, list[str]]]) -> list[Piece]:
    return [(what, " ".join(words)) for what, words in found if words]
