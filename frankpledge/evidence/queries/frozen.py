"""The evidence as it stood, for a freeze: what changed, and the months of each type."""

from typing import Any

from frankpledge.evidence import asking
from frankpledge.evidence.asking.chart import Charted
from frankpledge.evidence.asking.compare import Compared
from frankpledge.evidence.asking.counts import tallied
from frankpledge.evidence.asking.groups import groups
from frankpledge.evidence.asking.scope import Scope
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.screens.common import by_rate, unless_refused
from frankpledge.evidence.queries.screens.ours import area_of
from frankpledge.figures.signals.chart import Chart
from frankpledge.partnership.models import Partnership
from frankpledge.record.errors import Refused

Doc = dict[str, Any]


def evidence_as_it_stands(partnership: Partnership) -> Doc:
    """Where there is none, the sentence that says why."""
    try:
        with asking.opened(partnership) as asked:
            return _stands(asked, partnership)
    except Refused as refused:
        return {"why_none": refused.sentence}


def _stands(asked: Engine, partnership: Partnership) -> Doc:
    area = area_of(asked, partnership)
    scope = Scope(area)
    compared = unless_refused(lambda: asking.compare(asked, scope, by=("type",)))
    told = compared.told if compared else asking.series(asked, scope).told
    return {
        "area": area.name,
        "area_code": area.code,
        "generation": str(asked.generation.pk) if asked.generation else "",
        "sentence": compared.sentence if compared else "",
        "told": list(told.lines),
        "before": compared.before.words if compared else "",
        "after": compared.after.words if compared else "",
        "rows": [_row(row) for row in by_rate(compared.rows)] if compared else [],
        "charts": _charts(asked, scope),
    }


def _row(row: Compared) -> Doc:
    change = row.change
    return {
        "type": row.type,
        "before": change.before,
        "after": change.after,
        "difference": change.difference,
        "percent": change.percent,
        "clear": change.clear,
        "words": change.words,
        "sentence": change.sentence,
    }


def _charts(asked: Engine, scope: Scope) -> list[Doc]:
    names = sorted({key[3] for key, _ in tallied(asked, scope, groups(("type",), None))})
    each = [(name, Scope(scope.area, None, (name,))) for name in names]
    made = []
    for what, one in [("All crime", scope), *each]:
        found = unless_refused(lambda one=one: asking.chart(asked, one))  # type: ignore[misc]
        if found:
            made.append(_charted(what, found))
    return made


def _charted(what: str, found: Charted) -> Doc:
    return {
        "what": what,
        "title": found.sentence,
        "told": list(found.told.lines),
        **drawn(found.chart),
    }


def drawn(chart: Chart) -> Doc:
    """What it takes to draw it again in ten years."""
    now = chart.segments[-1].limits
    return {
        "months": [point.period for point in chart.points],
        "counts": [point.value for point in chart.points],
        "mean": now.mean,
        "low": now.lower,
        "high": now.upper,
        "signals": [at for at, point in enumerate(chart.points) if point.rule],
        "kinds": [point.kind if point.rule else "" for point in chart.points],
        "words": chart.words,
    }
