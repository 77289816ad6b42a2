"""What several pages share: parts that may be left off, and pictures from answers."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from frankpledge.evidence.asking.chart import Charted
from frankpledge.evidence.asking.compare import Compared, Comparison
from frankpledge.evidence.asking.told import Told
from frankpledge.evidence.queries.screens.grounds import ground_of
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.rates import Rate
from frankpledge.pictures.line import line, of_chart
from frankpledge.pictures.maps.choropleth import Choropleth, Figure, choropleth
from frankpledge.pictures.picture import Picture, Words
from frankpledge.record.errors import Refused

# From a code to the page of it.
Link = Callable[[str], str]
Found = TypeVar("Found")


def nowhere(_: str) -> str:
    return ""


def charted(found: Charted, what: str) -> Picture:
    words = Words(found.sentence, f"{what}, by month", found.told.lines)
    return line(of_chart(found.chart, words))


def by_rate(rows: Iterable[Compared]) -> list[Compared]:
    """What chance does not explain first, the rarest of it on top; then as they are named."""
    return sorted(
        rows, key=lambda row: (not row.change.clear, row.change.chance, row.area_name, row.type)
    )


def finding(found: Comparison) -> str:
    return found.clear[0].change.sentence if found.clear else found.sentence


def mapped(
    kind: str,
    within: tuple[str, ...],
    rates: Mapping[str, Rate],
    whole: Rate | None,
    told: Told,
    *,
    what: str,
    link: Link = nowhere,
) -> Picture | None:
    """None where no outlines are loaded. Outlined is what lies above the whole beyond chance."""
    ground = ground_of(kind, within)
    if ground is None:
        return None
    figures = {
        code: Figure(
            each.rate,
            above=whole is not None and each.low > whole.rate,
            href=link(code),
            count=f"{each.count:,}",
        )
        for code, each in rates.items()
    }
    names = [each.name for each in ground.wide.shapes if figures.get(each.code, Figure(None)).above]
    title = _above(names) if figures else "No rate can be shown"
    words = Words(title, f"{what}, per 1,000 people", told.lines)
    return choropleth(ground, Choropleth(words, figures, "per 1,000 people"))


def _above(names: list[str]) -> str:
    if not names:
        return "None is clearly above the whole"
    if len(names) > 3:
        return f"{len(names)} are clearly above the whole"
    return f"Clearly above the whole: {', '.join(sorted(names))}"


def unless_refused(ask: Callable[[], Found]) -> Found | None:
    """A part of a page that cannot be worked out is left off, and the rest is shown."""
    try:
        return ask()
    except (CannotWorkOut, Refused):
        return None
