"""How many people or households an area has, for rates."""

from frankpledge.evidence.asking.put import put
from frankpledge.evidence.asking.reached import must_be_whole
from frankpledge.evidence.asking.scope import Area, Scope
from frankpledge.evidence.engines.engine import Engine
from frankpledge.record.errors import Refused

OF = ("people", "households")


def bases(asked: Engine, kind: str, of: str, year: int) -> tuple[dict[str, int], str]:
    """By code: the newest figure that is no later than the year, else the oldest there is."""
    if of not in OF:
        raise Refused(f"Rates are worked out per people or per households, not per {of}.")
    found: dict[str, dict[int, int]] = {}
    for code, at, residents, households in put(asked, "sizes", {"kind": kind}):
        value = residents if of == "people" else households
        if value:
            found.setdefault(code, {})[at] = value
    chosen = {code: _nearest(held, year) for code, held in found.items()}
    years = ", ".join(str(each) for each in sorted(set(chosen.values())))
    return {code: found[code][at] for code, at in chosen.items()}, years


def within(
    asked: Engine, scope: Scope, kind: str | None, of: str, year: int
) -> tuple[dict[str, int], str]:
    """Of areas of a kind; without one, of the scope's own area, under no code."""
    if kind:
        found, years = bases(asked, kind, of, year)
    elif scope.area is None:
        raise Refused("A rate needs an area: name one, or count by area.")
    else:
        must_be_whole(asked, scope)
        whole, years = of_area(asked, scope.area, of, year)
        found = {"": whole} if whole else {}
    if not found:
        raise Refused(f"No {of} are loaded for these areas: frankpledge areas load takes them in.")
    return found, years


def of_area(asked: Engine, area: Area, of: str, year: int) -> tuple[int, str]:
    """Nought where it is not known; of several together, where one of them is not."""
    by_kind = {kind: bases(asked, kind, of, year) for kind in sorted(area.kinds)}
    held = [by_kind[part.kind][0].get(part.code, 0) for part in area.each]
    years = ", ".join(dict.fromkeys(years for _, years in by_kind.values()))
    return sum(held) if all(held) else 0, years


def _nearest(held: dict[int, int], year: int) -> int:
    return max((each for each in held if each <= year), default=min(held))
