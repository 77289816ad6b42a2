"""What the rules of placing did to the rows of an answer, said with it."""

from dataclasses import replace

from frankpledge.evidence.asking.put import put
from frankpledge.evidence.asking.scope import Scope
from frankpledge.evidence.engines.engine import Engine

SMALL = ("ward", "msoa", "lsoa")
# Of those that are named.
SHOWN = 5


def notes(asked: Engine, scope: Scope, kind: str | None) -> tuple[str, ...]:
    """Of all types together, so that the answers of one page say the same."""
    kinds = {kind, *(scope.area.kinds if scope.area else ())} - {None}
    if scope.own or not kinds:
        return ()
    whole = replace(scope, types=())
    ((split, over_wards, by_name),) = put(asked, "placing", whole.values, where=whole.where)
    said = []
    if split and kinds & set(SMALL):
        wards = f" ({over_wards:,} of them over several wards)" if over_wards else ""
        said.append(
            f"Of all recorded here, {_rows(split)} older LSOAs that were split{wards}: each counts "
            f"in the part of its own district with most residents{_which(asked, scope, kind)}."
        )
    if by_name and (kind == "district" or scope.area is None):
        said.append(
            f"Of all recorded here, {_rows(by_name)} LSOAs outside the look-ups: their district is "
            "taken from the LSOA's name."
        )
    return tuple(said)


def _which(asked: Engine, scope: Scope, kind: str | None) -> str:
    """Told by LSOA, those parts have too many and the others too few: they are named."""
    if kind != "lsoa":
        return ""
    found = put(
        asked, "members", scope.values, column="lsoa_now", within=f"is_split AND {scope.within}"
    )
    called: dict[str, str] = dict(put(asked, "names", {"kind": "lsoa"}))
    named = sorted(called.get(str(code), str(code)) for (code,) in found)
    others = len(named) - SHOWN
    listed = ", ".join(named[:SHOWN]) + (f" and {others:,} others" if others > 0 else "")
    return f" ({listed}), which has too many by it and the other parts too few"


def _rows(n: int) -> str:
    return "1 lies in" if n == 1 else f"{n:,} lie in"
