"""frankpledge restore: what a backup holds, put back."""

import argparse
from pathlib import Path

from frankpledge.cli.shape import Below, command
from frankpledge.cli.start import start


def add(commands: Below) -> None:
    made = command(
        commands,
        "restore",
        "Puts back what a backup holds, whichever database it was made on.",
        example="restore /safe/place/monday.zip",
        run=put_back,
    )
    made.add_argument("file", type=Path, metavar="FILE", help="a file made by frankpledge backup")
    made.add_argument("--replace", action="store_true", help="lose what is in the database now")


def put_back(chosen: argparse.Namespace) -> int:
    start()
    from frankpledge.cli.portable.restore import restore

    manifest = restore(chosen.file, replace=chosen.replace)
    rows = sum(member.rows or 0 for member in manifest.members.values())
    print(f"Restored {rows} rows saved on {manifest.taken[:10]}. Everybody signs in again.")
    return 0
