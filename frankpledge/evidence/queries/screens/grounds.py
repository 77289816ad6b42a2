"""Maps made ready to be drawn upon: once for each state of the evidence."""

from functools import lru_cache

from frankpledge.evidence.areas.outlines import outlines
from frankpledge.evidence.store.reading import current
from frankpledge.pictures.maps.ground import Ground, Outline, prepare

MOST_HELD = 40


def ground_of(kind: str, within: str) -> Ground | None:
    """None where no outlines are loaded. A load of areas makes a generation, and so a new map."""
    generation = current()
    return _ground(generation.folder, kind, within) if generation else None


@lru_cache(maxsize=MOST_HELD)
def _ground(folder: str, kind: str, within: str) -> Ground | None:
    found = outlines(kind=kind, within=within)
    if not found:
        return None
    return prepare([Outline(each.code, each.name, tuple(map(tuple, each.rings))) for each in found])
