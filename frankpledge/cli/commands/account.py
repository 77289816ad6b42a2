"""frankpledge account: who may sign in. The first account of an installation is made here."""

import argparse
from typing import Any

from frankpledge.cli.shape import Below, command, family
from frankpledge.cli.start import refusable, start
from frankpledge.config.cannot import Cannot


def add(commands: Below) -> None:
    below = family(
        commands,
        "account",
        "Who may sign in, and as what.",
        example="account open ann@council.example --name 'Ann Reeve' --host",
    )
    made = command(
        below,
        "open",
        "Lets somebody sign in: as the host, or with a role in a partnership.",
        example="account open ann@council.example --name 'Ann Reeve' "
        "--partnership marshwick --role coordinator",
        run=open_one,
    )
    made.add_argument("email", help="the address that codes and links are sent to")
    made.add_argument("--name", required=True, help="the person's name")
    made.add_argument("--host", action="store_true", help="keeps the whole installation")
    made.add_argument("--partnership", metavar="SLUG", help="the partnership to have a role in")
    made.add_argument("--role", default="coordinator", help="coordinator unless told otherwise")


def open_one(chosen: argparse.Namespace) -> int:
    start()
    if not chosen.host and not chosen.partnership:
        raise Cannot("Say --host, or --partnership with its slug.")
    with refusable():
        _open(chosen)
    print(f"{chosen.name} can now sign in with {chosen.email}.")
    return 0


def _open(chosen: argparse.Namespace) -> None:
    from django.db import transaction

    from frankpledge.partnership import changes, queries
    from frankpledge.record.lines import System

    by = System("The command line")
    with transaction.atomic():
        here = _partnership(chosen.partnership)
        person = queries.person_signing_in_as(chosen.email)
        if person is None:
            person = changes.add_person(name=chosen.name, partnership=here, by=by)
            changes.open_account(person=person, email=chosen.email, is_host=chosen.host, by=by)
        if here:
            changes.set_contact(partnership=here, person=person, email=chosen.email, by=by)
            changes.give_role(partnership=here, person=person, role=_role(chosen.role), by=by)


def _partnership(slug: str | None) -> Any:
    from frankpledge.partnership.queries import partnership_by_slug

    if not slug:
        return None
    found = partnership_by_slug(slug)
    if found is None:
        raise Cannot(
            f"There is no partnership called {slug}. frankpledge partnership list names them."
        )
    return found


def _role(key: str) -> str:
    from frankpledge.partnership.roles import ROLES

    if key not in ROLES:
        raise Cannot(f"There is no role called {key}. There are: {', '.join(ROLES)}.")
    return key
