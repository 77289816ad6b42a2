"""frankpledge evidence chart, seasons and hours: what is usual, and when."""

import argparse
from typing import Any

from frankpledge.cli.asking.options import asked, question
from frankpledge.cli.asking.printed import give
from frankpledge.cli.shape import Below
from frankpledge.config.cannot import Cannot

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def add(below: Below) -> None:
    made = question(
        below,
        "chart",
        "Months in a row with their usual range, and the signals that chance does not explain.",
        example='--area Marshwick --type Burglary --step 2025-04="new way of recording"',
        run=chart,
    )
    made.add_argument("--good", choices=["increase", "decrease", "neutral"], default="decrease")
    made.add_argument("--target", type=float, metavar="N", help="a figure a month to be met")
    made.add_argument("--baseline", type=int, metavar="N", help="limits from the first N months")
    made.add_argument(
        "--step", action="append", default=[], metavar="MONTH=WHY", help="a new way of things"
    )
    made.add_argument("--adjust", action="store_true", help="take the season out: three years")
    season = "How each month of the year stands beside an even month; it needs three years."
    question(below, "seasons", season, example="--area Marshwick --type Burglary", run=seasons)
    week = "Stop and search by hour and weekday."
    of_week = question(below, "hours", week, example="--force essex", run=hours)
    of_week.add_argument("--force", metavar="FORCE", help="as its files are named")


def chart(chosen: argparse.Namespace) -> int:

    with asked(chosen) as (asking, engine, scope):
        found = asking.chart(
            engine,
            scope,
            good=chosen.good,
            target=chosen.target,
            baseline=chosen.baseline,
            steps=dict(_step(each) for each in chosen.step),
            adjusted=chosen.adjust,
        )
    heads = ["month", "count", "shown", "mean", "lower", "upper", "signal", "verdict"]
    counted = {each.period: int(each.value) for each in found.series.observed}
    rows = [_point(each, counted, found.chart.segments) for each in found.chart.points]
    more = {"chart": (found.adjusted or found.chart).to_dict()}
    return give(chosen, heads, rows, found.told, sentences=[found.sentence], more=more)


def _point(each: Any, counted: dict[str, int], segments: Any) -> list[Any]:
    limits = segments[each.segment].limits
    return [
        *(each.period, counted[each.period], float(each.value)),
        *(float(limits.mean), limits.lower, limits.upper),
        *(each.rule or "", each.kind),
    ]


def _step(text: str) -> tuple[str, str]:
    month, _, why = (part.strip() for part in text.partition("="))
    if not month or not why:
        raise Cannot(f"{text}: write a step change as MONTH=WHY, such as 2025-04='new recording'.")
    return month, why


def seasons(chosen: argparse.Namespace) -> int:

    with asked(chosen) as (asking, engine, scope):
        found = asking.seasons(engine, scope)
    held = found.seasons.to_dict()
    rows = [[month, value] for month, value in held["index"].items()]
    said = [found.seasons.sentence]
    return give(chosen, ["month", "index"], rows, found.told, sentences=said, more=held)


def hours(chosen: argparse.Namespace) -> int:

    if chosen.area or chosen.types:
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
