"""frankpledge record: is the record what it was when it was written?"""

import argparse
from dataclasses import asdict

from frankpledge.cli.shape import Below, command, family, offer_json, print_json
from frankpledge.cli.start import start
from frankpledge.config.cannot import Cannot


def add(commands: Below) -> None:
    below = family(commands, "record", "The record of who changed what.", example="record verify")
    made = command(
        below,
        "verify",
        "Recomputes every line and freeze; ends with 1 where one was altered or is missing.",
        example="record verify --partnership marshwick --json",
        run=verify,
    )
    made.add_argument("--partnership", metavar="SLUG", help="look at this partnership's only")
    offer_json(made)


def verify(chosen: argparse.Namespace) -> int:
    start()
    from frankpledge.record import checks

    chains = [_chain(chosen.partnership)] if chosen.partnership else checks.chains()
    faults = [fault for chain in chains for fault in checks.verify(chain)]
    if chosen.json:
        print_json({"chains": len(chains), "faults": [asdict(fault) for fault in faults]})
    else:
        for fault in faults:
            print(f"{fault.chain}: {fault.where}: {fault.what}")
        print(f"{len(chains)} chains looked at, {len(faults)} faults.")
    return 1 if faults else 0


def _chain(slug: str) -> str:
    from frankpledge.partnership.queries.tenants import partnership_by_slug

    partnership = partnership_by_slug(slug)
    if partnership is None:
        raise Cannot(
            f"There is no partnership called {slug}. frankpledge partnership list names them."
        )
    return str(partnership.chain)
