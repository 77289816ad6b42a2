"""Noun phrases in a statement: what is counted, and out of whom."""

from frankpledge.language.clauses import trimmed
from frankpledge.language.quantities import Quantity, quantity_at
from frankpledge.language.target_words import (
    LINK,
    NOT_COUNTED_AFTER,
    NOT_COUNTED_BEFORE,
    STOP,
    participle,
    plural,
)
from frankpledge.language.tokens import Line

REACH = 7
ONE_NOT_COUNTED = frozenset(["of", "to", "another", "stop", "off", "-", "hour"])


def quantities(line: Line) -> list[Quantity]:
    found: list[Quantity] = []
    at = 0
    while at < len(line):
        hit = quantity_at(line, at) if not _name(line, at) and not _place(line, at) else None
        if hit:
            found.append(hit)
        at = max(hit.last, at + 1) if hit else at + 1
    return found


def _name(line: Line, at: int) -> bool:
    """Priority 3, NI 16, 24/7: numbers that name and do not count."""
    if line[at].kind != "number":
        return False
    before, after = line.word(at - 1), line[at + 1]
    if before in NOT_COUNTED_BEFORE - {"the", "of", "since", "form", "group", "pre"}:
        return True
    return after.text == "/" or (before == "/" and line[at - 2].kind == "number")


def _place(line: Line, at: int) -> bool:
    """The top half, the best three: a place among others and no amount."""
    return line.word(at - 1) in {"top", "bottom", "best", "worst", "upper", "lower"}


def of_money(line: Line, found: Quantity) -> bool:
    return any(line.word(at) in {"£", "€", "$"} for at in range(found.first - 1, found.last))


def counts(line: Line, found: Quantity) -> bool:
    """Whether a number counts things to be done, and is not an age, a name or a total."""
    if found.percent or found.base is not None:
        return False
    before, after = line.word(found.first - 1), line.word(found.last)
    if of_money(line, found):
        return True
    named = before in NOT_COUNTED_BEFORE and not found.said
    idiom = line.word(found.first) == "one" and after in ONE_NOT_COUNTED
    quick = before == "within" or after in {"hour", "hours", "hrs", "minute", "minutes", "mins"}
    if named or idiom or quick or after in NOT_COUNTED_AFTER:
        return False
    return _has_things(line, found)


def _has_things(line: Line, found: Quantity) -> bool:
    """Whether something that can be counted follows the number."""
    if found.said:
        return line[found.last].kind != "sign" or line.word(found.last) in {'"', "(", "'"}
    if found.value == 1:
        opens = found.first <= 1 or not _prepositional(line, found)
        return opens and line[found.last].kind == "word"
    ahead = range(found.last, found.last + REACH)
    return any(line[at].kind == "word" and plural(line.word(at)) for at in ahead)


def _prepositional(line: Line, found: Quantity) -> bool:
    return line.word(found.first - 1) in {"in", "at", "on", "from", "as", "with", "into", "through"}


def counted(line: Line, after: int, value: float) -> str:
    """The thing counted: words up to the verb or preposition that follows it."""
    while line.word(after) in {"x", "no", "nr", "."} and after < len(line):
        after += 1
    at, full = after, False
    while at < len(line) and at < after + 12:
        token = line[at]
        word = token.text
        if token.kind not in {"word", "number"} and word not in LINK | {"-"}:
            break
        compound = line.glued(at) and (word == "-" or line.word(at - 1) == "-")
        if word in STOP and not compound:
            break
        if full and (participle(word) or word in {"that", "are", "is", "were", "be", "will"}):
            break
        full = full or plural(word) or (value == 1 and token.kind == "word" and word not in LINK)
        at += 1
    return trimmed(line, after, at)


def cohort(line: Line, after: int) -> tuple[str, str]:
    """Who a proportion is of, and what they are to do: "of" has been passed."""
    at, full = after, False
    while at < len(line) and at < after + 14:
        word = line.word(at)
        if line[at].kind in {"sign", "break"} and word not in LINK | {"-"}:
            break
        if word in {"to", "who", "that", "which"} and not line[at + 1].capital:
            break
        if full and _verb_follows(line, at):
            break
        full = full or plural(word)
        at += 1
    return trimmed(line, after, at), trimmed(line, at, len(line))


def _verb_follows(line: Line, at: int) -> bool:
    word = line.word(at)
    if word in LINK | {"for", "in", "at", "with", "on", "from", "under", "aged", "by", "to"}:
        return False
    before = line.word(at - 1)
    return (
        before not in LINK
        and before not in {"for", "in", "to", "at", "with"}
        and not line[at].capital
    )
