"""What a map is put together from: an area each, or the cells of a grid that are alike as one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from frankpledge.pictures.maps.ground import UNIT, Ground
from frankpledge.pictures.maps.paths import path_of, united
from frankpledge.pictures.shades import STEPS

if TYPE_CHECKING:
    from frankpledge.pictures.maps.choropleth import Area


@dataclass(frozen=True)
class Piece:
    path: str
    shade: str
    says: str = ""
    href: str = ""
    above: bool = False


def pieces(ground: Ground, areas: Mapping[str, "Area"], width: int) -> list[Piece]:
    if ground.edge:
        return _of_grid(ground, areas)
    return [
        Piece(shape.path, area.shade, area.says, area.href, area.above)
        for shape in ground.sheet(width).shapes
        for area in (areas[shape.code],)
    ]


def _of_grid(ground: Ground, areas: Mapping[str, "Area"]) -> list[Piece]:
    """Of thousands of cells few have something to say: the rest is the ground that they lie on."""
    plain = "none" if any(each.shade == "none" for each in areas.values()) else STEPS[0]
    alike: dict[str, list[str]] = {}
    apart = []
    for shape in ground.wide.shapes:
        area = areas[shape.code]
        if area.above or area.shade not in {plain, *STEPS}:
            apart.append(Piece(shape.path, area.shade, area.says, area.href, area.above))
        elif area.shade != plain:
            alike.setdefault(area.shade, []).append(shape.path)
    merged = [Piece("".join(paths), shade) for shade, paths in sorted(alike.items())]
    return [Piece(ground.edge, plain), *merged, *apart]


def around(ground: Ground, areas: Mapping[str, "Area"]) -> str:
    """One line about all cells of a grid that stand out together; empty for other grounds."""
    if not ground.edge:
        return ""
    above = [shape for shape in ground.wide.shapes if areas[shape.code].above]
    return path_of(united(ring for shape in above for ring in shape.rings), UNIT)
