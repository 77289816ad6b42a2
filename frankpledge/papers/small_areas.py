"""Figures of small areas, as a source has them for its audience. Pure."""

from dataclasses import dataclass

from frankpledge.papers.source import Doc, Source

HELD = "held back"
NOWHERE = "In no place that we know"
NONE = "No figures by ward are in this freeze."


@dataclass(frozen=True)
class Year:
    counts: tuple[int | None, ...]
    total: int | None


@dataclass(frozen=True)
class Small:
    """A ward, or a district of a county; without a code, what lies in none of them."""

    code: str
    name: str
    people: int | None
    now: Year
    before: Year | None


@dataclass(frozen=True)
class SmallAreas:
    kind: str = "ward"
    year: str = ""
    before: str = ""
    types: tuple[str, ...] = ()
    broken: frozenset[str] = frozenset()
    rows: tuple[Small, ...] = ()
    why_none: str = ""
    held_below: int = 0  # nothing is held back where it is nought

    @property
    def places(self) -> tuple[Small, ...]:
        return tuple(one for one in self.rows if one.code)


def small_areas(source: Source) -> SmallAreas:
    annex = source.annex or {}
    found = annex.get("wards") or {}
    if not found.get("rows"):
        return SmallAreas(why_none=found.get("why_none") or annex.get("why_none") or NONE)
    rows = tuple(_small(one) for one in found["rows"])
    return SmallAreas(
        kind=found["kind"],
        year=found["year"],
        before=found["before"],
        types=tuple(found["types"]),
        broken=frozenset(found["broken"]),
        rows=tuple(one for one in rows if one.code or one.now.total != 0),
        held_below=found["held_below"],
    )


def _small(one: Doc) -> Small:
    before = Year(tuple(one["before"]), one["total_before"]) if one["before"] else None
    now = Year(tuple(one["counts"]), one["total"])
    return Small(one["code"], one["name"] or NOWHERE, one["people"], now, before)


@dataclass(frozen=True)
class Done:
    measure: str
    unit: str
    count: int | None

    @property
    def words(self) -> str:
        return figure(self.count)


def done_in(source: Source, area: str) -> list[Done]:
    """What the delivery log counted in one area over the year."""
    here = [one for one in _log(source).get("rows") or [] if one["area"] == area]
    return [Done(one["measure"], one["unit"], one["count"]) for one in here]


def done_in_all(source: Source, over: str = "done") -> list[Done]:
    """Over the year, or over the `done_half` of it that ends with the round."""
    found = _log(source, over).get("in_all") or []
    return [Done(one["measure"], one["unit"], one["count"]) for one in found]


def done_when(source: Source, over: str = "done") -> str:
    return str(_log(source, over).get("period") or "")


def _log(source: Source, over: str = "done") -> Doc:
    return (source.annex or {}).get(over) or {}


def figure(value: int | None) -> str:
    return HELD if value is None else f"{value:,}"


def held_words(found: SmallAreas) -> str:
    """Under a table of which something may be held back; empty where all is shown."""
    if not found.held_below:
        return ""
    return (
        f"Counts of 1 to {found.held_below - 1} in a {found.kind} are held back, and others with "
        "them, so that none can be worked out from the rest."
    )
