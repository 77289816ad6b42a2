"""Meetings of a group as a time: every JAG meeting, at the December board."""

from frankpledge.language.anchors import Anchor
from frankpledge.language.context import Context
from frankpledge.language.meanings import Every
from frankpledge.language.pattern import pattern
from frankpledge.language.times import times_at
from frankpledge.language.tokens import Line
from frankpledge.language.wordlist import words

EACH = frozenset(("every", "each", "all"))
ARTICLES = frozenset(("the", "our"))
MEETING = frozenset(("meeting", "meetings"))
BODIES = words(
    "board group forum committee panel council executive cabinet assembly partnership team"
)
OPENING = pattern("reported|reports|report|presented|taken? at|to|by|for", {})
STOPS = words(
    "and or to by in on at from for of with the a an is are was be as when if per each every"
)


def meeting_at(line: Line, at: int, context: Context) -> tuple[list[Anchor], int] | None:
    return _each_meeting(line, at, context) or _at_group(line, at, context)


def _each_meeting(line: Line, at: int, context: Context) -> tuple[list[Anchor], int] | None:
    """(at) every X meeting; every meeting of the X; at each board."""
    here = at + (line.word(at) in {"at", "for", "to"})
    if line.word(here) not in EACH:
        return None
    here += 1
    here += line.word(here) in ARTICLES
    if line.word(here) in MEETING:
        group, end = _of_group(line, here + 1, context)
        return _made(group, at, end)
    found = group_at(line, here, context)
    if not found:
        return None
    group, end = found
    if line.word(end) in MEETING:
        end += 1
    elif not _known(group, context) and line.word(end - 1) not in BODIES:
        return None
    return _made(group, at, end)


def _of_group(line: Line, at: int, context: Context) -> tuple[str, int]:
    if line.word(at) in {"of", "with"}:
        start = at + 1 + (line.word(at + 1) in ARTICLES)
        found = group_at(line, start, context)
        if found:
            return found
    return "", at


def _made(group: str, at: int, end: int) -> tuple[list[Anchor], int]:
    return [Anchor("meeting", at, end, group=group, every=Every(1, "meeting"))], end


def _at_group(line: Line, at: int, context: Context) -> tuple[list[Anchor], int] | None:
    """At JAG; at December RAG; the next RAG meeting; 27 Oct RAG meeting."""
    opens = line.word(at) in {"at", "to"}
    here = at + opens
    here += line.word(here) in ARTICLES
    here += line.word(here) == "next"
    dated = times_at(line, here, context)
    start = dated[1] if dated else here
    start += line.word(start) in {"'", "s"}
    found = group_at(line, start, context)
    if not found or not (opens or dated or line.word(here - 1) == "next"):
        return None
    group, end = found
    held = line.word(end) in MEETING
    if not held and not _known(group, context) and not (group.isupper() and (dated or opens)):
        return None
    end += held
    if dated and len(dated[0]) == 1 and dated[0][0].dated:
        time = dated[0][0]
        anchor = Anchor(
            "meeting",
            at,
            end,
            time.start,
            time.end,
            time.precision,
            time.role,
            group=group,
            findings=time.findings,
        )
        return [anchor], end
    if dated:
        return None
    if line.word(at) == "to" and not held:
        return None
    return [Anchor("meeting", at, end, group=group)], end


def group_at(line: Line, at: int, context: Context) -> tuple[str, int] | None:
    """A known group, an abbreviation, a name in capitals, or "delivery group"."""
    for name in sorted(context.groups, key=len, reverse=True):
        words = name.lower().split()
        if words and [line.word(at + step) for step in range(len(words))] == words:
            return line.slice(at, at + len(words)), at + len(words)
    end = at
    while end < at + 6 and line[end].kind == "word" and line.word(end) not in STOPS | MEETING:
        end += 1
        if line.word(end - 1) in BODIES or line.word(end) in MEETING:
            return line.slice(at, end), end
    token = line[at]
    printed = line.slice(at, at + 1)
    if token.kind == "word" and printed.isupper() and 2 <= len(printed) <= 7:
        return printed, at + 1
    return None


def _known(group: str, context: Context) -> bool:
    return group.lower() in {name.lower() for name in context.groups}
