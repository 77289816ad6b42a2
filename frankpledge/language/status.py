"""How it stands: the words of a status column read into a state, a colour and a reason."""

import re
from dataclasses import dataclass

from frankpledge.language.meanings import Meaning
from frankpledge.language.states import State
from frankpledge.language.status_words import RULES
from frankpledge.language.tokens import DASHES, LONGEST_READ

NUMBER = re.compile(r"\A\s*\(?([0-9]{1,3})(?:[.)]+(?![0-9])|:|\s*\Z)\s*")
COLOURS = ("red", "amber", "green", "blue", "grey")
COLOUR_WORDS = {"yellow": "amber", "orange": "amber", "gray": "grey"} | {c: c for c in COLOURS}
COLOUR = re.compile(
    r"\A\W*(?:(?:b?rag|status|rating|rated|currently|now|still)\b[\s:=-]*){0,3}"
    r"(red|amber|green|blue|gr[ae]y|yellow|orange)\b"
    r"(?!\s+(?!and\b|but\b|due\b|as\b|rated\b|status\b|now\b)[a-z])",
    re.I,
)
LETTER = re.compile(r"\A\W*(?:(?:b?rag|status|rating)\s*[:=-]\s*)?([RAGB])\W*\Z")
LETTERS = {"R": "red", "A": "amber", "G": "green", "B": "blue"}
REASON = re.compile(
    r"\s*(?:\bdue to\b|\bbecause(?: of)?\b|\bowing to\b|\bas a result of\b|\bpending\b|"
    r"\bawaiting\b|"
    r"\buntil\b|\bsubject to\b|\bshould\b|\bas\b(?= (?:the|no|funding|staff))|\s-\s|:|;|\()\s*",
    re.I,
)
MAY = re.compile(
    r"\b(?:may|might|could|likely to|expected to|proposed? to|propose[ds]?|to be|move to|"
    r"recommend(?:ed)?|consider(?:ing)?|request to)\W+(?:\w+\W+){0,3}?"
    r"(strike|struck|postponed?|cancel\w*|delay\w*|remov\w*|carried|withdrawn?|defer\w*)",
    re.I,
)
PROPOSED = {
    "str": State.STRUCK,
    "can": State.STRUCK,
    "rem": State.STRUCK,
    "wit": State.STRUCK,
    "pos": State.DELAYED,
    "del": State.DELAYED,
    "def": State.DELAYED,
    "car": State.CARRIED,
}
# Of these the whole sentence is wanted where it gives no cause of its own.
TELLING = frozenset(
    (State.STRUCK, State.DELAYED, State.BLOCKED, State.THROUGH_ANOTHER, State.PART_COMPLETE)
)
SIGNS = {
    **dict.fromkeys("\U0001f534\U0001f7e5", "red"),
    **dict.fromkeys("\U0001f7e0\U0001f7e1\U0001f7e7\U0001f7e8", "amber"),
    **dict.fromkeys("\U0001f7e2\U0001f7e9", "green"),
    **dict.fromkeys("\U0001f535\U0001f7e6", "blue"),
    **dict.fromkeys("\u26aa\u26ab\u2b1c\u2b1b", "grey"),
}
TICKED = re.compile("[\u2705\u2714\u2611\u2713]")
SHARE = re.compile(r"\W*([0-9]{1,3}) ?%\s*(?:(?:complete[d]?|done|achieved|delivered)\b|\Z)", re.I)


@dataclass(frozen=True)
class Status(Meaning):
    printed: str
    state: State = State.NOT_STATED
    colour: str | None = None
    number: int | None = None
    reason: str = ""
    proposed: State | None = None


def read_status(text: str) -> Status:
    plain = " ".join(re.sub(f"[{DASHES}]", "-", text[:LONGEST_READ]).split())
    number, words = _number(plain)
    colour = _colour(words)
    proposal = MAY.search(words)
    proposed = PROPOSED[proposal.group(1)[:3].lower()] if proposal else None
    if _legend(words):
        return Status(text, number=number, reason=words.strip(" ."))
    state, found = _state(MAY.sub(" ", words)) if proposal else _state(words)
    reason = (
        _reason(words, found, state) if state is not State.NOT_STATED else _other(words, colour)
    )
    return Status(text, state, colour, number, reason, proposed)


def _number(plain: str) -> tuple[int | None, str]:
    """The outcome's number before its status. A number alone is no status."""
    found = NUMBER.match(plain)
    return (int(found.group(1)), plain[found.end() :]) if found else (None, plain)


def _colour(words: str) -> str | None:
    sign = next((SIGNS[each] for each in words if each in SIGNS), None)
    if sign:
        return sign
    letter = LETTER.match(words)
    if letter:
        return LETTERS[letter.group(1)]
    found = COLOUR.match(words)
    return COLOUR_WORDS[found.group(1).lower()] if found else None


def _legend(words: str) -> bool:
    """Two colours or more explain a scale; they are nobody's status."""
    found = re.findall(r"\b(red|amber|green|blue|grey|yellow)\b", words, re.I)
    return len({colour.lower() for colour in found}) > 1 and not re.search(
        r"\b(?:was|from|now|to)\b", words, re.I
    )


def _state(words: str) -> tuple[State, str]:
    share = SHARE.match(words)
    if share and int(share.group(1)) < 100:
        nought = int(share.group(1)) == 0
        return (State.NOT_STARTED if nought else State.IN_PROGRESS), share.group()
    for state, pattern in RULES:
        found = pattern.search(words)
        if found:
            return state, found.group()
    ticked = TICKED.match(words.strip())
    return (State.COMPLETE, ticked.group()) if ticked else (State.NOT_STATED, "")


def _reason(words: str, found: str, state: State) -> str:
    """What stands after the status: a dash, a colon, "due to"; or before it, if that is first."""
    whole = words.strip(" .;:-()\n\t")
    if whole.lower() == found.strip().lower():
        return ""
    opening = re.match(r"\W*(?:due to|because of|owing to)\s+([^,;.]{1,300}?)\s*[,;.]", words, re.I)
    if opening:
        return opening.group(1)
    cut = REASON.search(words, max(words.find(found), 0) + len(found))
    if cut and words[cut.end() :].strip(" .)"):
        keep = (
            cut.end()
            if not re.match(r"\s*(?:pending|awaiting|until|subject|should)", cut.group(), re.I)
            else cut.start()
        )
        return words[keep:].strip(" .)(\n\t")
    return whole if state in TELLING else ""


def _other(words: str, colour: str | None) -> str:
    left = COLOUR.sub("", words) if colour else words
    left = "" if LETTER.match(words) else left
    return left.strip(" .;:-()\n\t")
