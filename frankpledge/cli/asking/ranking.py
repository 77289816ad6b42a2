"""frankpledge evidence rank: areas by their rates, and which cannot be told apart."""

import argparse

from frankpledge.cli.asking.options import KINDS, asked, offer_per, per_of, question
from frankpledge.cli.asking.printed import give
from frankpledge.cli.shape import Below


def add(below: Below) -> None:
    made = question(
        below,
        "rank",
        "Areas in the order of their rates, with the ranks that each could have.",
        example="--area Loamshire --type Burglary --per 1000 households",
        run=rank,
    )
    made.add_argument("--by", choices=["area"], default="area", help="areas are what is ranked")
    made.add_argument("--area-kind", choices=KINDS, default="district", help="usually districts")
    made.add_argument(
        "--among", action="append", default=[], metavar="AREA", help="one to rank; give again"
    )
    made.add_argument("--first", choices=["lowest", "highest"], default="lowest")
    offer_per(made, ["1000"])


def rank(chosen: argparse.Namespace) -> int:

    per, of = per_of(chosen)
    with asked(chosen) as (asking, engine, scope):
        found = asking.rank(
            engine,
            scope,
            kind=chosen.area_kind,
            among=chosen.among,
            per=per or 1000,
            of=of,
            first=chosen.first,
        )
    heads = ["rank", "of", "area", "area_name", "count", of, "rate", "best", "worst"]
    rows = [
        (
            *(each.rank.printed, each.rank.n, each.area, each.rank.name),
            *(each.count, each.base, each.rank.value, each.rank.best, each.rank.worst),
        )
        for each in found.rows
    ]
    said = [each.rank.sentence for each in found.rows]
    return give(chosen, heads, rows, found.told, more={"sentences": said})
