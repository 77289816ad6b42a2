"""Outlines of places, and maps made ready to be drawn upon: once for each state of the evidence."""

from functools import lru_cache

from frankpledge.evidence.queries import Outline, outlines
from frankpledge.evidence.released import Release
from frankpledge.pictures.maps.ground import Ground, prepare
from frankpledge.pictures.maps.ground import Outline as Drawn

MOST_HELD = 40


def outlines_of(release: Release) -> tuple[Outline, ...]:
    return _outlines(release.folder, release.kind, release.area.codes) if release.kind else ()


def ground_of(release: Release) -> Ground | None:
    """None where no outlines are loaded."""
    return _ground(release.folder, release.kind, release.area.codes) if release.kind else None


@lru_cache(maxsize=MOST_HELD)
def _outlines(folder: str, kind: str, within: tuple[str, ...]) -> tuple[Outline, ...]:
    return tuple(outlines(kind=kind, within=within))


@lru_cache(maxsize=MOST_HELD)
def _ground(folder: str, kind: str, within: tuple[str, ...]) -> Ground | None:
    found = _outlines(folder, kind, within)
    if not found:
        return None
    return prepare([Drawn(each.code, each.name, tuple(map(tuple, each.rings))) for each in found])
