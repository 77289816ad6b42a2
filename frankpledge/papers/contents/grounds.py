"""Where figures come from, each source once: its months, its cut-off, how they were counted. Pure.

A freeze tells it of each series in lines, 'Source: …', 'Months: …'. Here they are read again.
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

POLICE, OWN, RETURNS, SURVEYS = (
    "Police files",
    "The partnership’s own",
    "Partners’ returns",
    "Surveys",
)
ORDER = (POLICE, OWN, RETURNS, SURVEYS)
# By what a source begins with, or has in it.
KNOWN = (
    ("police.uk", POLICE),
    ("the delivery log", OWN),
    ("returned by a partner", RETURNS),
    ("the lead's own answers", OWN),
    ("our own counts", OWN),
    ("counts that the partnership brought", OWN),
)
DATES = re.compile(r", (\w+ \d{4})(?: to (\w+ \d{4}))?$")
MONTHS = re.compile(r"(\d{4}-\d{2}) to (\d{4}-\d{2})")
Known = tuple[tuple[re.Pattern[str], str], ...]
# What a screen says in few words, for those who read it once a quarter.
NAMES: Known = (
    (re.compile(r"^police\.uk (.+) as published by (.+)$"), r"\1 on police.uk, published by \2"),
    (re.compile(r", counts that the partnership brought$"), ""),
    (re.compile(r"^our own counts, loaded as (.+)$"), r"our own counts: \1"),
    (re.compile(r"^returned by a partner, "), ""),
    (re.compile(r"^the lead's own answers$"), "what leads answered"),
)
METHODS: Known = (
    (re.compile(r"^exact conditional test.*"), "two years are compared by an exact test of counts"),
    (
        re.compile(r"^false discovery rate of 0\.05 over (\d+) compared$"),
        r"\1 are compared at once: of those called clear, chance should make 1 in 20 at most",
    ),
    (
        re.compile(r"^XmR: mean and 2\.66 average moving ranges.*"),
        "what is usual is the mean and 2.66 average changes from month to month, either way (XmR)",
    ),
)
# Of one series, or of one question that was asked of it: no paper of many has room for them.
PASSED_OVER = ("Asked for: ", "Counted: ", "Asked: ", "Newest: ", "Each figure is taken")


@dataclass
class Ground:
    name: str
    kind: str
    months: list[tuple[datetime.date, datetime.date]] = field(default_factory=list)
    missing: dict[str, None] = field(default_factory=dict)
    periods: dict[str, None] = field(default_factory=dict)  # as they were said
    cut_off: dict[str, None] = field(default_factory=dict)
    methods: dict[str, None] = field(default_factory=dict)
    rests: dict[str, None] = field(default_factory=dict)

    @property
    def span(self) -> str:
        """From the first month of any that rest on it to the last."""
        if not self.months:
            return "; ".join(self.periods)
        first, last = min(a for a, _ in self.months), max(b for _, b in self.months)
        return f"{first:%B %Y}" if first == last else f"{first:%B %Y} to {last:%B %Y}"


def in_words(line: str) -> str:
    """A line of a series as it stands under its chart."""
    if line.startswith("Source: "):
        return f"Source: {_plainly(line.removeprefix('Source: ').rstrip('.'), NAMES)}."
    spoken = MONTHS.sub(lambda found: " to ".join(map(_spoken, found.groups())), line)
    return spoken.removesuffix(" Missing: none.")


def _spoken(month: str) -> str:
    day = _month(month, "%Y-%m")
    return f"{day:%B %Y}" if day else month


def grounds_of(told: Iterable[tuple[str, Iterable[str]]]) -> list[Ground]:
    """Of each thing that rests on figures, its name and what its series tells of itself."""
    found: dict[str, Ground] = {}
    for rests, lines in told:
        ground: Ground | None = None
        for line in filter(None, lines):
            if line.startswith("Source: "):
                ground = _named(line.removeprefix("Source: ").rstrip("."), found)
                ground.rests[rests] = None
            elif ground is not None:
                _read(line, ground)
    return sorted(found.values(), key=lambda one: (ORDER.index(one.kind), one.name))


def _named(words: str, found: dict[str, Ground]) -> Ground:
    dates = DATES.search(words)
    name = words[: dates.start()] if dates else words
    name = re.sub(r", \d+ of them with a figure$", "", name)
    kind = next((kind for begins, kind in KNOWN if begins in name), SURVEYS)
    name = _plainly(name, NAMES)
    ground = found.setdefault(name, Ground(f"{name[:1].upper()}{name[1:]}", kind))
    if dates:
        first, last = _month(dates[1], "%B %Y"), _month(dates[2] or dates[1], "%B %Y")
        if first and last:
            ground.months.append((first, last))
    return ground


def _read(line: str, ground: Ground) -> None:
    if line.startswith("Months: "):
        span, _, missing = line.removeprefix("Months: ").partition(" Missing: ")
        if found := MONTHS.search(span):
            first, last = (_month(part, "%Y-%m") for part in found.groups())
            ground.months += [(first, last)] if first and last else []
        gone = missing.rstrip(".")
        ground.missing.update({} if gone in ("", "none") else dict.fromkeys(gone.split("; ")))
    elif line.startswith(("Periods: ", "Waves: ")):
        _periods(line.partition(": ")[2].rstrip("."), ground)
    elif line.startswith("Cut-off: "):
        ground.cut_off[line.removeprefix("Cut-off: ").rstrip(".")] = None
    elif line.startswith("Method: "):
        parts = line.removeprefix("Method: ").rstrip(".").split("; ")
        ground.methods.update(dict.fromkeys(_sentence(_plainly(part, METHODS)) for part in parts))
    elif not line.startswith(PASSED_OVER):
        ground.methods[_sentence(line)] = None


def _periods(words: str, ground: Ground) -> None:
    """Waves that are named by their months, or whatever was said of them."""
    waves = [_month(one, "%B %Y") for one in words.split(", ")]
    months = [one for one in waves if one]
    if len(months) == len(waves):
        ground.months += [(one, one) for one in months]
    else:
        ground.periods[words] = None


def _plainly(words: str, known: Known) -> str:
    return next((said.sub(plain, words) for said, plain in known if said.search(words)), words)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."


def _month(words: str, form: str) -> datetime.date | None:
    try:
        return datetime.datetime.strptime(words, form).date()  # noqa: DTZ007 - a month, no moment
    except ValueError:
        return None
