"""The questions of the page, and what each is asked by."""

from dataclasses import dataclass

from frankpledge.evidence.queries.screens import ToAsk

WHERE_AND_WHEN = ("area", "start", "end")
OF_WHAT = (*WHERE_AND_WHEN, "types")


@dataclass(frozen=True)
class Asks:
    name: str
    words: str
    says: str
    fields: tuple[str, ...]


ASKS = (
    Asks("counts", "Counts", "How many, by month, area and type.", (*OF_WHAT, "by", "kind", "per")),
    Asks("rolling", "Twelve months", "The sum of the twelve months up to each.", OF_WHAT),
    Asks(
        "compare",
        "Compare",
        "A period beside the same before, and whether chance explains the difference.",
        (*OF_WHAT, "by", "kind", "before"),
    ),
    Asks(
        "rank",
        "Rank",
        "Areas in the order of their rates, and which cannot be told apart.",
        (*OF_WHAT, "kind", "per", "first"),
    ),
    Asks(
        "chart",
        "Chart",
        "Months in a row, with what is usual and what chance does not explain.",
        (*OF_WHAT, "is_adjusted"),
    ),
    Asks("hotspots", "Hot spots", "Where there is more than chance explains.", (*OF_WHAT, "cells")),
    Asks("seasons", "Seasons", "Each month beside an even one; it needs three years.", OF_WHAT),
    Asks("share", "Share", "How few places have half of it.", (*OF_WHAT, "kind")),
    Asks("hours", "Hours", "Stop and search by hour and weekday.", ("force", "start", "end")),
    Asks(
        "harm",
        "Harm",
        "Counts weighed by the harm of each type, with weights that you bring.",
        (*OF_WHAT, "named"),
    ),
)
# Those that are asked of counts of the partnership's own; some need areas to tell apart.
OF_OWN = frozenset({"counts", "rolling", "compare", "chart", "seasons"})
OF_OWN_BY_AREA = frozenset({"rank", "share"})


def asks_of(about: ToAsk) -> tuple[Asks, ...]:
    """The questions that can be put to a source."""
    if not about.source:
        return ASKS
    known = OF_OWN | (OF_OWN_BY_AREA if about.kinds else frozenset())
    known |= {"hotspots"} if "lsoa" in about.kinds else frozenset()
    return tuple(each for each in ASKS if each.name in known)
