"""The sentence that opens a paper: how many promises stand well, and what is worst. Pure."""

from collections.abc import Sequence

from frankpledge.language.states import TO_COME
from frankpledge.papers.figured import NUMBERS
from frankpledge.papers.promises import Promise, off_course
from frankpledge.papers.source import Source


def number(n: int) -> str:
    return NUMBERS[n] if n < len(NUMBERS) else f"{n:,}"


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def sentence(promises: Sequence[Promise], source: Source) -> str:
    told = [_good(promises), _worst(promises), _to_come(promises)]
    silent = sum(one.missed for one in promises)
    if silent:
        told.append(f"{_counted(silent, 'was', 'were')} not reported in this round.")
    told.append(clearest(source))
    return " ".join(part for part in told if part)


def _good(promises: Sequence[Promise]) -> str:
    good = sum(one.shown.is_good for one in promises)
    if len(promises) == 1:
        return "The one promise is done or on track." if good else "There is one promise."
    verb = "is" if good == 1 else "are"
    return f"{capital(number(good))} of the {len(promises)} promises {verb} done or on track."


def _worst(promises: Sequence[Promise]) -> str:
    """By the mark that each promise has, so that it adds up with the marks above."""
    off = [one.shown for one, _ in off_course(promises) if one.shown.state not in TO_COME]
    if not off:
        return ""
    worst = min(off, key=lambda one: one.badness).label
    n = sum(one.label == worst for one in off)
    return f"{_counted(n, 'is', 'are')} {worst.lower()}."


def _to_come(promises: Sequence[Promise]) -> str:
    n = sum(one.shown.state in TO_COME and not one.shown.is_good for one in promises)
    return f"{_counted(n, 'has', 'have')} not begun, or nobody has said yet." if n else ""


def _counted(n: int, one: str, many: str) -> str:
    return f"{capital(number(n))} {one if n == 1 else many}"


def clearest(source: Source) -> str:
    """The greatest change that chance does not explain, each way."""
    clear = [one for one in (source.evidence or {}).get("rows", []) if one.get("clear")]
    ranked = sorted(clear, key=lambda one: -abs(one.get("difference") or 0))
    return " ".join(str(one["sentence"]) for one in ranked[:2] if one.get("sentence"))
