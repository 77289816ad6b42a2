"""Which rows are heads, and what they make of the columns under them."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from frankpledge.reading.blocks import Row
from frankpledge.reading.understanding.columns import role_of, role_of_torn

# A head of which only the ends of the words are left must still show this many columns.
TORN_ENOUGH = 4
MONTH_ALONE = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\W?(?:\d\d)?\Z", re.I
)
QUESTION = re.compile(r"(?:what|how|who|which|when|why|where|our|update on)\b", re.I)
PROMISES = {"action", "aim", "outcomes"}
ABOUT = {"lead", "timescale", "outcomes", "update", "status", "resources", "support"}
ABOUT |= {"child", "priority", "start", "end"}


@dataclass(frozen=True)
class Columns:
    """What each column holds (None where its head says nothing), and the heads as printed."""

    roles: tuple[str | None, ...]
    heads: tuple[str, ...]
    clean: int = 0
    # A column says "action"; else another column stands in for it.
    sure: bool = False

    @property
    def width(self) -> int:
        return len(self.roles)

    def at(self, role: str) -> int | None:
        return self.roles.index(role) if role in self.roles else None

    def only_counts(self) -> bool:
        """No column that a table of promises has and a table of figures has not."""
        said = {"timescale", "update", "status"} | ({"lead", "support"} if self.sure else set())
        return not said & {role for role in self.roles if role}

    @property
    def of_actions(self) -> bool:
        present = {role for role in self.roles if role}
        return "action" in present and bool(present & ABOUT)


def columns_of(row: Row) -> Columns | None:
    """The columns that this row heads; None where it is no head."""
    heads = tuple("" if cell.from_left else cell.text for cell in row.cells)
    while heads and not heads[-1]:
        heads = heads[:-1]
    if len({head for head in heads if head}) < 2:
        return None
    exact = [role_of(head) if head else None for head in heads]
    clean = sum(1 for role in exact if role)
    distinct = len({role for role in exact if role})
    roles = exact
    if clean:
        pairs = zip(heads, exact, strict=True)
        roles = [role or (role_of_torn(head) if head else None) for head, role in pairs]
    # A chart of months beside the columns says nothing for or against them.
    filled = sum(1 for head in heads if head and not MONTH_ALONE.match(head))
    known = sum(1 for role in roles if role)
    enough = distinct >= 2 or len({role for role in roles if role}) >= TORN_ENOUGH
    if not enough or known * 2 < filled or not set(roles) & PROMISES:
        return None
    return settled(Columns(tuple(roles), heads, clean, "action" in exact))


def settled(columns: Columns) -> Columns:
    """One column is the promise itself: an action, else an objective, else an outcome."""
    roles = list(columns.roles)
    if "action" not in roles:
        for stand_in in ("aim", "outcomes"):
            if stand_in in roles and (
                stand_in == "aim" or roles.count(stand_in) > 1 or _lone(roles)
            ):
                roles[roles.index(stand_in)] = "action"
                break
    if "start" in roles and "end" not in roles:
        roles = ["timescale" if role == "start" else role for role in roles]
    elif "end" in roles and "start" not in roles:
        roles = ["timescale" if role == "end" else role for role in roles]
    first = columns.heads[0] if columns.heads else ""
    short = not roles[0] and len(first.split()) <= 1 and (len(roles) > 3)
    if short and "ref" not in roles and "action" in roles[1:3]:
        roles[0] = "ref"
    return replace(columns, roles=tuple(roles))


def _lone(roles: list[str | None]) -> bool:
    return "lead" in roles and "timescale" in roles


def best(one: Columns | None, other: Columns) -> Columns:
    """Of two heads over the same columns the cleaner, with what only the other one says."""
    if one is None:
        return other
    first, second = (one, other) if one.clean >= other.clean else (other, one)
    if not _agree(first, second):
        return first
    roles = tuple(a or b for a, b in zip(first.roles, second.roles, strict=True))
    heads = tuple(a or b for a, b in zip(first.heads, second.heads, strict=True))
    return Columns(roles, heads, first.clean, first.sure)


def _agree(one: Columns, other: Columns) -> bool:
    same = sum(1 for a, b in zip(one.roles, other.roles, strict=True) if a and a == b)
    return same * 2 >= one.clean


def explains(texts: list[str]) -> bool:
    """A row that says in questions what each column is for."""
    filled = [text for text in texts if text]
    asking = [text for text in filled if QUESTION.match(text) and len(text.split()) <= 16]
    return len(asking) >= 3 and len(asking) * 2 > len(filled)


def spills(texts: list[str]) -> bool:
    """One line of text that ran across the columns and was cut by them, inside words."""
    filled = [text for text in texts if text]
    cut = sum(
        1
        for left, right in pairwise(filled)
        if left[-1].isalpha() and (right[0].islower() or right[0] == ",")
    )
    return len(filled) >= 4 and cut == len(filled) - 1
