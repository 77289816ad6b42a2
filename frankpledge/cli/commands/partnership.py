"""frankpledge partnership: which partnerships there are."""

import argparse
from typing import Any

from frankpledge.cli.shape import Below, command, family, offer_json, print_json
from frankpledge.cli.start import refusable, start
from frankpledge.config.cannot import Cannot


def add(commands: Below) -> None:
    below = family(
        commands, "partnership", "The partnerships kept here.", example="partnership list"
    )
    made = command(
        below,
        "list",
        "Prints each partnership's name and slug.",
        example="partnership list --json",
        run=list_them,
    )
    offer_json(made)
    opened = command(
        below,
        "open",
        "Opens a partnership, with a rating scale to begin with.",
        example="partnership open marshwick 'Safer Marshwick' --place Marshwick --county loamshire",
        run=open_one,
    )
    opened.add_argument("slug", help="its address: small letters, figures and hyphens")
    opened.add_argument("name", help="what it is called")
    opened.add_argument("--place", default="", help="what residents call the area")
    opened.add_argument("--kind", choices=["district", "county"], default="district")
    opened.add_argument("--county", metavar="SLUG", help="the county partnership it stands in")


def open_one(chosen: argparse.Namespace) -> int:
    start()
    from frankpledge.partnership.changes import open_partnership
    from frankpledge.partnership.queries import partnership_by_slug
    from frankpledge.record.lines import System

    county = partnership_by_slug(chosen.county) if chosen.county else None
    if chosen.county and county is None:
        raise Cannot(f"There is no county partnership called {chosen.county}.")
    with refusable():
        open_partnership(
            slug=chosen.slug,
            name=chosen.name,
            place=chosen.place,
            kind=chosen.kind,
            county=county,
            by=System("The command line"),
        )
    print(f"{chosen.name} is open. Give it a coordinator: frankpledge account open --help")
    return 0


def list_them(chosen: argparse.Namespace) -> int:
    start()
    from frankpledge.partnership.queries.tenants import all_partnerships

    found = [_told(each) for each in all_partnerships()]
    if chosen.json:
        print_json(found)
        return 0
    for each in found:
        ended = f", until {each['ends']}" if each["ends"] else ""
        print(f"{each['slug']:<24} {each['name']} ({each['kind']}{ended})")
    if not found:
        print("No partnerships yet.")
    return 0


def _told(partnership: Any) -> dict[str, Any]:
    return {
        "slug": partnership.slug,
        "name": partnership.name,
        "kind": partnership.kind,
        "county": partnership.county.slug if partnership.county else None,
        "starts": partnership.starts.isoformat() if partnership.starts else None,
        "ends": partnership.ends.isoformat() if partnership.ends else None,
    }
