"""How many: a number with its "at least", "no more than", "%" or "per thousand"."""

from dataclasses import dataclass, replace

from frankpledge.language.numbers import fraction_at, number_at, percent_at
from frankpledge.language.pattern import Phrases, pattern
from frankpledge.language.target_words import NOT_COUNTED_BEFORE, UNNUMBERED
from frankpledge.language.tokens import Line
from frankpledge.language.wordlist import words

BEFORE = Phrases(
    (pattern(source, {}), (comparison, strict))
    for source, comparison, strict in (
        ("at least|minimum", "least", False),
        ("a? minimum of?", "least", False),
        ("min .? of?", "least", False),
        ("not|no less|fewer|lower than", "least", False),
        ("upwards of", "least", False),
        ("more|greater|higher than", "least", True),
        ("in excess of", "least", True),
        ("over|above|exceeding|exceed|exceeds", "least", True),
        ("≥", "least", False),
        ("> =", "least", False),
        (">", "least", True),
        ("not|no more|greater|higher|above than", "most", False),
        ("not|never to? exceed|exceeding|above|over", "most", False),
        ("at most|maximum", "most", False),
        ("a? maximum|max .? of?", "most", False),
        ("up to", "most", False),
        ("at or below|under", "most", False),
        ("at or above|over", "least", False),
        ("fewer|less|lower than", "most", True),
        ("under|below", "most", True),
        ("≤", "most", False),
        ("< =", "most", False),
        ("<", "most", True),
        ("exactly|only", "exact", False),
        ("a total of", "exact", False),
    )
)
ABOUT = words("about approximately approx around circa c roughly nearly almost some")
AFTER = [
    (pattern(source, {}), comparison)
    for source, comparison in (
        ("or more|above|over|greater|higher|better", "least"),
        ("or fewer|less|under|below|lower", "most"),
        ("and above|over|more", "least"),
        ("and under|below", "most"),
        ("minimum|min", "least"),
        ("maximum|max", "most"),
        ("plus", "least"),
        ("+", "least"),
    )
]
# "Scale up to ten", "increase take up to 60 %": a step upwards and no limit.
STEPS = words("scale step ramp build take go move")
BASES = {"thousand": 1000.0, "head": 1.0, "hundred": 100.0, "million": 1_000_000.0, "capita": 1.0}
FRACTIONS = Phrases(
    (pattern(source, {}), share)
    for source, share in (
        ("half of", 50.0),
        ("half the", 50.0),
        ("none of", 0.0),
    )
)


@dataclass(frozen=True, slots=True)
class Quantity:
    value: float
    first: int
    last: int
    comparison: str = "exact"
    strict: bool = False
    about: bool = False
    percent: bool = False
    upper: float | None = None
    base: float | None = None
    said: bool = False
    up_to: bool = False
    thing: str = ""


def quantity_at(line: Line, at: int) -> Quantity | None:
    if line.word(at) == "between":
        return _between(line, at)
    comparison, strict, here = _comparator(line, at)
    about = line.word(here) in ABOUT and (line.word(here), line.word(here + 1)) != ("c", "&")
    here += about
    here += line.word(here) == "." and about
    here += line.word(here) in {"a", "an", "the", "£"} and here > at
    found = _amount(line, here) or (_article(line, here) if here > at else None)
    if not found:
        return None
    said = bool(comparison)
    up_to = line.word(at) == "up"
    found = replace(
        found,
        first=at,
        comparison=comparison or "exact",
        strict=strict,
        about=about,
        said=said,
        up_to=up_to,
    )
    return _with_tail(line, found)


def _between(line: Line, at: int) -> Quantity | None:
    """Between 28 % and 40 %: no less than the one, no more than the other."""
    low = _amount(line, at + 1)
    joined = low is not None and line.word(low.last) in {"and", "&", "to", "-"}
    high = _amount(line, low.last + 1) if low and joined else None
    if low and low.upper is not None:
        return replace(low, first=at, comparison="least", said=True)
    if not low or not high or high.value <= low.value:
        return None
    between = replace(high, value=low.value, upper=high.value, first=at)
    return replace(between, comparison="least", said=True)


def _article(line: Line, at: int) -> Quantity | None:
    """The "a" of "at least a third" was skipped: try again from it."""
    return _amount(line, at - 1)


def _comparator(line: Line, at: int) -> tuple[str, bool, int]:
    hit = BEFORE.first(line, at)
    if line.word(at) == "up" and line.word(at - 1) in STEPS:
        return "", False, at
    return (*hit[1], hit[0].end) if hit else ("", False, at)


def _amount(line: Line, at: int) -> Quantity | None:
    if (
        line[at - 1].text in {".", ","}
        and line.glued(at)
        and line[at].kind in {"number", "percent"}
    ):
        return None
    share = _share(line, at)
    if share:
        return share
    percent = percent_at(line, at)
    if percent:
        return Quantity(percent[0], at, percent[1], percent=True)
    number = number_at(line, at)
    if not number:
        return None
    return _range(line, at, *number) or Quantity(number[0], at, number[1])


def _share(line: Line, at: int) -> Quantity | None:
    """Half of, two thirds of, nine out of ten, 1 in 4."""
    for found, share in FRACTIONS.matches(line, at):
        counted = line.word(found.end - 1) == "the" and line.word(found.end) in UNNUMBERED
        if not counted:
            ends = found.end - (line.word(found.end - 1) in {"of", "the"})
            return Quantity(share, at, ends, percent=True)
    fraction = fraction_at(line, at)
    if fraction:
        return Quantity(fraction[0], at, fraction[1], percent=True)
    part = number_at(line, at)
    if not part:
        return None
    after = part[1]
    out = line.word(after) == "out" and line.word(after + 1) == "of"
    out = out or (line.word(after) == "of" and line.word(at - 1) not in NOT_COUNTED_BEFORE)
    after += 2 if line.word(after) == "out" else line.word(after) in {"in", "of"}
    whole = number_at(line, after) if after > part[1] else None
    if not whole or not 0 < part[0] <= whole[0] or (not out and whole[0] > 100):
        return None
    return Quantity(round(100 * part[0] / whole[0], 1), at, whole[1], percent=True)


def _range(line: Line, at: int, low: float, after: int) -> Quantity | None:
    """Five to ten, 16-24."""
    if line.word(after) not in {"-", "to"}:
        return None
    after += line.word(after + 1) == "£"
    high = percent_at(line, after + 1) or number_at(line, after + 1)
    if not high or high[0] <= low:
        return None
    percent = percent_at(line, after + 1) is not None
    return Quantity(low, at, high[1], "least", percent=percent, upper=high[0])


def _with_tail(line: Line, found: Quantity) -> Quantity:
    for phrase, comparison in AFTER:
        tail = phrase.match(line, found.last)
        if tail and (not found.said or comparison == found.comparison):
            found = replace(found, last=tail.end, comparison=comparison, said=True)
            break
    if found.upper is not None and not found.said:
        found = replace(found, comparison="least")
    return _with_base(line, found)


def _with_base(line: Line, found: Quantity) -> Quantity:
    """... per thousand head of population."""
    at = found.last
    while at < found.last + 4 and line[at].kind == "word" and line.word(at) != "per":
        at += 1
    if line.word(at) != "per" or found.percent:
        return found
    base = line.word(at + 1)
    found = replace(found, thing=line.slice(found.last, at))
    if base in BASES:
        return replace(found, base=BASES[base], last=at + 2 - (base == "head"))
    number = number_at(line, at + 1)
    if not number or number[0] <= 0:
        return found
    return replace(found, base=number[0], last=number[1])
