"""A small map that says where in the area a place lies, in one shape of ink among pale ones."""

from collections.abc import Sequence

from frankpledge.evidence.queries import Outline
from frankpledge.pictures.maps.ground import project
from frankpledge.pictures.svg import safe

SIZE = 300.0
SIDES = {-1: ("north", "west"), 0: ("", ""), 1: ("south", "east")}


def locator(outlines: Sequence[Outline], code: str, name: str, area: str) -> str:
    """Empty where no outlines are loaded. Escaped: mark it safe."""
    if not any(each.code == code for each in outlines):
        return ""
    latitudes = [lat for each in outlines for ring in each.rings for _, lat in ring]
    middle = (min(latitudes) + max(latitudes)) / 2
    plane = {each.code: project(each.rings, middle) for each in outlines}
    points = [point for rings in plane.values() for ring in rings for point in ring]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide, high = max(x for x, _ in points) - left, max(y for _, y in points) - top
    scale = SIZE / (max(wide, high) or 1)
    paths = {
        each: _path([[((x - left) * scale, (y - top) * scale) for x, y in ring] for ring in rings])
        for each, rings in plane.items()
    }
    pale = "".join(path for each, path in paths.items() if each != code)
    label = f"{name} is {side(outlines, code)} of {area}."
    return (
        f'<svg class="fp-locator" viewBox="-2 -2 {wide * scale + 4:.0f} {high * scale + 4:.0f}" '
        f'role="img" aria-label="{safe(label)}">'
        f'<path class="fp-locator__all" d="{pale}"/>'
        f'<path class="fp-locator__here" d="{paths[code]}"/></svg>'
    )


def side(outlines: Sequence[Outline], code: str) -> str:
    """In the north-west, or in the middle."""
    here = next(each for each in outlines if each.code == code)
    east = _third([each.lon for each in outlines], here.lon)
    south = -_third([each.lat for each in outlines], here.lat)
    words = "-".join(word for word in (SIDES[south][0], SIDES[east][1]) if word)
    return f"in the {words}" if words else "in the middle"


def _third(values: Sequence[float], here: float) -> int:
    low, high = min(values), max(values)
    part = (here - low) / ((high - low) or 1)
    return -1 if part < 1 / 3 else 1 if part > 2 / 3 else 0


def _path(rings: Sequence[Sequence[tuple[float, float]]]) -> str:
    return "".join(f"M{'L'.join(f'{x:.0f} {y:.0f}' for x, y in _thin(ring))}Z" for ring in rings)


def _thin(ring: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    made: list[tuple[float, float]] = []
    for x, y in ring:
        point = (float(round(x)), float(round(y)))
        if not made or made[-1] != point:
            made.append(point)
    return made
