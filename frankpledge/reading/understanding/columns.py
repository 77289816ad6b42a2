"""What a column holds, by the words over it, whatever a partnership calls it."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from types import MappingProxyType

BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
NOT_LETTERS = re.compile(r"[^a-z0-9#%£]+")

KIND = (
    r"(?:key |proposed |planned |specific |agreed |expected |intended |desired |high level |"
    r"main |overall |our |the |partnership |csp |strategic |delivery |smart |local )*"
)
TAIL = r"(?: required| needed| to be taken| planned| plan| description| detail| details| area)?"
QUARTER = (
    r"(?:q(?:tr|uarter)? ?[1-4]|quarter (?:one|two|three|four)|"
    r"(?:first|second|third|fourth) quarter)"
)
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*"
# The first that fits is taken, so the narrow ones stand before the wide ones.
ROLES: tuple[tuple[str, str], ...] = (
    (
        "ref",
        (
            r"(?:action |objective |item |row |task |unique )?(?:refs?|reference|no|nos|nr|number|"
            r"num|id|#)(?: no| number)?|item|#|code"
        ),
    ),
    (
        "update",
        (
            rf"{KIND}(?:quarterly |latest |current |lead officer )?updates?(?: .*)?|"
            rf"action taken.*|actions taken.*|{KIND}progress(?!.*(?:rating|status|rag))(?: .*)?|"
            rf"(?:lead )?comments?(?: .*)?|commentary|notes?|narrative|achievements?(?: .*)?|"
            rf"what (?:have|has|did|was).*|(?:latest|current) position|position (?:at|as at).*|"
            rf"outturn|how (?:are|is) .* doing|"
            rf"{QUARTER}(?!.*(?:rating|status|rag))(?: .*)?|"
            rf"{MONTH}(?: \d+)?(?: to)? {MONTH}(?: \d+)?|"
            rf"progress update.*|work (?:done|to date)|what happened"
        ),
    ),
    (
        "status",
        (
            rf"{KIND}(?:b?rag|status|rating|traffic light)(?: (?:rating|status|b?rag|{QUARTER}))?|"
            rf"progress (?:rating|status|b?rag)|(?:{QUARTER} )b?rag(?: .*)?|colour|on track|state|"
            r"(?:delivery|action|current|overall) (?:status|b?rag|rating)"
        ),
    ),
    ("child", r"improvement priorit(?:y|ies)|sub ?priorit(?:y|ies)"),
    (
        "support",
        (
            r"support(?:ing|ed|s)?(?: .*)?|(?:key |other |delivery |main )?partners?(?: .*)?|"
            r"other agenc(?:y|ies).*|with whom|contribut\w+(?: .*)?|in partnership with|"
            r"who (?:will|can|else).* help.*|who else.*|help from"
        ),
    ),
    (
        "timescale",
        (
            rf"{KIND}time ?(?:scale|frame|line|table)s?(?: .*)?|timing|when(?: .*)?|by when|"
            r"deadlines?|(?:target |completion |due |delivery |review |expected |planned )+dates?|"
            r"dates?(?: .*)?|due(?: .*)?|complet(?:e|ed|ion) by|time|frequency|target completion.*"
        ),
    ),
    ("start", r"starts?(?:ing)?(?: date| on)?|from|begins?|commence\w*"),
    ("end", r"ends?(?: date| on)?|finish(?:es)?(?: date)?|to|until|completion"),
    (
        "lead",
        (
            rf"{KIND}leads?(?: .*)?|led by|owners?(?: .*)?|(?:action|risk|task) owners?|"
            r"(?:person |officer |agency |organisation )?responsib(?:le|ility|ilities)(?: .*)?|"
            r"who(?: is| will| by| leads| does)?(?: .*)?|by whom|accountab\w+(?: .*)?|"
            r"agenc(?:y|ies)|officers?|delivered by|named (?:lead|person|officer)|organisations?"
        ),
    ),
    (
        "resources",
        (
            r"resources?(?: .*)?|funding(?: .*)?|budgets?(?: .*)?|costs?(?: .*)?|inputs?|"
            r"what (?:we|it|is|do we) need.*"
        ),
    ),
    (
        "priority",
        (
            r"(?:strategic |partnership |csp |key |community safety |our )*"
            r"(?:priorit(?:y|ies)|themes?|strands?|workstreams?)(?: areas?| no)?|"
            r"strategic (?:aims?|objectives?|outcomes?|goals?)"
        ),
    ),
    (
        "outcomes",
        (
            rf"{KIND}(?:outcomes?|outputs?|measures?|targets?|kpis?|indicators?|milestones?|results?|"
            r"impacts?|benefits?|deliverables?|success|evidence|performance)"
            r"(?: .*)?|how (?:will|do|would|we) .*(?:know|measure|tell).*|"
            r"what (?:will )?(?:success|good).*|what difference.*|measured by"
        ),
    ),
    (
        "action",
        (
            rf"{KIND}(?:actions?|activit(?:y|ies)|tasks?|initiatives?|projects?|interventions?|"
            rf"commitments?|promises?|pledges?|steps?)(?: .*)?|"
            rf"what(?: (?:we|will|are|is|needs) .*)?|we will|description|deliverables|how(?: .*)?"
        ),
    ),
    (
        "aim",
        (
            rf"{KIND}(?:objectives?|aims?|goals?)(?: .*)?|purpose|why(?: .*)?|rationale|issues?|"
            r"we want.*"
        ),
    ),
)
PATTERNS = tuple((role, re.compile(rf"(?:{pattern})\Z")) for role, pattern in ROLES)
# Most columns' heads are short; a long one with the word "action" in it is a sentence.
LONGEST = 9
# The ends of heads of which a page break ate the beginnings.
TAILS = (
    ("action", re.compile(r".*tives aims\Z|.*ctives\Z")),
    ("outcomes", re.compile(r".*\bexpected outcomes(?: outputs)?\Z|.*\boutcomes outputs\Z")),
    ("timescale", re.compile(r".*\b(?:when by|timescale|mescale)\Z")),
    ("update", re.compile(r".*\b(?:mescale )?update\Z")),
    ("lead", re.compile(r".*\blead(?: agency)?\Z")),
    ("aim", re.compile(r".*\baim\Z")),
    ("resources", re.compile(r".*\bresources?\Z")),
)


# "Objective: safer homes" names a priority; "Aim: what we want" heads a column.
NAMED = re.compile(
    r"\s*(?:strategic |key |our )*(?:priority|theme|objective|aim|goal|strand)(?: area)?"
    r"\s*(?:\d{1,2}|[A-H])?\s*:\s*(?!(?:what|how|why|who|which|where|when|we|to)\b)\w",
    re.I,
)


def plain_head(text: str) -> str:
    return NOT_LETTERS.sub(" ", BRACKETS.sub(" ", text.lower())).strip()


# What somebody who knows these documents said of their columns: it goes before all else.
NOTHING: Mapping[str, str] = MappingProxyType({})
_told: ContextVar[Mapping[str, str]] = ContextVar("columns told", default=NOTHING)
MEANINGS = frozenset(role for role, _ in ROLES)


@contextmanager
def columns_told(columns: Mapping[str, str]) -> Iterator[None]:
    token = _told.set({head: means for head, means in columns.items() if head})
    try:
        yield
    finally:
        _told.reset(token)


def head_key(text: str) -> str:
    """The form in which a head is remembered."""
    return plain_head(text) or " ".join(text.casefold().split())


def role_of(text: str) -> str | None:
    told = _told.get()
    if told and (means := told.get(head_key(text))):
        return means if means in MEANINGS else None
    return _role_of(text)


@lru_cache(maxsize=4096)
def _role_of(text: str) -> str | None:
    head = plain_head(text)
    if NAMED.match(text):
        return None
    if not head or len(head.split()) > LONGEST or text.rstrip().endswith((".", ";", ",")):
        return "ref" if head == "no" else None
    return next((role for role, pattern in PATTERNS if pattern.match(head)), None)


def role_of_torn(text: str) -> str | None:
    """The role of a head that a page break tore, or that ran into the line above it."""
    return None if head_key(text) in _told.get() else _role_of_torn(text)


@lru_cache(maxsize=4096)
def _role_of_torn(text: str) -> str | None:
    head = plain_head(text)
    if len(head.split()) > LONGEST:
        return None
    return next((role for role, pattern in TAILS if pattern.match(head)), None)
