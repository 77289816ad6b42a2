"""The county compared: its districts in the order of their rates, and what changed in each."""

from dataclasses import dataclass

from frankpledge.evidence import asking
from frankpledge.evidence.asking.compare import Compared, Comparison
from frankpledge.evidence.asking.counts import tallied
from frankpledge.evidence.asking.groups import groups
from frankpledge.evidence.asking.rank import Ranking
from frankpledge.evidence.asking.scope import Area, Scope
from frankpledge.evidence.asking.told import Told
from frankpledge.evidence.queries.screens.common import Link, by_rate, nowhere, unless_refused
from frankpledge.evidence.queries.screens.frame import Frame, frame
from frankpledge.evidence.queries.screens.ours import county_of
from frankpledge.evidence.queries.screens.places import places_of, ranks_of
from frankpledge.partnership.models import Partnership
from frankpledge.pictures.picture import Picture
from frankpledge.record.errors import Refused


@dataclass(frozen=True)
class County:
    """Of twelve months; `ours` is the partnership's own area."""

    area: Area
    ours: Area
    ranked: Ranking | None
    ranks: Picture | None
    places: Picture | None
    comparison: Comparison | None
    rows: tuple[Compared, ...]
    told: Told
    frame: Frame
    types: tuple[str, ...]
    # To choose from.
    names: tuple[str, ...]


def county(
    partnership: Partnership,
    *,
    types: tuple[str, ...] = (),
    area: str = "",
    to: str = "",
    link: Link = nowhere,
) -> County:
    with asking.opened(partnership) as asked:
        at = frame(asked, partnership, area, to)
        whole = county_of(asked, at.area)
        if whole.kind == "district":
            raise Refused(
                f"No other districts stand beside {whole.name}: no county that holds it is known."
            )
        chosen = asking.scope(asked, types=types).types
        scope = Scope(whole, at.year, chosen)
        ranked = unless_refused(lambda: asking.rank(asked, scope))
        places = unless_refused(lambda: places_of(asked, scope, kind="district", link=link))
        compared = unless_refused(lambda: asking.compare(asked, scope, by=("area", "type")))
        told = asking.series(asked, scope).told
        every = tallied(asked, Scope(whole), groups(("type",), None))
    return County(
        area=whole,
        ours=at.area,
        ranked=ranked,
        ranks=ranks_of(ranked, at.area.codes, scope) if ranked else None,
        places=places,
        comparison=compared,
        rows=tuple(by_rate(compared.rows)) if compared else (),
        told=told,
        frame=at,
        types=chosen,
        names=tuple(sorted({key[3] for key, _ in every})),
    )
