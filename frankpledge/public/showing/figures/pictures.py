"""The pictures of the public pages."""

from collections.abc import Callable, Sequence

from frankpledge.evidence.released import Release
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.periods import Period
from frankpledge.figures.ranks import Rank, Ranked, of_counts, ranks
from frankpledge.figures.rates import Rate, rate
from frankpledge.figures.seasons.index import seasons as seasons_of
from frankpledge.figures.signals.chart import Chart, xmr
from frankpledge.figures.signals.series import Observed
from frankpledge.pictures.line import line, of_chart
from frankpledge.pictures.maps.choropleth import Choropleth, Figure, choropleth
from frankpledge.pictures.maps.ground import Ground
from frankpledge.pictures.multiples import Multiples, Panel, multiples
from frankpledge.pictures.picture import Picture, Words
from frankpledge.pictures.rows import of_ranks, ranking
from frankpledge.pictures.seasons import Month, Seasons, seasons
from frankpledge.public.showing.figures.changes import Line
from frankpledge.public.showing.figures.said import FOUND_BY_LOOKING, SNAPPED, place_word, workings
from frankpledge.public.words import listed

Address = Callable[[str], str]
ALL = "All reports"
BROKEN = "Done or counted another way"


def chart_of(release: Release, name: str = "") -> Chart | None:
    """None where there are too few months."""
    observed = _observed(release, name)
    good = "neutral" if name in FOUND_BY_LOOKING else "decrease"
    try:
        return xmr(observed, good=good, what=name or ALL, steps=_steps(release, name))  # type: ignore[arg-type]
    except CannotWorkOut:
        return None


def _steps(release: Release, name: str) -> dict[str, str]:
    """A new usual range begins where things are done or counted in another way."""
    found = {month for each in {name, ""} for month in release.breaks.get(each, ())}
    return {Period(month).name: BROKEN for month in found & set(release.months[1:])}


def months(release: Release, name: str = "") -> Picture | None:
    chart = chart_of(release, name)
    if chart is None:
        return None
    where = f"{name or ALL} in {release.area.name}, by month"
    return line(of_chart(chart, Words(chart.sentence, where, workings(release))))


def types(release: Release) -> Picture | None:
    """None where there are too few months of each."""
    charts = {name: chart_of(release, name) for name in release.types}
    panels, out = [], []
    for name, chart in charts.items():
        if chart is None:
            continue
        drawn = of_chart(chart, Words("", ""))
        panels.append(Panel(name, drawn.dots, drawn.usual, chart.words))
        out += [name] if chart.latest.rule and not chart.trial else []
    if not panels:
        return None
    title = f"Outside the usual range last month: {', '.join(out)}" if out else ""
    if len(out) > 3:
        title = f"{len(out)} kinds were outside their usual range last month"
    words = Words(
        title or "No kind was outside its usual range last month",
        f"Each kind in {release.area.name}, by month",
        workings(release),
    )
    return multiples(Multiples(words, tuple(panels)))


def season(release: Release, name: str) -> Picture | None:
    try:
        found = seasons_of(_observed(release, name), what=name)
    except CannotWorkOut:
        return None
    drawn = tuple(Month(at + 1, value / 100) for at, value in enumerate(found.index))
    words = Words(found.sentence, "Each month beside an even month", workings(release))
    return seasons(Seasons(words, drawn))


def map_of(
    release: Release, lines: Sequence[Line], ground: Ground | None, link: Address, name: str = ""
) -> Picture | None:
    """What is held back is hatched, and so is what has no people to be counted against."""
    if ground is None or release.year is None or not any(each.rate for each in lines):
        return None
    whole = _whole(release, name)
    figures = {
        each.code: Figure(
            each.rate.rate if each.rate else None,
            above=bool(each.rate and whole and each.rate.low > whole.rate),
            href=link(each.code),
            count=f"{each.now:,}" if each.now is not None else "",
        )
        for each in lines
        if each.code
    }
    above = sorted(each.name for each in lines if each.code and figures[each.code].above)
    period = release.year.period.words
    words = Words(
        _above(above, release), f"{name or ALL}, per 1,000 people, {period}", workings(release)
    )
    return choropleth(
        ground,
        Choropleth(
            words,
            figures,
            "per 1,000 people",
            above=f"clearly above {release.area.name} as a whole",
            hidden="held back",
            caveats=(SNAPPED,),
        ),
    )


def _above(names: list[str], release: Release) -> str:
    whole = f"clearly above {release.area.name} as a whole"
    if not names:
        return f"No {release.kind} is {whole}"
    if len(names) > 3:
        return f"{len(names)} {place_word(release)} are {whole}"
    return f"{listed(names)} {'is' if len(names) == 1 else 'are'} {whole}"


def _whole(release: Release, name: str) -> Rate | None:
    """Of the area: its total is known, whatever of its parts is held back."""
    if release.year is None or not release.people:
        return None
    return rate(release.count(release.year.period, name), release.people)


def ranked(release: Release, lines: Sequence[Line]) -> list[Rank]:
    """Of the places that are shown, the highest rate first; none where there are too few."""
    return ranks(_figures(lines), first="highest") if len(_known(lines)) > 1 else []


def rank_picture(release: Release, lines: Sequence[Line], ours: str) -> Picture | None:
    found = ranked(release, lines)
    if not found or release.year is None:
        return None
    mine = next((each for each in found if each.name == ours), None)
    title = (mine or found[0]).sentence
    period = release.year.period.words
    words = Words(
        title, f"All reports per 1,000 people, by {release.kind}, {period}", workings(release)
    )
    return ranking(of_ranks(found, _figures(lines), words, ours=[ours], unit="Per 1,000 people"))


def _figures(lines: Sequence[Line]) -> list[Ranked]:
    counted = [(each.name, each.now or 0, each.rate.people) for each in _known(lines) if each.rate]
    return of_counts(counted)


def _known(lines: Sequence[Line]) -> list[Line]:
    return [each for each in lines if each.rate]


def _observed(release: Release, name: str) -> list[Observed]:
    names = [name] if name else release.types
    counts = zip(*(release.counts[each] for each in names), strict=True)
    return [
        Observed(Period(month).name, sum(each))
        for month, each in zip(release.months, counts, strict=True)
    ]
