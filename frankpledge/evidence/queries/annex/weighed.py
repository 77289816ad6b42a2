"""Harm beside volume where weights are at hand, and the hours of stop and search."""

from typing import Any

from frankpledge.evidence import asking
from frankpledge.evidence.asking.harm import last_day
from frankpledge.evidence.asking.scope import Scope
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.screens.common import unless_refused
from frankpledge.evidence.queries.weights import weights, weights_on
from frankpledge.figures.periods import Period
from frankpledge.partnership.models import Partnership

Doc = dict[str, Any]


def by_harm(asked: Engine, scope: Scope, partnership: Partnership) -> Doc | None:
    """By the partnership's own weights before those of the host; nothing without any."""
    held = sorted(weights(partnership), key=lambda one: (one.partnership_id is None, one.name))
    for name in dict.fromkeys(one.name for one in held):
        found = unless_refused(
            lambda name=name: asking.harm(  # type: ignore[misc]
                asked, scope, weights_on(partnership, name, last_day(asked, scope))
            )
        )
        if found:
            return {
                "weights": found.harm.weights.name,
                "unit": found.harm.weights.unit,
                "sentence": found.harm.sentence,
                "method": list(found.harm.method),
                "parts": [
                    {
                        "type": part.kind,
                        "count": part.count,
                        "of_count": part.share_of_count,
                        "of_harm": part.share_of_harm,
                    }
                    for part in found.harm.parts
                ],
            }
    return None


def by_hour(asked: Engine, year: Period, forces: tuple[str, ...]) -> Doc | None:
    """Of the force that polices the area: stops have no area of ours. Nothing of several."""
    if len(forces) != 1:
        return None
    found = unless_refused(lambda: asking.hours(asked, period=year, force=forces[0]))
    if found is None or not found.week.timed:
        return None
    return {
        "counts": [list(row) for row in found.week.counts],
        "sentence": found.week.sentence,
        "told": list(found.told.lines),
    }
