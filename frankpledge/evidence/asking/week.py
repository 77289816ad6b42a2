"""When in the week: the hours of stop and search, the one published file that has times."""

from dataclasses import dataclass

from frankpledge.evidence.asking.put import put
from frankpledge.evidence.asking.scope import Scope
from frankpledge.evidence.asking.told import Told, covered, tell
from frankpledge.evidence.engines.engine import Engine
from frankpledge.figures.periods import Period
from frankpledge.figures.seasons.week import Week, week
from frankpledge.record.errors import Refused


@dataclass(frozen=True)
class Hours:
    week: Week
    told: Told


def hours(asked: Engine, *, period: Period | None = None, force: str | None = None) -> Hours:
    """Stops are published with a point and no area, so that they are counted by force."""
    cover = covered(asked, Scope(period=period), dataset="stops")
    if force is not None and force not in cover.forces:
        known = ", ".join(sorted(cover.forces))
        raise Refused(f"No stops of {force} are here: there are {known}.")
    scope = Scope(period=cover.period)
    where = f'{scope.where} AND "force" = $of_force' if force else scope.where
    rows = put(asked, "week", {**scope.values, "of_force": force}, where=where)
    counts = {(day - 1, hour): n for day, hour, n, _ in rows}
    found = week(counts, midnight=sum(row[3] for row in rows))
    told = tell(asked, scope, cover, force=cover.forces[force] if force else "all")
    return Hours(found, _of_stops(told).with_method(*found.method, notes=found.notes))


def _of_stops(told: Told) -> Told:
    from dataclasses import replace

    return replace(told, source=told.source.replace("street-level crime", "stop and search"))
