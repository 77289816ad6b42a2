"""What a question can be about, for a form: of the police's figures, or of counts of one's own."""

from collections.abc import Sequence
from dataclasses import dataclass

from frankpledge.evidence import asking
from frankpledge.evidence.asking.forces import forces_named
from frankpledge.evidence.asking.groups import members, names
from frankpledge.evidence.asking.own import datasets, told_by, types_and_months
from frankpledge.evidence.asking.scope import COLUMNS, Area, Scope
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.screens.ours import areas_of, county_of
from frankpledge.evidence.queries.screens.ready import months_in, types_in
from frankpledge.evidence.queries.weights import weights
from frankpledge.figures.periods import Period
from frankpledge.partnership.models import Partnership
from frankpledge.record.errors import Refused


@dataclass(frozen=True)
class ToAsk:
    # Whose figures: counts that the partnership brought, or empty for what the police publish.
    source: str
    own: tuple[str, ...]  # the counts that there are
    has_published: bool  # and an area is named, of which it can be asked
    areas: tuple[str, ...]  # the partnership's own that it can be asked of, the widest first
    county: str
    within: tuple[str, ...]  # names of wards and districts, to choose from
    kinds: tuple[str, ...]  # of areas that it can be told by
    grains: tuple[str, ...]  # lengths of periods that it is kept by, the shortest first
    months: tuple[Period, ...]
    types: tuple[str, ...]
    forces: tuple[tuple[str, str], ...]  # that publish stops
    weights: tuple[str, ...]  # names of sets of weights of harm


def to_ask(partnership: Partnership, source: str = "") -> ToAsk:
    """A source that is not there is taken as not said; where nothing is published, one's own."""
    with asking.opened(partnership) as asked:
        own = tuple(datasets(asked))
        named = _named(asked, partnership, own)
        published = months_in(asked) if named else ()
        chosen = source if source in own else "" if published or not own else own[0]
        kinds, grains = told_by(asked, chosen) if chosen else (list(COLUMNS), ["month"])
        ours = [each for each in named if each.kind in kinds]
        types, months = _held(asked, chosen, published)
        return ToAsk(
            source=chosen,
            own=own,
            has_published=bool(published),
            areas=tuple(each.name for each in ours),
            county=_county(asked, ours, kinds),
            within=_within(asked, ours, kinds),
            kinds=tuple(kinds),
            grains=tuple(grains),
            months=months,
            types=types,
            forces=tuple(sorted(forces_named(asked, "stops").items())),
            weights=tuple(dict.fromkeys(each.name for each in weights(partnership))),
        )


def _named(asked: Engine, partnership: Partnership, own: Sequence[str]) -> Sequence[Area]:
    """Counts of one's own can be asked about before any area is named."""
    try:
        return areas_of(asked, partnership)
    except Refused:
        if own:
            return ()
        raise


def _held(
    asked: Engine, own: str, published: tuple[Period, ...]
) -> tuple[tuple[str, ...], tuple[Period, ...]]:
    """Types, and months with the newest first."""
    if not own:
        return types_in(asked), published
    types, months = types_and_months(asked, own)
    return tuple(types), tuple(Period(at) for at in reversed(months))


def _county(asked: Engine, ours: Sequence[Area], kinds: Sequence[str]) -> str:
    if not ours:
        return ""
    county = county_of(asked, ours[0])
    return county.name if county.kind in kinds else ours[0].name


def _within(asked: Engine, ours: Sequence[Area], kinds: Sequence[str]) -> tuple[str, ...]:
    found: set[str] = set()
    for kind in ("district", "ward"):
        if kind in kinds:
            called = names(asked, kind)
            for each in ours:
                found |= {called.get(code, code) for code in members(asked, Scope(each), kind)}
    return tuple(sorted(found))
