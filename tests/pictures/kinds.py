"""Every kind of picture, made of few, many, none, nought and hostile figures."""

from collections.abc import Sequence

from frankpledge.pictures.coverage import Coverage, Strip, coverage
from frankpledge.pictures.hours import Hours, hours
from frankpledge.pictures.line import Event, Line, line
from frankpledge.pictures.maps.choropleth import (
    Choropleth,
    Figure,
    HotSpots,
    Spot,
    choropleth,
    hot_spots,
)
from frankpledge.pictures.maps.ground import Ground, Outline, prepare
from frankpledge.pictures.multiples import Multiples, Panel, multiples
from frankpledge.pictures.picture import Picture, Words
from frankpledge.pictures.rows import Row, Rows, bars, ranking
from frankpledge.pictures.run import Dot, Usual
from frankpledge.pictures.seasons import Month, Seasons, seasons

HOSTILE = "</text><script>alert(1)</script>&\"' \x00\x1b\ufffe\ud800 =cmd"
LONG = "The Parish of Saint Mary Magdalene, Upper and Nether Wallop with Outlying Farms"
KINDS = ["persistent", "emerging", "intermittent", "former", "cold", "none"]


def words(name: str = "") -> Words:
    return Words(
        f"Ten months running above the usual {name}".strip(),
        "Shop thefts each month, March 2024 to August 2026",
        ("Source: police.uk street-level crime, Loamshire.", "Cut off 30 September 2026."),
    )


def month(at: int) -> str:
    return f"{2024 + (at + 2) // 12}-{(at + 2) % 12 + 1:02d}"


def run(values: Sequence[float | None], marked: int = 0, provisional: int = 0) -> tuple[Dot, ...]:
    n = len(values)
    return tuple(
        Dot(
            month(at),
            value,
            provisional=at >= n - provisional,
            mark="worse" if n - provisional - marked <= at < n - provisional else "",
        )
        for at, value in enumerate(values)
    )


def squares(names: Sequence[str]) -> list[Outline]:
    made = []
    for at, name in enumerate(names):
        down, across = divmod(at, 6)
        west, south = -0.5 + across * 0.1, 51.7 + down * 0.06
        ring = (
            (west, south),
            (west + 0.1, south),
            (west + 0.1, south + 0.06),
            (west, south + 0.06),
        )
        made.append(Outline(f"E{at:03d}", name, (ring,)))
    return made


def ground(names: Sequence[str]) -> Ground:
    return prepare(squares(names))


def of(values: Sequence[float | None], name: str) -> dict[str, Picture]:
    """One of each kind, all from the same figures."""
    n = len(values)
    known = [value for value in values if value is not None]
    mean = sum(known) / len(known) if known else 0.0
    usual = (Usual(mean, mean * 0.7, mean * 1.3),) if known else ()
    dots = run(values, marked=min(3, n), provisional=1 if n > 5 else 0)
    names = [f"{name} {at}" for at in range(n)]
    rows = tuple(
        Row(each, value, value and value * 0.8, value and value * 1.3, f"{at} to {at + 3}", at == 1)
        for at, (each, value) in enumerate(zip(names, values, strict=True))
    )
    figures = {
        f"E{at:03d}": Figure(value, above=at == 1, href=f"/area/{at}?a=1&b=2")
        for at, value in enumerate(values)
    }
    spots = {f"E{at:03d}": Spot(KINDS[at % 6]) for at in range(n)}  # type: ignore[arg-type]
    held = tuple("missing" if value is None else "held" for value in values)
    events = (Event(month(n // 2), f"{name} begins"),) if n else ()
    return {
        "line": line(Line(words(name), dots, usual, events, target=mean * 0.9 if n else None)),
        "bars": bars(
            Rows(words(name), rows, unit="per 1,000 people", beside=mean, beside_words=name)
        ),
        "ranks": ranking(Rows(words(name), rows, unit="per 1,000 people", note="could rank")),
        "multiples": multiples(
            Multiples(
                words(name), tuple(Panel(each, dots, usual, "Worse: thefts") for each in names[:7])
            )
        ),
        "map": choropleth(ground(names), Choropleth(words(name), figures, "per 1,000 people")),
        "hotspots": hot_spots(ground(names), HotSpots(words(name), spots)),
        "seasons": seasons(
            Seasons(
                words(name),
                tuple(
                    Month(
                        at + 1, mean and value and value / mean, apart="higher" if at == 2 else ""
                    )
                    for at, value in enumerate(values[:12])
                ),
            )
        ),
        "hours": hours(
            Hours(
                words(name),
                tuple(
                    tuple(
                        None if (v := values[(day * 24 + hour) % n]) is None else int(v)
                        for hour in range(24)
                    )
                    for day in range(7 if n else 0)
                ),
            )
        ),
        "coverage": coverage(
            Coverage(
                words(name),
                tuple(month(at) for at in range(n)),
                tuple(Strip(each, held) for each in names[:5]),  # type: ignore[arg-type]
            )
        ),
    }
