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
    gone = command(
        below,
        "withdraw",
        "Removes a text that the law says must not be kept; who, when and why stay.",
        example="record withdraw --partnership marshwick --words 'Ms Private Person' "
        "--by 'Data protection officer' --why 'Named without cause, request 14'",
        run=withdraw,
    )
    gone.add_argument("--partnership", metavar="SLUG", required=True)
    gone.add_argument("--words", required=True, help="the words to remove, exactly as they stand")
    gone.add_argument("--by", required=True, help="who decided it")
    gone.add_argument("--why", required=True, help="the reason, without the words themselves")


def withdraw(chosen: argparse.Namespace) -> int:
    start()
    from frankpledge.record.lines import System
    from frankpledge.record.withdrawals import forget_old_pages
    from frankpledge.record.withdrawals import withdraw as take_out

    if len(chosen.words.strip()) < 3:
        raise Cannot("Give at least three letters: fewer would take out more than was meant.")
    if chosen.words in chosen.why or chosen.words in chosen.by:
        raise Cannot("The reason must not hold the words that are to go.")
    count = take_out(
        chain=_chain(chosen.partnership), words=chosen.words, by=System(chosen.by), why=chosen.why
    )
    forget_old_pages()
    print(f"Removed from {count} places." if count else "These words stand nowhere.")
    return 0 if count else 1


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
