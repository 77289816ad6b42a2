"""Charts as the partnership reads them: broken where it says, with the usual months it chose."""

from frankpledge.evidence import asking
from frankpledge.evidence.asking.chart import Charted
from frankpledge.evidence.asking.scope import Scope
from frankpledge.evidence.asking.told import covered
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.charts import Reading
from frankpledge.evidence.queries.screens.common import unless_refused
from frankpledge.figures.periods import Period
from frankpledge.figures.signals.points import Good
from frankpledge.pictures.line import of_chart
from frankpledge.pictures.picture import Words
from frankpledge.pictures.spark import LARGE, sparkline

# Mostly found by the police who look for them: more may be more looking, and is no verdict.
FOUND_BY_LOOKING = frozenset({"Drugs", "Possession of weapons"})


def good_of(kind: str) -> Good:
    return "neutral" if kind in FOUND_BY_LOOKING else "decrease"


def way_of(kind: str, *, rose: bool) -> str:
    """better, worse, or changed where a count says little of what happens."""
    good = good_of(kind)
    if good == "neutral":
        return "changed"
    return "better" if rose == (good == "increase") else "worse"


def chart_of(asked: Engine, scope: Scope, reading: Reading, kind: str = "") -> Charted | None:
    """Of a type, or of all. A break in a month that is not here breaks nothing."""
    here = [Period(month).name for month in covered(asked, scope).months]
    steps = {each.month: each.why for each in reading.steps_of(kind) if each.month in here[1:]}
    baseline = reading.baseline_of(kind)
    months = baseline.months if baseline else None
    for breaks, first in ((steps, months), (steps, None), ({}, None)):
        found = unless_refused(
            lambda breaks=breaks, first=first: asking.chart(  # type: ignore[misc]
                asked, scope, good=good_of(kind), baseline=first, steps=breaks or None
            )
        )
        if found:
            return found
    return None


def sparks(found: Charted | None) -> tuple[str, str]:
    """Small for a table, larger for a finding; empty where there are too few months."""
    if found is None:
        return "", ""
    drawn = of_chart(found.chart, Words("", ""))
    return sparkline(drawn.dots, drawn.usual), sparkline(drawn.dots, drawn.usual, size=LARGE)
