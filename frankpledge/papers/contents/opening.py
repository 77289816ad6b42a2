"""The sentence that opens a paper: how many promises stand well, and what is worst. Pure."""

from collections.abc import Sequence

from frankpledge.papers.promises import Promise, off_course
from frankpledge.papers.source import Source

NUMBERS = (
    "none",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def number(n: int) -> str:
    return NUMBERS[n] if n < len(NUMBERS) else f"{n:,}"


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def sentence(promises: Sequence[Promise], source: Source) -> str:
    good = sum(one.shown.is_good for one in promises)
    verb = "is" if good == 1 else "are"
    whole = f"{capital(number(good))} of the {len(promises)} promises {verb} done or on track."
    if len(promises) == 1:
        whole = "The one promise is done or on track." if good else "The one promise is off course."
    off = off_course(promises)
    told = [whole]
    if off:
        bad = [one for one in off if one.shown.label == off[0].shown.label]
        verb = "is" if len(bad) == 1 else "are"
        told.append(f"{capital(number(len(bad)))} {verb} {off[0].shown.label.lower()}.")
    silent = sum(one.missed for one in promises)
    if silent:
        verb = "was" if silent == 1 else "were"
        told.append(f"{capital(number(silent))} {verb} not reported in this round.")
    told.append(clearest(source))
    return " ".join(part for part in told if part)


def clearest(source: Source) -> str:
    """The greatest change that chance does not explain, each way."""
    clear = [one for one in (source.evidence or {}).get("rows", []) if one.get("clear")]
    ranked = sorted(clear, key=lambda one: -abs(one.get("difference") or 0))
    return " ".join(str(one["sentence"]) for one in ranked[:2] if one.get("sentence"))
