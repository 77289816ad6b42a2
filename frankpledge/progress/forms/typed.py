"""What was typed in a cell, as the form behind the link takes it. Pure."""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from frankpledge.progress.forms.columns import Column
from frankpledge.progress.forms.here import plain
from frankpledge.progress.forms.scale import value_of

FIRST_DAY = datetime.date(1899, 12, 30)  # workbooks count days from here
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y")
OF = re.compile(r"(\S+)\s+(?:of|out of)\s+(\S+)\Z", re.I)


@dataclass(frozen=True)
class Typed:
    value: str
    wrong: str = ""  # one sentence; the value is then what was typed
    of: str = ""  # '31 of 38' in one cell


def typed(column: Column, text: str, words: dict[str, str], counts: str = "") -> Typed:
    """`counts` is what the figure is a number of: "7 lamps" is 7 where lamps are counted."""
    text = text.strip()
    if not text:
        return Typed("")
    if column.kind == "how":
        return _how(text, words)
    if column.kind == "number":
        return _number(_bare(text, counts))
    if column.kind == "date":
        return _day(text)
    return Typed(_lines(text))


def _how(text: str, words: dict[str, str]) -> Typed:
    found = value_of(text, words)
    listed = ", ".join(words.values())
    return Typed(found) if found else Typed(text, f"‘{text}’ is none of {listed}.")


def _bare(text: str, counts: str) -> str:
    number, _, rest = text.partition(" ")
    said = {word.rstrip("s") for word in rest.lower().rstrip(".").split()}
    meant = {word.rstrip("s") for word in counts.lower().split()}
    return number if said and said <= meant else text


def _number(text: str) -> Typed:
    both = OF.match(text)
    if both:
        first, last = _number(both.group(1)), _number(both.group(2))
        if not first.wrong and not last.wrong:
            return Typed(first.value, of=last.value)
    try:
        number = Decimal(text.replace(",", "").replace(" ", "").rstrip("%"))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number) >= 10**10:
        return Typed(text, f"‘{text}’ is not a number.")
    return Typed(plain(number.normalize()) if number else "0")


def _day(text: str) -> Typed:
    if re.fullmatch(r"\d{5}(\.0*)?", text):
        return Typed((FIRST_DAY + datetime.timedelta(days=int(text[:5]))).isoformat())
    first = re.split(r"[ T]\d{1,2}:\d\d", text, maxsplit=1)[0]
    for form in DAYS:
        try:
            return Typed(datetime.datetime.strptime(first, form).date().isoformat())  # noqa: DTZ007
        except ValueError:
            continue
    return Typed(text, f"‘{text}’ is no day we can read: type it as 2 October 2026.")


def _lines(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n"))


def same(one: str, other: str) -> bool:
    return one == other or one.split() == other.split()
