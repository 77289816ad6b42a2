"""One thing to look at, and what one could do next."""

from dataclasses import dataclass

# In the order in which they are read.
SORTS = {
    "changed": "Changed by more than chance explains",
    "odds": "Less likely to be met than it was",
    "overdue": "The date has passed",
    "stale": "Nothing heard",
    "contradicts": "What people say and what figures say do not agree",
    "owed": "Figures that are owed",
}


@dataclass(frozen=True)
class Matter:
    sort: str
    # The same matter has the same key for as long as it lasts.
    key: str
    sentence: str
    do: str
    # The name of an address on the desk, and what follows the partnership's word in it.
    url: str
    args: tuple[object, ...] = ()
    restricted: bool = False
