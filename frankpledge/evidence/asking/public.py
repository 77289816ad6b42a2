"""Counts for the public: small ones held back, and others so that none can be worked out."""

from dataclasses import dataclass

from frankpledge.evidence.asking.counts import Counts, is_placed
from frankpledge.evidence.asking.told import Told
from frankpledge.figures.small import Suppressed, suppress, threshold_for
from frankpledge.record.errors import Refused


@dataclass(frozen=True)
class Public:
    """One table; None stands for a count that is held back, nought for none."""

    heads: tuple[str, ...]
    names: tuple[str, ...]
    table: Suppressed
    told: Told


def public(found: Counts, *, audience: str = "public") -> Public:
    """A table of areas by types. Totals are part of it, so that no cell follows from them."""
    if set(found.by) != {"area", "type"}:
        raise Refused("A public table is of areas by types: what has more sides gives more away.")
    rows = [row for row in found.rows if is_placed(row)]
    areas = sorted({(row.area_name, row.area) for row in rows})
    types = sorted({row.type for row in rows})
    if not areas:
        raise Refused("Nothing was counted in these areas and months.")
    held = {(row.area_name, row.area, row.type): row.count for row in rows}
    cells = [[held.get((*area, each), 0) for each in types] for area in areas]
    table = suppress(cells, threshold=threshold_for(audience))
    told = found.told.with_method(
        f"{table.threshold} is the smallest count shown; others are held back beside it",
        notes=[table.sentence],
        audience=audience,
    )
    return Public(tuple(types), tuple(name for name, _ in areas), table, told)
