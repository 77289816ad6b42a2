"""What people give a paper beside the freeze: the meeting, its author, words, its parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any


@dataclass(frozen=True)
class Given:
    """Kept with each paper that was made, so that it can be made again as it was."""

    title: str = ""
    meeting: str = ""
    item: str = ""
    author: str = ""
    contact: str = ""
    purpose: str = ""
    introduction: str = ""
    open_to_public: str = ""
    recommendations: tuple[str, ...] = ()
    strikes: tuple[str, ...] = ()
    sections: tuple[str, ...] = field(default=())  # in their order; none: all, in ours
    # The analyst's own, by the table that they stand beside: {"words", "by", "on"}
    annex_words: dict[str, dict[str, str]] = field(default_factory=dict)

    def as_data(self) -> dict[str, Any]:
        made = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: list(one) if isinstance(one, tuple) else one for name, one in made.items()}


def from_data(data: Mapping[str, Any]) -> Given:
    known = {one.name for one in fields(Given)}
    given: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in data.items()
        if name in known
    }
    return Given(**given)
