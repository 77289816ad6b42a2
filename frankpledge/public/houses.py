"""Draws the ten households, for a desk and for a phone: python -m frankpledge.public.houses

No two have the same gable, every house is next to another, and in most a light is on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

STATIC = Path(__file__).parent / "static" / "public"
INK, PAPER, VELLUM, PANE, LIGHT = "#1d1b24", "#fff", "#f8f5ed", "#ece6d8", "#f4c430"


@dataclass(frozen=True)
class House:
    """Widths and heights in hundredths of a street: of its length, and of its height."""

    width: float
    eaves: float
    ridge: float
    windows: str  # one letter each: l for lit, d for dark
    chimney: float = 0  # how far along its roof; none at nought
    tinted: bool = False


STREET = (
    House(9.6, 52, 92, "dl"),
    House(8.4, 55, 88, "dd", chimney=0.68, tinted=True),
    House(11.4, 50, 95, "ldd"),
    House(9.2, 42, 80, "dl"),
    House(11.8, 56, 97, "ddl", chimney=0.76, tinted=True),
    House(8.6, 54, 86, "dd"),
    House(10.4, 47, 90, "ld"),
    House(9.2, 50, 93, "dl", tinted=True),
    House(11.2, 41, 83, "dld", chimney=0.74),
    House(10.2, 46, 94, "dd"),
)


Gable = tuple[float, float]  # how high its eaves and its ridge are


@dataclass(frozen=True)
class Size:
    name: str
    width: int
    height: int
    line: float

    @property
    def pane(self) -> float:
        return self.height * 0.12


SIZES = (Size("houses-wide", 1152, 104, 1.25), Size("houses-narrow", 340, 56, 1.0))


def drawn(size: Size) -> str:
    at = 0.0
    parts: list[str] = []
    for house in STREET:
        parts += _house(house, at, size)
        at += house.width * size.width / 100
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 0 {size.width + 2} {size.height}" '
        f'width="{size.width + 2}" height="{size.height}" fill="none" stroke="{INK}" '
        f'stroke-width="{size.line}" stroke-linejoin="round">{"".join(parts)}</svg>\n'
    )


def _house(house: House, left: float, size: Size) -> Iterator[str]:
    right = left + house.width * size.width / 100
    eaves, ridge = (size.height * (1 - part / 100) for part in (house.eaves, house.ridge))
    if house.chimney:
        yield _chimney(house, left, right, (eaves, ridge), size)
    gable = _path(
        [(left, size.height), (left, eaves), ((left + right) / 2, ridge), (right, eaves)],
        f"V{size.height}",
    )
    yield f'<path fill="{VELLUM if house.tinted else PAPER}" d="{gable}"/>'
    yield from _windows(house, left, right, eaves, size)
    yield _door(left, right, size)


def _chimney(house: House, left: float, right: float, gable: Gable, size: Size) -> str:
    eaves, ridge = gable
    x = left + (right - left) * house.chimney
    broad = size.height * 0.11
    foot = ridge + (eaves - ridge) * (house.chimney - 0.5) * 2 + broad
    top = max(1.0, foot - size.height * 0.3)
    return (
        f'<path fill="{PAPER}" d="M{x:.1f} {foot:.1f}V{top:.1f}h{broad:.1f}V{foot + broad:.1f}"/>'
    )


def _windows(house: House, left: float, right: float, eaves: float, size: Size) -> Iterator[str]:
    step = (right - left) / (len(house.windows) + 1)
    for number, kind in enumerate(house.windows, start=1):
        x, y = left + step * number - size.pane / 2, eaves + size.height * 0.07
        yield (
            f'<path fill="{LIGHT if kind == "l" else PANE}" '
            f'd="M{x:.1f} {y:.1f}h{size.pane:.1f}v{size.pane * 1.2:.1f}h-{size.pane:.1f}z"/>'
        )


def _door(left: float, right: float, size: Size) -> str:
    x, broad = left + (right - left) * 0.42, size.pane * 1.15
    return f'<path d="M{x:.1f} {size.height}v-{size.height * 0.2:.1f}h{broad:.1f}V{size.height}"/>'


def _path(points: list[tuple[float, float]], end: str) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + end


def main() -> None:
    STATIC.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        (STATIC / f"{size.name}.svg").write_text(drawn(size), encoding="utf-8")


if __name__ == "__main__":
    main()
