"""frankpledge evidence hours: stop and search by weekday and hour."""

import argparse

from frankpledge.cli.asking.options import asked, question
from frankpledge.cli.asking.printed import give
from frankpledge.cli.shape import Below
from frankpledge.config.cannot import Cannot

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def add(below: Below) -> None:
    week = "Stop and search by hour and weekday."
    made = question(below, "hours", week, example="--force essex", run=hours)
    made.add_argument("--force", metavar="FORCE", help="as its files are named")


def hours(chosen: argparse.Namespace) -> int:
    if chosen.area or chosen.types or chosen.source:
        raise Cannot("Stops are published without an area or a type of crime: use --force.")
    with asked(chosen) as (asking, engine, scope):
        found = asking.hours(engine, period=scope.period, force=chosen.force)
    rows = [
        [day, hour, n]
        for day, row in zip(DAYS, found.week.counts, strict=True)
        for hour, n in enumerate(row)
    ]
    heads, said = ["weekday", "hour", "count"], [found.week.sentence]
    return give(chosen, heads, rows, found.told, sentences=said, more={"sentence": said[0]})
