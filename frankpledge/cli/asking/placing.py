"""frankpledge evidence hotspots and share: where, and in how few places."""

import argparse
from typing import Any

from frankpledge.cli.asking.each import Said, ask_each, offer_each
from frankpledge.cli.asking.options import KINDS, offer_per, per_of, question
from frankpledge.cli.shape import Below
from frankpledge.config.cannot import Cannot


def add(below: Below) -> None:
    made = question(
        below,
        "hotspots",
        "Places that with their neighbours have more than chance explains, and how they last.",
        example="--area Loamshire --type Burglary",
        run=hotspots,
    )
    made.add_argument("--hexagons", action="store_true", help="of points, and not of LSOAs")
    made.add_argument("--width", type=float, metavar="METRES", help="how wide a hexagon is")
    made.add_argument("--all", action="store_true", help="list every place")
    few = question(
        below,
        "share",
        "How few places have half of what was counted, and how few chance would make it.",
        example="--area Loamshire --type Burglary",
        run=share,
    )
    few.add_argument("--area-kind", choices=KINDS, default="lsoa", help="usually LSOAs")
    few.add_argument("--part", type=float, default=0.5, metavar="SHARE", help="usually 0.5")
    for each in (made, few):
        offer_each(each)
        offer_per(each)


def hotspots(chosen: argparse.Namespace) -> int:
    per, of = per_of(chosen)
    hexagons = bool(chosen.hexagons or chosen.width)
    if hexagons and per:
        raise Cannot("Nobody knows how many live in a hexagon: rates are of LSOAs.")
    heads = ["area", "area_name", "count", "z", "chance", "now", "over_months"]

    def ask(asking: Any, engine: Any, scope: Any) -> Said:
        if hexagons:
            found = asking.of_hexagons(engine, scope, width=chosen.width)
        else:
            found = asking.of_lsoas(engine, scope)
        rates = asking.Rates.of(engine, scope, found.told, per, of, kind="lsoa")
        kept = [each for each in found.rows if chosen.all or each.now or each.kind not in NOTHING]
        rows = [
            [
                *(each.area, each.area_name, each.count, each.z),
                *(each.chance, each.now, each.kind, *rates.column(each.area, each.count)),
            ]
            for each in sorted(kept, key=lambda each: -each.z)
        ]
        said = [found.spots.sentence, *([found.history.sentence] if found.history else [])]
        return Said(rows, said, rates.told, {"sentences": said})

    return ask_each(chosen, [*heads, *(["rate"] if per else [])], ask)


NOTHING = ("", "none")


def share(chosen: argparse.Namespace) -> int:
    per, of = per_of(chosen)

    def ask(asking: Any, engine: Any, scope: Any) -> Said:
        found = asking.share(engine, scope, kind=chosen.area_kind, part=chosen.part)
        rates = asking.Rates.of(engine, scope, found.told, per, of, kind=chosen.area_kind)
        rows = [
            [each.area, each.area_name, each.count, *rates.column(each.area, each.count)]
            for each in found.rows
        ]
        made = found.concentration
        return Said(rows, [made.sentence], rates.told, made.to_dict())

    return ask_each(chosen, ["area", "area_name", "count", *(["rate"] if per else [])], ask)
