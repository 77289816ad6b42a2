"""frankpledge areas: counties, districts, wards, MSOAs and LSOAs, as the ONS publishes them."""

import argparse
from pathlib import Path
from typing import Any

from frankpledge.cli.shape import Below, command, family, offer_json, print_json
from frankpledge.cli.start import refusable, start


def add(commands: Below) -> None:
    below = family(
        commands,
        "areas",
        "Counties, districts, wards, MSOAs and LSOAs, with their outlines and populations.",
        example="areas load boundaries/ lookups/",
    )
    loads = command(
        below,
        "load",
        "Takes in areas, look-ups, populations and outlines, in ONS files as they come.",
        example="areas load LSOA_2021.geojson LSOA_to_ward.csv",
        run=load,
    )
    loads.add_argument(
        "paths", nargs="+", type=Path, metavar="FILE", help="GeoJSON, CSV, folders, zips"
    )
    lists = command(
        below,
        "list",
        "How many areas there are of each kind and vintage; or those of one kind.",
        example="areas list --kind district",
        run=list_them,
    )
    lists.add_argument(
        "--kind", choices=("county", "district", "ward", "msoa", "lsoa"), help="name each of these"
    )
    offer_json(lists)


def load(chosen: argparse.Namespace) -> int:
    start()
    from frankpledge.evidence import changes
    from frankpledge.record.lines import System

    with refusable():
        made = changes.load_areas(paths=chosen.paths, by=System("The command line"))
    for file in made.files.all():
        print(f"{file.name}: {file.rows:,} rows. {file.note}")
    for note in made.notes:
        print(note)
    print(f"Areas are loaded, and the evidence is placed by them, in {made.seconds:.1f} seconds.")
    return 0


def list_them(chosen: argparse.Namespace) -> int:
    start()
    from frankpledge.evidence import queries

    found: list[dict[str, Any]] = (
        queries.areas_of_kind(chosen.kind) if chosen.kind else queries.area_counts()
    )
    if chosen.json:
        print_json(found)
        return 0
    for each in found:
        if chosen.kind:
            print(f"{each['code']:<12} {each['vintage']}  {each['name']}")
        else:
            print(f"{each['kind']:<10} {each['vintage']}  {each['count']:>7,}")
    if not found:
        print("There are no areas yet: frankpledge areas load --help")
    return 0
