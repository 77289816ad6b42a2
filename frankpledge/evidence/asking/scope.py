"""What a question is about: an area, months and types, made sure of before anything is counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from frankpledge.evidence.asking.put import put
from frankpledge.evidence.engines.engine import Engine
from frankpledge.figures.periods import Period, read_period
from frankpledge.record.errors import Refused

# From the widest: of areas that share a name, the widest is meant.
COLUMNS = {
    "county": "county",
    "district": "district",
    "ward": "ward",
    "msoa": "msoa",
    "lsoa": "lsoa_now",
}
# Which kinds of area an area is made up of, the widest first.
MADE_OF = {
    "county": ("county", "district", "ward", "msoa", "lsoa"),
    "district": ("district", "ward", "msoa", "lsoa"),
    "ward": ("ward", "lsoa"),
    "msoa": ("msoa", "lsoa"),
    "lsoa": ("lsoa",),
}


EVERYTHING = "All recorded incidents"
TOGETHER = "together"


@dataclass(frozen=True)
class Area:
    code: str
    kind: str
    name: str
    # Of a kind of its own: several that do not overlap, added up.
    parts: tuple["Area", ...] = ()

    @property
    def each(self) -> tuple["Area", ...]:
        return self.parts or (self,)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(part.code for part in self.each)

    @property
    def names(self) -> str:
        return ", ".join(part.name for part in self.each)

    @property
    def kinds(self) -> set[str]:
        return {part.kind for part in self.each}


@dataclass(frozen=True)
class Own:
    """Counts that a partnership brought: of how many months each, and of which kind of area."""

    dataset: str
    # The months that were asked for by name; nought, where the shortest will do.
    grain: int = 0
    months: int = 0
    level: str = ""
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scope:
    """Without an area, everything that is here; without a period, every month of it.

    What is counted is the police's street-level crime, or counts of the partnership's own.
    """

    area: Area | None = None
    period: Period | None = None
    types: tuple[str, ...] = ()
    own: Own | None = None

    def over(self, period: Period) -> "Scope":
        return replace(self, period=period)

    def table(self, kind: str | None = None) -> str:
        """Where no smaller area is asked for, districts are read and not their LSOAs."""
        if self.own:
            return "own"
        kinds = {kind, *(self.area.kinds if self.area else ())}
        return "totals" if kinds <= {None, "county", "district"} else "cube"

    @property
    def within(self) -> str:
        """The condition of the area alone."""
        if self.area is None:
            return "true"
        said = [f"{COLUMNS[part.kind]} = $area_{at}" for at, part in enumerate(self.area.each)]
        return said[0] if len(said) == 1 else f"({' OR '.join(said)})"

    @property
    def where(self) -> str:
        said = ["month >= $start AND month <= $until"] if self.period else []
        if self.area:
            said.append(self.within)
        if self.own:
            said.append('dataset = $dataset AND period_months = $grain AND "level" = $level')
        if self.types:
            said.append(f"type IN ({', '.join(f'$type_{at}' for at in range(len(self.types)))})")
        return " AND ".join(said) or "true"

    @property
    def values(self) -> dict[str, object]:
        held: dict[str, object] = {f"type_{at}": each for at, each in enumerate(self.types)}
        if self.own:
            held |= {
                "dataset": self.own.dataset,
                "grain": self.own.months,
                "level": self.own.level,
            }
        if self.area:
            held |= {f"area_{at}": code for at, code in enumerate(self.area.codes)}
        if self.period:
            held |= {"start": day(self.period.start), "until": day(self.period.end)}
        return held

    @property
    def what(self) -> str:
        """As it stands in a sentence: Burglary in Marshwick."""
        said = ", ".join(self.types) or (self.own.dataset if self.own else EVERYTHING)
        return f"{said} in {self.area.name}" if self.area else said


def area_called(asked: Engine, said: str) -> Area:
    rows = put(asked, "called", {"said": said.strip()})
    if not rows:
        raise Refused(f"No area is known by the code or name {said}.")
    today = [row for row in rows if row[3]]
    if not today:
        followed = next((row[4] for row in rows if row[4]), None)
        if followed is None:
            raise Refused(f"{said} is no area of today, and none is known to have followed it.")
        return area_called(asked, followed)
    widest = min(today, key=lambda row: list(COLUMNS).index(row[1]))[1]
    meant = [row for row in today if row[1] == widest]
    if len(meant) > 1:
        codes = ", ".join(sorted(row[0] for row in meant)[:5])
        raise Refused(f"{len(meant)} areas are called {said}: name one by its code ({codes}).")
    code, kind, name = meant[0][:3]
    return Area(code, kind, name)


def types_called(asked: Engine, said: Sequence[str], own: Own | None = None) -> tuple[str, ...]:
    if not said:
        return ()
    rows = put(asked, "own/types", {"dataset": own.dataset}) if own else put(asked, "types")
    known = {str(name).casefold(): str(name) for (name,) in rows}
    for each in said:
        if each.strip().casefold() not in known:
            listed = "; ".join(sorted(known.values())) or "none, since nothing has been loaded"
            raise Refused(f"No type is published as {each}: there are {listed}.")
    return tuple(dict.fromkeys(known[each.strip().casefold()] for each in said))


def month_of(said: str) -> int:
    found = read_period(said)
    if found is None or found.months != 1:
        raise Refused(f"{said} is not a month: write it as 2026-07.")
    return found.start


def number_of(month: date) -> int:
    return month.year * 12 + month.month - 1


def day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def spans(months: Iterable[int]) -> str:
    """In words, those that follow each other as one period."""
    runs: list[Period] = []
    for month in sorted(months):
        if runs and runs[-1].end == month - 1:
            runs[-1] = Period(runs[-1].start, runs[-1].months + 1)
        else:
            runs.append(Period(month))
    return ", ".join(run.words for run in runs)
