"""Counts weighed by harm, with weights that a partnership brings and dates."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from frankpledge.evidence.asking.counts import tallied
from frankpledge.evidence.asking.groups import groups
from frankpledge.evidence.asking.scope import Scope, day
from frankpledge.evidence.asking.told import Told, covered, tell
from frankpledge.evidence.engines.engine import Engine
from frankpledge.figures.harm import Harm, Weights
from frankpledge.figures.harm import harm as weigh


@dataclass(frozen=True)
class Weighed:
    harm: Harm
    told: Told


def last_day(asked: Engine, scope: Scope) -> date:
    """Of what is asked for: weights hold from a day on."""
    return day(covered(asked, scope).period.end + 1) - timedelta(days=1)


def harm(asked: Engine, scope: Scope, weights: Weights) -> Weighed:
    cover = covered(asked, scope)
    scope = scope.over(cover.period)
    found: Counter[str] = Counter()
    for key, n in tallied(asked, scope, groups(("type",), None)):
        found[key[3]] += n
    made = weigh(found, weights)
    told = tell(asked, scope, cover, unit=weights.unit).with_method(*made.method)
    return Weighed(made, told)
