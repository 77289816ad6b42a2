"""A map of areas by their figures, or by the kind of hot spot that each is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from frankpledge.figures.places.kinds import SAID
from frankpledge.pictures.maps.drawn import draw
from frankpledge.pictures.maps.ground import Ground
from frankpledge.pictures.picture import Picture, Table, Words, picture
from frankpledge.pictures.scales import said
from frankpledge.pictures.shades import HIDDEN, KeyEntry, entries, even_breaks, step

SNAPPED = (
    "Points on police.uk are moved to fixed places nearby before they are published: "
    "a map can be no finer than those."
)
Kind = Literal["persistent", "emerging", "intermittent", "former", "cold", "none"]
KINDS: dict[str, str] = {
    **SAID,
    "cold": "fewer than chance explains",
    "none": "nothing clear",
}


@dataclass(frozen=True)
class Figure:
    """A value of None is not shown, and is hatched. `above`: its interval lies wholly above."""

    value: float | None
    above: bool = False
    href: str = ""
    count: str = ""


@dataclass(frozen=True)
class Spot:
    kind: Kind
    href: str = ""


@dataclass(frozen=True)
class Choropleth:
    """Figures by code. An area without one is hatched, as what is not shown is."""

    words: Words
    figures: Mapping[str, Figure]
    unit: str
    places: int = 1
    # Four make five steps; without them, as many areas in each.
    breaks: tuple[float, ...] = ()
    above: str = "clearly above the whole"
    hidden: str = "too few to show"
    caveats: tuple[str, ...] = (SNAPPED,)


@dataclass(frozen=True)
class HotSpots:
    words: Words
    spots: Mapping[str, Spot]
    caveats: tuple[str, ...] = (SNAPPED,)


@dataclass(frozen=True)
class Area:
    """What is drawn of one area."""

    shade: str
    says: str
    href: str = ""
    above: bool = False


def choropleth(ground: Ground, given: Choropleth) -> Picture:
    names = {shape.code: shape.name for shape in ground.wide.shapes}
    shown = [each.value for code, each in given.figures.items() if code in names]
    values = [each for each in shown if each is not None]
    breaks = given.breaks or even_breaks(values)
    areas = {code: _area(given, name, code, breaks) for code, name in names.items()}
    told = entries(breaks, given.places) if values else []
    if any(each.shade == HIDDEN for each in areas.values()):
        told.append(KeyEntry(HIDDEN, given.hidden))
    above = given.above if any(each.above for each in areas.values()) else ""
    return picture(
        "map",
        given.words,
        lambda canvas, label: draw(canvas, label, ground, areas, told, above),
        _table(names, given),
        describes=_describes(names, given, values),
        notes=given.caveats,
    )


def hot_spots(ground: Ground, given: HotSpots) -> Picture:
    names = {shape.code: shape.name for shape in ground.wide.shapes}
    areas = {code: _spot(name, given.spots.get(code)) for code, name in names.items()}
    used = {each.shade for each in areas.values()}
    told = [KeyEntry(kind, words) for kind, words in KINDS.items() if kind in used]
    by_kind = [
        (words, sum(each.shade == kind for each in areas.values())) for kind, words in KINDS.items()
    ]
    rows = sorted(
        ((list(KINDS).index(areas[code].shade), name) for code, name in names.items()),
    )
    return picture(
        "hotspots",
        given.words,
        lambda canvas, label: draw(canvas, label, ground, areas, told, ""),
        Table(("Area", "Kind"), tuple((name, list(KINDS.values())[at]) for at, name in rows)),
        describes="; ".join(f"{n} {words}" for words, n in by_kind if n) + ".",
        notes=given.caveats,
    )


def _area(given: Choropleth, name: str, code: str, breaks: tuple[float, ...]) -> Area:
    figure = given.figures.get(code) or Figure(None)
    if figure.value is None:
        return Area(HIDDEN, f"{name}: {given.hidden}", figure.href)
    says = f"{name}: {said(figure.value, given.places)} {given.unit}"
    if figure.above:
        says += f", {given.above}"
    return Area(step(figure.value, breaks), says, figure.href, figure.above)


def _spot(name: str, spot: Spot | None) -> Area:
    kind = spot.kind if spot else "none"
    return Area(kind, f"{name}: {KINDS[kind]}", spot.href if spot else "")


def _table(names: Mapping[str, str], given: Choropleth) -> Table:
    counted = any(each.count for each in given.figures.values())
    rows = []
    for code, name in names.items():
        each = given.figures.get(code) or Figure(None)
        shown = given.hidden if each.value is None else said(each.value, given.places)
        beside = given.above if each.above else ""
        order = (each.value is None, -(each.value or 0), name)
        rows.append((order, (name, *([each.count] if counted else []), shown, beside)))
    head = ("Area", *(["Count"] if counted else []), given.unit[:1].upper() + given.unit[1:])
    return Table((*head, "Beside the whole"), tuple(row for _, row in sorted(rows)))


def _describes(names: Mapping[str, str], given: Choropleth, values: list[float]) -> str:
    if not values:
        return "No figure is shown."
    low, high = said(min(values), given.places), said(max(values), given.places)
    above = [names[code] for code, each in given.figures.items() if each.above and code in names]
    told = f"{len(names)} areas, from {low} to {high} {given.unit}."
    if above:
        named = ", ".join(sorted(above)[:12]) + (" and others" if len(above) > 12 else "")
        told += f" {given.above[:1].upper() + given.above[1:]}: {named}."
    hidden = len(names) - len(values)
    return f"{told} Not shown: {hidden}." if hidden else told
