"""What every answer says of itself: where it comes from, which months, how it was worked out."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from django.utils import timezone

from frankpledge.evidence.asking import own, placed, reached
from frankpledge.evidence.asking.forces import forces_named
from frankpledge.evidence.asking.put import put
from frankpledge.evidence.asking.scope import Area, Own, Scope, day, number_of
from frankpledge.evidence.engines.engine import Engine
from frankpledge.figures.periods import Period
from frankpledge.record.errors import Refused

# A force with less than this part of an area's crimes is not missed when a month of it is.
HOME = 0.05


@dataclass(frozen=True)
class Told:
    source: str
    months: tuple[str, ...]
    # In words: Loamshire May 2021.
    missing: tuple[str, ...]
    cut_off: str
    method: tuple[str, ...]
    parameters: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()

    def with_method(self, *method: str, notes: Iterable[str] = (), **parameters: str) -> "Told":
        return replace(
            self,
            method=(*self.method, *method),
            notes=(*self.notes, *notes),
            parameters=(*self.parameters, *parameters.items()),
        )

    @property
    def lines(self) -> tuple[str, ...]:
        """For under a picture and after a table."""
        missing = "; ".join(self.missing) or "none"
        asked = "; ".join(f"{name} {value}" for name, value in self.parameters)
        return (
            f"Source: {self.source}",
            f"Months: {self._span}. Missing: {missing}.",
            f"Cut-off: {self.cut_off}.",
            f"Method: {'; '.join(self.method)}.",
            f"Asked for: {asked}.",
            *self.notes,
        )

    @property
    def _span(self) -> str:
        if not self.months:
            return "none"
        count = f"{len(self.months)} month{'s' if len(self.months) > 1 else ''}"
        return f"{self.months[0]} to {self.months[-1]}, {count}"

    def to_dict(self) -> dict[str, Any]:
        return {**asdict(self), "parameters": dict(self.parameters)}


@dataclass(frozen=True)
class Covered:
    """The forces that a scope's figures come from, and which of its months each has."""

    period: Period
    forces: dict[str, str]
    months: tuple[int, ...]
    missing: tuple[tuple[str, int], ...]
    # Where each period begins, and how many months it has.
    starts: tuple[int, ...] = ()
    grain: int = 1

    @property
    def gaps(self) -> tuple[str, ...]:
        """Months that follow each other are said as one period."""
        runs: list[tuple[str, Period]] = []
        for force, month in self.missing:
            last = runs[-1] if runs else None
            if last and last[0] == force and last[1].end == month - 1:
                runs[-1] = (force, Period(last[1].start, last[1].months + 1))
            else:
                runs.append((force, Period(month)))
        return tuple(f"{self.forces[force]} {period.words}" for force, period in runs)


def covered(asked: Engine, scope: Scope, *, dataset: str = "street") -> Covered:
    """Months of the scope's own forces; refused where they have none of those asked for."""
    if scope.own:
        return _of_own(asked, scope, scope.own)
    names, held = _held(asked, dataset)
    if not held:
        raise Refused("Nothing has been loaded yet: frankpledge evidence load takes files in.")
    forces = _home(asked, scope, set(held)) if dataset == "street" else set(held)
    here = sorted({month for force in forces for month in held[force]})
    period = scope.period or Period(here[0], here[-1] - here[0] + 1)
    asked_for = range(period.start, period.end + 1)
    months = tuple(month for month in here if month in asked_for)
    if not months:
        raise Refused(
            f"No month of {period.words} is here: there are {Period(here[0]).words} to "
            f"{Period(here[-1]).words}."
        )
    gone = [(force, month) for force in sorted(forces) for month in asked_for]
    missing = tuple((force, month) for force, month in gone if month not in held[force])
    return Covered(period, {force: names[force] for force in forces}, months, missing, months)


def _of_own(asked: Engine, scope: Scope, chosen: Own) -> Covered:
    starts = own.periods(asked, chosen)
    here = Period(starts[0], starts[-1] - starts[0] + chosen.months)
    period = scope.period or here
    own.whole(chosen, starts, period.start, period.end)
    kept = tuple(start for start in starts if period.start <= start <= period.end)
    months = tuple(month for start in kept for month in range(start, start + chosen.months))
    if not months:
        raise Refused(f"No month of {period.words} is here: there are {here.words}.")
    gone = sorted(set(range(period.start, period.end + 1)) - set(months))
    named = {chosen.dataset: chosen.dataset}
    missing = tuple((chosen.dataset, month) for month in gone)
    return Covered(period, named, months, missing, kept, chosen.months)


def _held(asked: Engine, dataset: str) -> tuple[dict[str, str], dict[str, set[int]]]:
    held: dict[str, set[int]] = {}
    for force, _, month in put(asked, "coverage", {"dataset": dataset}):
        held.setdefault(force, set()).add(number_of(month))
    return forces_named(asked, dataset), held


def _home(asked: Engine, scope: Scope, every: set[str]) -> set[str]:
    if scope.area is None:
        return every
    # Of several together, those of each: one that is small among them all is missed all the same.
    own = set[str]().union(*(_main(asked, area, every) for area in scope.area.each))
    if not own:
        raise Refused(f"Nothing that was loaded lies in {scope.area.name}.")
    return own


def _main(asked: Engine, area: Area, every: set[str]) -> set[str]:
    whole = Scope(area)
    counts: dict[str, int] = dict(
        put(asked, "forces", whole.values, where=whole.where, table=whole.table())
    )
    total = sum(counts.values())
    return {force for force, n in counts.items() if n >= HOME * total and force in every}


def tell(
    asked: Engine, scope: Scope, cover: Covered, *, places: str | None = None, **parameters: str
) -> Told:
    """Places are the kind of area that the answer tells apart."""
    forces = ", ".join(sorted(cover.forces.values()))
    made = asked.generation.made_at if asked.generation else timezone.now()
    loaded = timezone.localtime(made)
    said = {
        "area": scope.area.names if scope.area else "all",
        "types": ", ".join(scope.types) or "all",
        "period": cover.period.words,
    }
    if scope.own:
        told = _told_of_own(scope.own, cover, loaded, {**said, **parameters})
        return told.with_method(notes=filter(None, [reached.note(asked, scope)]))
    return Told(
        source=f"police.uk street-level crime as published by {forces}.",
        months=tuple(f"{day(month):%Y-%m}" for month in cover.months),
        missing=cover.gaps,
        cut_off=f"files as loaded by {loaded.day} {loaded:%B %Y}",
        method=("each published row counts once, in the month and place it was published with",),
        parameters=tuple({**said, **parameters}.items()),
        notes=placed.notes(asked, scope, places),
    )


def _told_of_own(chosen: Own, cover: Covered, loaded: datetime, said: dict[str, str]) -> Told:
    level = chosen.level or "the whole"
    left = "; ".join(chosen.left_out)
    note = f"Left out of {chosen.dataset}, since they would count twice: those {left}."
    return Told(
        source=f"{chosen.dataset}, counts that the partnership brought.",
        months=tuple(f"{day(month):%Y-%m}" for month in cover.months),
        missing=cover.gaps,
        cut_off=f"files as loaded by {loaded.day} {loaded:%B %Y}",
        method=(
            f"counts as they were brought, {own.by_words(chosen.months)}, of each {level}",
            "an area without a row in a period that is here had none, in the districts they name",
        ),
        parameters=tuple(said.items()),
        notes=(note,) if left else (),
    )
