"""frankpledge partnership: which partnerships there are."""

import argparse
from typing import Any

from frankpledge.cli.shape import Below, command, family, offer_json, print_json
from frankpledge.cli.start import start


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
