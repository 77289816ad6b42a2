"""frankpledge evidence chart and seasons: what is usual, and when."""

import argparse
from typing import Any

from frankpledge.cli.asking.each import Said, ask_each, offer_each
from frankpledge.cli.asking.options import offer_per, per_of, question
from frankpledge.cli.shape import Below
from frankpledge.config.cannot import Cannot


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
    seasonal = question(
        below, "seasons", season, example="--area Marshwick --type Burglary", run=seasons
    )
    for each in (made, seasonal):
        offer_each(each)
        offer_per(each)


def chart(chosen: argparse.Namespace) -> int:
    per, of = per_of(chosen)
    steps = dict(_step(each) for each in chosen.step)
    heads = ["month", "count", "shown", "mean", "lower", "upper", "signal", "verdict"]

    def ask(asking: Any, engine: Any, scope: Any) -> Said:
        found = asking.chart(
            engine,
            scope,
            good=chosen.good,
            target=chosen.target,
            baseline=chosen.baseline,
            steps=steps,
            adjusted=chosen.adjust,
        )
        counted = {each.period: int(each.value) for each in found.series.observed}
        rates = asking.Rates.of(engine, scope, found.told, per, of)
        rows = [
            [*_point(each, counted, found.chart.segments), *rates.column("", float(each.value))]
            for each in found.chart.points
        ]
        more = {"chart": (found.adjusted or found.chart).to_dict()}
        return Said(rows, [found.sentence], rates.told, more)

    return ask_each(chosen, [*heads, *(["rate"] if per else [])], ask)


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
    per, of = per_of(chosen)

    def ask(asking: Any, engine: Any, scope: Any) -> Said:
        found = asking.seasons(engine, scope)
        held = found.seasons.to_dict()
        rates = asking.Rates.of(engine, scope, found.told, per, of)
        usual = held["monthly_mean"] / 100
        rows = [[name, at, *rates.column("", at * usual)] for name, at in held["index"].items()]
        return Said(rows, [found.seasons.sentence], rates.told, held)

    return ask_each(chosen, ["month", "index", *(["rate"] if per else [])], ask)
