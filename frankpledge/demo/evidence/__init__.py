"""Evidence for Loamshire: made-up places and counts, loaded as the published files are."""

import datetime
import tempfile
from pathlib import Path

from frankpledge.demo.content import read
from frankpledge.demo.days import Days
from frankpledge.demo.evidence import ground, police
from frankpledge.demo.evidence.fires import bring_fires
from frankpledge.demo.evidence.in_public import show_some
from frankpledge.demo.evidence.kinds import RECORDED_ANEW, WHY_ANEW
from frankpledge.demo.evidence.months import months_until
from frankpledge.demo.world import HOST
from frankpledge.evidence import changes, queries
from frankpledge.partnership.queries import partnership_by_slug

WHERE = "marshwick"


def bring_evidence(days: Days) -> None:
    months = months_until(days.today)
    _mark_step(months)
    show_some()
    if queries.loads():
        return
    county = read("host", days)["areas"]
    places = ground.lay_out(county)
    with tempfile.TemporaryDirectory(prefix="frankpledge-") as folder:
        at = Path(folder)
        changes.load_areas(paths=ground.write(places, county, at), by=HOST)
        changes.load_evidence(paths=police.write(places, months, at), by=HOST)
    if marshwick := partnership_by_slug(WHERE):
        bring_fires(marshwick, days)


def _mark_step(months: list[datetime.date]) -> None:
    partnership = partnership_by_slug(WHERE)
    if partnership is None or queries.reading_of_charts(partnership).steps:
        return
    month = months[-RECORDED_ANEW.ago]
    changes.mark_step(
        partnership=partnership,
        kind=RECORDED_ANEW.kind,
        month=f"{month:%Y-%m}",
        why=WHY_ANEW,
        by=HOST,
    )
