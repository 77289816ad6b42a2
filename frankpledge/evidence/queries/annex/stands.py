"""All tables at once. What cannot be worked out says why, and the others stand."""

from typing import Any

from frankpledge.evidence import asking
from frankpledge.evidence.asking.scope import Area, Scope
from frankpledge.evidence.asking.told import covered, tell
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.annex.months import by_month
from frankpledge.evidence.queries.annex.ranked import ranked
from frankpledge.evidence.queries.annex.wards import by_ward
from frankpledge.evidence.queries.annex.weighed import by_harm, by_hour
from frankpledge.evidence.queries.screens.ours import area_of
from frankpledge.evidence.queries.showing import breaks
from frankpledge.figures.periods import Period
from frankpledge.partnership.models import Partnership
from frankpledge.record.errors import Refused

Doc = dict[str, Any]
YEAR = 12


def annex_as_it_stands(partnership: Partnership) -> Doc:
    """Where there is no evidence, the sentence that says why."""
    try:
        with asking.opened(partnership) as asked:
            return _stands(asked, partnership, area_of(asked, partnership))
    except Refused as refused:
        return {"why_none": refused.sentence}


def _stands(asked: Engine, partnership: Partnership, area: Area) -> Doc:
    cover = covered(asked, Scope(area))
    year = _year(cover.period)
    months = by_month(asked, area, cover, year)
    return {
        "area": area.name,
        "kind": area.kind,
        "year": year.words,
        "told": list(tell(asked, Scope(area), cover).lines),
        "missing": list(cover.gaps),
        **months,
        "ranks": ranked(asked, area, year),
        "wards": by_ward(asked, area, cover, list(months["types"]), breaks(partnership)),
        "hours": by_hour(asked, year, tuple(cover.forces)),
        "harm": by_harm(asked, Scope(area, year), partnership),
    }


def _year(here: Period) -> Period:
    """The newest twelve months, or as many as there are."""
    months = min(YEAR, here.months)
    return Period(here.end - months + 1, months)
