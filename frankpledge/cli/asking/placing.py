"""frankpledge evidence hotspots and share: where, and in how few places."""

import argparse

from frankpledge.cli.asking.options import KINDS, asked, question
from frankpledge.cli.asking.printed import give
from frankpledge.cli.shape import Below


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


def hotspots(chosen: argparse.Namespace) -> int:

    with asked(chosen) as (asking, engine, scope):
        if chosen.hexagons or chosen.width:
            found = asking.of_hexagons(engine, scope, width=chosen.width)
        else:
            found = asking.of_lsoas(engine, scope)
    heads = ["area", "area_name", "count", "z", "chance", "now", "over_months"]
    kept = [each for each in found.rows if chosen.all or each.now or each.kind not in ("", "none")]
    rows = [
        [each.area, each.area_name, each.count, each.z, each.chance, each.now, each.kind]
        for each in sorted(kept, key=lambda each: -each.z)
    ]
    said = [found.spots.sentence, *([found.history.sentence] if found.history else [])]
    return give(chosen, heads, rows, found.told, sentences=said, more={"sentences": said})


def share(chosen: argparse.Namespace) -> int:

    with asked(chosen) as (asking, engine, scope):
        found = asking.share(engine, scope, kind=chosen.area_kind, part=chosen.part)
    rows = [[each.area, each.area_name, each.count] for each in found.rows]
    heads, made = ["area", "area_name", "count"], found.concentration
    said = [made.sentence]
    return give(chosen, heads, rows, found.told, sentences=said, more=made.to_dict())
