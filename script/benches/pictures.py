"""How quick a county's map is, and how light: beside drawing it anew from its outlines."""

import gzip
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from math import cos, pi, radians, sin

from frankpledge.pictures.line import Line, line
from frankpledge.pictures.maps.choropleth import Choropleth, Figure, choropleth
from frankpledge.pictures.maps.ground import Ground, Outline, prepare
from frankpledge.pictures.picture import Words
from frankpledge.pictures.run import Dot, Usual

WORDS = Words("Four wards are clearly above", "Thefts per 1,000 people", ("Source: made up.",))


def best(work: Callable[[], object], times: int = 15) -> float:
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken) * 1000


def county(many: int, corners: int) -> list[Outline]:
    """Cells of a crooked net: neighbours share their corners, as wards and LSOAs do."""
    side = round(many**0.5 + 0.5)
    made = []
    for at in range(many):
        down, across = divmod(at, side)
        ring = [_corner(across + u, down + v, side) for u, v in _round(corners)]
        made.append(Outline(f"E{at:08d}", f"Ward number {at}", (tuple(ring),)))
    return made


def _round(corners: int) -> list[tuple[float, float]]:
    each = corners // 4
    steps = [step / each for step in range(each)]
    across = [(step, 0.0) for step in steps] + [(1.0, step) for step in steps]
    return across + [(1 - x, 1 - y) for x, y in across]


def _corner(x: float, y: float, side: int) -> tuple[float, float]:
    crooked = 0.18 * sin(7.1 * x + 3 * y) + 0.08 * sin(23 * x - 17 * y)
    return -0.7 + (x + crooked) / side * 0.9, 51.6 + (y + crooked * cos(5 * x)) / side * 0.5


def naive(outlines: list[Outline], given: Choropleth) -> str:
    """Each shape from its degrees at every asking, with all of its places."""
    out = []
    for each in outlines:
        shrunk = cos(radians(51.8))
        for ring in each.rings:
            points = " ".join(f"{x * shrunk * 844},{-y * 844}" for x, y in ring)
            value = given.figures[each.code].value or 0.0
            out.append(
                f'<a href="/{each.code}"><polygon fill="hsl({value * 10 % 360 * pi})" '
                f'points="{points}"><title>{each.name}: {value}</title></polygon></a>'
            )
    return "<svg>" + "".join(out) + "</svg>"


def measure(what: str, many: int, corners: int) -> bool:
    outlines = county(many, corners)
    ground: Ground = prepare(outlines)
    figures = {
        each.code: Figure(at * 7 % 41 / 4, above=at % 23 == 0, href=f"/evidence/ward/{each.code}/")
        for at, each in enumerate(outlines)
    }
    given = Choropleth(WORDS, figures, "per 1,000 people")
    made = choropleth(ground, given)
    both = made.wide.svg("p-wide") + made.narrow.svg("p-narrow")
    plain = naive(outlines, given)
    sent, plainly = (len(gzip.compress(text.encode(), 6)) / 1000 for text in (both, plain * 2))
    drawn, anew = best(lambda: choropleth(ground, given)), best(lambda: naive(outlines, given)) * 2
    once = best(lambda: prepare(outlines), 3)
    print(f"{what}: both widths with links and table")
    print(f"  drawn from prepared paths {drawn:7.1f} ms   at most 10; {drawn / anew:.2f} of naive")
    print(f"  compressed                {sent:7.1f} KB   at most 40; {sent / plainly:.2f} of naive")
    print(f"  prepared, once            {once:7.1f} ms")
    return drawn <= 10 and sent <= 40


def lines() -> None:
    dots = tuple(Dot(f"{2021 + at // 12}-{at % 12 + 1:02d}", 20.0 + at % 7) for at in range(60))
    given = Line(WORDS, dots, (Usual(23, 15, 31),))
    print(f"a line of 60 months, both widths  {best(lambda: line(given)):7.2f} ms")


def main() -> int:
    kept = [measure("110 wards", 110, 40), measure("713 LSOAs", 713, 20)]
    lines()
    return 0 if all(kept) else 1


if __name__ == "__main__":
    raise SystemExit(main())
