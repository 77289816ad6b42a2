"""frankpledge backup: everything kept here, in one file."""

import argparse
from pathlib import Path

from frankpledge.cli.shape import Below, command
from frankpledge.cli.start import start


def add(commands: Below) -> None:
    made = command(
        commands,
        "backup",
        "Saves everything kept here in one file, from which SQLite or PostgreSQL can be restored.",
        example="backup /safe/place/monday.zip",
        run=save,
    )
    made.add_argument("file", type=Path, metavar="FILE", help="where to save it; must not exist")


def save(chosen: argparse.Namespace) -> int:
    start()
    from frankpledge.cli.portable.backup import backup

    manifest = backup(chosen.file)
    rows = sum(member.rows or 0 for member in manifest.members.values())
    print(f"Saved {rows} rows in {chosen.file}. Keep it safe: it holds people's addresses.")
    return 0
