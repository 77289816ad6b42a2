"""What a paper is, to whoever chooses one from a list."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from frankpledge.papers.blocks import Block
from frankpledge.papers.source import Source

Write = Callable[[Source], list[Block]]


@dataclass(frozen=True)
class Section:
    """A part that a partnership may leave out or put elsewhere. Empty ones leave no heading."""

    key: str
    name: str
    write: Write


@dataclass(frozen=True)
class Kind:
    key: str
    name: str
    says: str
    audience: str  # whom it is for unless somebody chooses otherwise
    title: Callable[[Source], str]
    over: str
    sections: tuple[Section, ...]
    of: Literal["round", "plan"] = "round"  # plan: a freeze of the plan will do
    landscape: bool = False

    def chosen(self, keys: tuple[str, ...]) -> list[Section]:
        by_key = {one.key: one for one in self.sections}
        return [by_key[key] for key in keys if key in by_key] if keys else list(self.sections)
