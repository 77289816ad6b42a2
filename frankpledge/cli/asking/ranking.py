"""frankpledge evidence rank: areas by their rates, and which cannot be told apart."""

import argparse
from typing import Any

from frankpledge.cli.asking.each import Said, ask_each
from frankpledge.cli.asking.options import KINDS, by_of, offer_per, per_of, question
from frankpledge.cli.shape import Below
from frankpledge.config.cannot import Cannot


def add(below: Below) -> None:
    made = question(
        below,
        "rank",
        "Areas in the order of their rates, with the ranks that each could have.",
        example="--area Loamshire --type Burglary --per 1000 households",
        run=rank,
    )
    made.add_argument(
        "--by", default="area", metavar="WHAT", help="area; or area,type: a rank for each type"
    )
    made.add_argument("--area-kind", choices=KINDS, default="district", help="usually districts")
    made.add_argument(
        "--among", action="append", default=[], metavar="AREA", help="one to rank; give again"
    )
    made.add_argument("--first", choices=["lowest", "highest"], default="lowest")
    offer_per(made, ["1000"])


def rank(chosen: argparse.Namespace) -> int:
    per, of = per_of(chosen)
    heads = ["rank", "of", "area", "area_name", "count", of, "rate", "best", "worst"]
    by = by_of(chosen)
    if "area" not in by:
        raise Cannot("Areas are what is ranked: by area, or by area,type.")
    chosen.by = ",".join(each for each in by if each != "area")

    def ask(asking: Any, engine: Any, scope: Any) -> Said:
        found = asking.rank(
            engine,
            scope,
            kind=chosen.area_kind,
            among=chosen.among,
            per=per or 1000,
            of=of,
            first=chosen.first,
        )
        rows = [
            (
                *(each.rank.printed, each.rank.n, each.area, each.rank.name),
                *(each.count, each.base, each.rank.value, each.rank.best, each.rank.worst),
            )
            for each in found.rows
        ]
        said = [each.rank.sentence for each in found.rows]
        return Said(rows, [found.sentence], found.told, {"sentences": said})

    return ask_each(chosen, heads, ask)
