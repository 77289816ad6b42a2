"""frankpledge indicators: what is counted, which way is good, and who checked it."""

import argparse
import datetime
from typing import Any

from frankpledge.cli.shape import Below, command, family, offer_json, print_json
from frankpledge.cli.start import start
from frankpledge.config.cannot import Cannot


def add(commands: Below) -> None:
    below = family(
        commands,
        "indicators",
        "What targets are judged by: the library, and a partnership's own.",
        example="indicators list",
    )
    made = command(
        below,
        "list",
        "Each with its source, which way is good, author, checker and next review.",
        example="indicators list --partnership marshwick --json",
        run=listed,
    )
    made.add_argument("--partnership", metavar="SLUG", help="its own as well")
    offer_json(made)
    command(
        below,
        "check",
        "Whether every definition of the library is sound, and none overdue for review.",
        example="indicators check",
        run=check,
    )


def listed(chosen: argparse.Namespace) -> int:
    start()
    found = list(_found(chosen.partnership))
    if chosen.json:
        print_json([_table(one) for one in found])
        return 0
    for one in found:
        state = (
            f"kept as history: {one.retired}" if one.retired else f"{one.source}, {one.polarity}"
        )
        print(f"{one.key}: {one.name} ({state})")
    return 0


def _found(slug: str | None) -> Any:
    from frankpledge.judging.library import library
    from frankpledge.judging.queries import indicators
    from frankpledge.partnership.queries import partnership_by_slug

    if slug is None:
        return library().values()
    partnership = partnership_by_slug(slug)
    if partnership is None:
        raise Cannot(f"There is no partnership called {slug}.")
    return [one.indicator for one in indicators(partnership)]


def _table(one: Any) -> dict[str, Any]:
    from dataclasses import asdict

    from frankpledge.record.told import told

    made: dict[str, Any] = told(asdict(one))
    return made


def check(chosen: argparse.Namespace) -> int:
    from frankpledge.judging.library import faults, library

    found = faults(datetime.datetime.now(tz=datetime.UTC).date())
    for fault in found:
        print(fault)
    if not found:
        print(f"{len(library())} indicators are sound.")
    return 1 if found else 0
