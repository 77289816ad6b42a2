"""Text cut into tokens, each knowing where in the printed text it stood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from frankpledge.language.spelling import mended
from frankpledge.language.vocabulary import MONTHS

# A cell longer than this is prose; reading only its beginning keeps every reading quick.
LONGEST_READ = 10_000

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad"
PLAIN = str.maketrans(
    {
        **dict.fromkeys(DASHES, "-"),
        **dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u00ab\u00bb", '"'),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\u200b\ufeff\r\f\v", " "),
        **dict.fromkeys("\u2022\u25cf\u25aa\u2023\uf0b7\u2028\u2029\u0085", "\n"),
    }
)

SHAPES = re.compile(
    r"""
    (?P<iso>(?<![0-9])(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}(?![0-9]))
  | (?P<numeric>(?<![0-9])[0-9]{1,2}(?P<by>[/.-])[0-9]{1,2}(?P=by)(?:[0-9]{4}|[0-9]{2})(?![0-9]))
  | (?P<years>(?<![0-9])(?:19|20)[0-9]{2}[ ]{0,2}[-/][ ]{0,2}(?:(?:19|20)[0-9]{2}|[0-9]{1,2})
        (?![0-9%.]|[ ]?(?:st|nd|rd|th|month|week|day)))
  | (?P<short>(?<![0-9/])[0-9]{2}[/-][0-9]{2}(?![0-9/%-]))
  | (?P<apostrophe>(?<![^\s(/-])'[0-9]{2}(?![0-9]))
  | (?P<ordinal>(?<![0-9.])[0-9]{1,2}[ ]?(?:st|nd|rd|th)(?![^\W_]))
  | (?P<quarter>(?<![^\W_])(?:[Qq]|[Qq]tr\.?)[ ]?[1-4](?![0-9]))
  | (?P<half>(?<![^\W_])[Hh][12](?![^\W_]))
  | (?P<percent>(?<![0-9.,])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(?:\.[0-9]{1,6})?[ ]?%(?:age)?)
  | (?P<number>(?<![0-9.,])(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9})(?:\.[0-9]{1,6})?(?![0-9]))
  | (?P<digits>[0-9]+)
  | (?P<break>[\n\t]+)
  | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
  | (?P<sign>[^\s\w]|_|\w)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str
    start: int
    end: int
    value: float = 0.0
    second: int = 0

    @property
    def capital(self) -> bool:
        return self.kind == "word" and self.second == 1


END = Token("end", "", 0, 0)


@dataclass(frozen=True, slots=True)
class Line:
    """One printed text with its tokens; positions outside it hold the end token."""

    printed: str
    tokens: tuple[Token, ...]
    cut: bool = False

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, at: int) -> Token:
        return self.tokens[at] if 0 <= at < len(self.tokens) else END

    def word(self, at: int) -> str:
        return self[at].text

    def slice(self, first: int, last: int) -> str:
        """The printed text from one token up to, and not with, another."""
        if first >= last or first >= len(self.tokens):
            return ""
        return self.printed[self[first].start : self[last - 1].end]

    def glued(self, at: int) -> bool:
        """Whether this token touches the one before."""
        return 0 < at < len(self.tokens) and self[at].start == self[at - 1].end


def read_line(printed: str) -> Line:
    plain = printed[:LONGEST_READ].translate(PLAIN)
    tokens = tuple(mended(list(_tokens(plain)), plain))
    return Line(printed, tokens, cut=len(printed) > LONGEST_READ)


def _tokens(plain: str) -> Iterator[Token]:
    for found in SHAPES.finditer(plain):
        kind = found.lastgroup or "sign"
        text = found.group()
        value, second = _values(kind, text)
        apart = kind == "years" and not _are_years(int(value), second)
        if apart or (kind == "short" and _are_days(plain, found.end(), value, second)):
            yield from _apart(found.start(), text)
            continue
        yield Token(kind, text.lower(), found.start(), found.end(), value, second)


def _values(kind: str, text: str) -> tuple[float, int]:
    if kind in {"number", "percent"}:
        return float(re.sub(r"[^0-9.]", "", text)), 0
    if kind in {"ordinal", "quarter", "half", "apostrophe"}:
        return float(re.sub(r"[^0-9]", "", text)), 0
    if kind == "years":
        first, last = re.findall(r"[0-9]+", text)
        return float(first), int(first[: 4 - len(last)] + last)
    if kind == "short":
        return float(text[:2]), int(text[3:])
    return 0.0, int(text[:1].isupper())


def _are_years(first: int, last: int) -> bool:
    return 0 < last - first <= 30


def _are_days(plain: str, end: int, first: float, last: int) -> bool:
    """12-14 October, 16-24 year olds: not a financial year."""
    following = re.match(r" ?([A-Za-z]{3,9})", plain[end : end + 12])
    a_month = following is not None and following.group(1).lower() in MONTHS
    dash = plain[end - 3] == "-"
    return last != first + 1 or a_month or (dash and following is not None)


def _apart(start: int, text: str) -> Iterator[Token]:
    """Two numbers that looked like a pair of years, and are none."""
    for piece in re.finditer(r"[0-9]+|[-/]", text):
        at, end = start + piece.start(), start + piece.end()
        if piece.group().isdigit():
            yield Token("number", piece.group(), at, end, float(piece.group()))
        else:
            yield Token("sign", piece.group(), at, end)
