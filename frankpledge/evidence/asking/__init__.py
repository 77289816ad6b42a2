"""Questions asked of the evidence; every answer says where it comes from and how it was made."""

from frankpledge.evidence.asking.chart import chart, rolling, seasons, series
from frankpledge.evidence.asking.compare import compare
from frankpledge.evidence.asking.counts import counts
from frankpledge.evidence.asking.harm import harm, last_day
from frankpledge.evidence.asking.hotspots import of_hexagons, of_lsoas
from frankpledge.evidence.asking.own import areas_in, datasets
from frankpledge.evidence.asking.public import public
from frankpledge.evidence.asking.rank import rank
from frankpledge.evidence.asking.rates import Rates
from frankpledge.evidence.asking.resolved import scope
from frankpledge.evidence.asking.scope import Scope, area_called
from frankpledge.evidence.asking.share import share
from frankpledge.evidence.asking.told import Told
from frankpledge.evidence.asking.week import hours
from frankpledge.evidence.engines import opened

__all__ = [
    "Rates",
    "Scope",
    "Told",
    "area_called",
    "areas_in",
    "chart",
    "compare",
    "counts",
    "datasets",
    "harm",
    "hours",
    "last_day",
    "of_hexagons",
    "of_lsoas",
    "opened",
    "public",
    "rank",
    "rolling",
    "scope",
    "seasons",
    "series",
    "share",
]
