"""Times that no calendar gives: when necessary, ongoing, to be agreed."""

from frankpledge.language.anchors import Anchor
from frankpledge.language.context import Context
from frankpledge.language.meanings import Finding
from frankpledge.language.pattern import Phrases, pattern
from frankpledge.language.rhythms import len_of_clause
from frankpledge.language.tokens import Line

NEEDED = (
    "required|requested|necessary|needed|appropriate|applicable|possible|practicable|relevant|"
    "available|identified|due|dictated|directed|opportunity|opportunities|demand|risk|resources|"
    "necessity|need|determined|funding"
)
CONDITIONS: Phrases[bool] = Phrases(
    (pattern(source, {}), to_clause_end)
    for source, to_clause_end in (
        (
            f"as|if|when|whenever|where|wherever and? when|where|if? it|they? is|are? {NEEDED}",
            False,
        ),
        (f"as and when it|they? is|are? {NEEDED}?", False),
        ("ad hoc", False),
        ("on demand|request|referral", False),
        ("by request", False),
        ("reactive|reactively", False),
        ("responsive", False),
        ("case by case basis?", False),
        ("on a case by case basis", False),
        ("from time to time", False),
        ("subject to", True),
        ("should", True),
        ("if|when|whenever|once|where", True),
        ("as opportunities|opportunity|need|needs|demand|risk|funding|issues|incidents", True),
        (
            "upon|on leaving|receipt|referral|notification|release|discharge|completion|request",
            True,
        ),
        ("upon", True),
        ("in response to", True),
        ("depending|dependent|conditional on|upon", True),
        ("following|after each|every|any|a|an", True),
        ("for|at|on each|every incident|referral|case|request|report", True),
    )
)
AND_MORE = pattern(f"and|or|& {NEEDED}", {})
OPEN = Phrases(
    (pattern(source, {}), "")
    for source in (
        "project|work|programme|action? is|are ongoing|continuing|continuous",
        "ongoing|continuous|continuously|continual|continually|continuing|rolling|permanent|always",
        "on going",
        "throughout",
        "business as usual",
        "bau",
        "rolling programme|project|basis",
        "no end date",
        "open ended",
        "indefinite|indefinitely",
    )
)
UNSAID = Phrases(
    (pattern(source, {}), message)
    for source, message in (
        ("tbc|tba|tbd", "The date is still to be agreed."),
        (
            "to be confirmed|agreed|arranged|determined|decided|advised|set|announced",
            "The date is still to be agreed.",
        ),
        ("date|dates? not known|set|agreed", "The date is still to be agreed."),
        ("n / a", "No time is given."),
        ("not applicable|stated|known", "No time is given."),
        ("immediate|immediately|asap|urgent|urgently", "It gives no date to be judged by."),
        ("as soon as possible|practicable", "It gives no date to be judged by."),
        ("short|medium|long to? short|medium|long? term", "It gives no date to be judged by."),
        ("in due course", "It gives no date to be judged by."),
        (
            "regular|regularly|periodic|periodically|frequent|frequently|routinely",
            "It does not say how often.",
        ),
        (
            "this|next|last quarter|month|week|term",
            "Which one depends on when it was written; a date would settle it.",
        ),
        (
            "by? the? next place|residents|public|annual? survey",
            "It depends on a survey whose date is not given.",
        ),
        (
            "completed|complete|done|finished|achieved",
            "It says that it is done, not when it was due.",
        ),
    )
)


def condition_at(line: Line, at: int, context: Context) -> tuple[list[Anchor], int] | None:
    for found, to_end in CONDITIONS.matches(line, at):
        if to_end and not _opens_condition(line, at):
            continue
        end = found.end
        more = AND_MORE.match(line, end)
        end = more.end if more and not to_end else end
        end = len_of_clause(line, end) if to_end else end
        condition = line.slice(at, end)
        return [Anchor("on_demand", at, end, condition=condition)], end
    return None


def _opens_condition(line: Line, at: int) -> bool:
    """ "Should" and "once" open a condition only with something after them."""
    rest = len_of_clause(line, at) - at
    if line.word(at) in {"on", "for", "at", "following", "after", "as"}:
        return rest >= 2
    return rest >= 3 or line.word(at) == "upon"


def open_at(line: Line, at: int, context: Context) -> tuple[list[Anchor], int] | None:
    for found, _ in OPEN.matches(line, at):
        if _stands_open(line, found.start, found.end):
            return [Anchor("open", at, found.end)], found.end
    return None


def _stands_open(line: Line, first: int, after: int) -> bool:
    """ "Ongoing" as a time, not as an adjective ("ongoing support for victims")."""
    following = line[after]
    if line.word(first) == "throughout":
        return following.kind in {"end", "break", "sign"}
    return following.kind != "word" or following.text in {
        "and",
        "until",
        "to",
        "from",
        "with",
        "as",
    }


def unsaid_at(line: Line, at: int, context: Context) -> tuple[list[Anchor], int] | None:
    for found, message in UNSAID.matches(line, at):
        which = line.word(at) in {"this", "next", "last"} and line.word(found.end) in {"of", "in"}
        if found.end > at and not which:
            finding = Finding(
                "vague", f"'{line.slice(at, found.end)}': {message[0].lower()}{message[1:]}"
            )
            return [Anchor("none", at, found.end, findings=(finding,))], found.end
    return None
