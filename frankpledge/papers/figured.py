"""What was said, and the figure that was given with it. Pure."""

import re
from decimal import Decimal

from frankpledge.papers.source import Doc
from frankpledge.plan.saying import number_in_words

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
FIGURES = re.compile(r"\d+(?:\.\d+)?")


def with_figure(said: Doc) -> str:
    """The figure stands after the words, where they do not say it themselves."""
    words = str(said["words"] or "")
    figure, of = _number(said["figure"]), _number(said["of"])
    told = f"{figure} of {of}" if figure and of else figure
    if not words or not told:
        return words or told
    given = {_plain(one) for one in (figure, of) if one}
    return words if given <= _named(words) | {"0"} else f"{words} ({told})"


def _named(words: str) -> set[str]:
    """The numbers in it, in figures or in words: '31 of 38', 'five of six'."""
    spoken = {word.strip(".,;:!?()").lower() for word in words.split()}
    counted = {str(n) for n, word in enumerate(NUMBERS) if word in spoken}
    return counted | set(FIGURES.findall(_plain(words)))


def _number(value: object) -> str:
    """A freeze holds '104.0000'."""
    return "" if value in (None, "") else number_in_words(Decimal(str(value)))


def _plain(number: str) -> str:
    return number.replace(",", "")
