"""frankpledge migrate: what every command does first, by itself."""

import argparse

from frankpledge.cli.shape import Below, command
from frankpledge.cli.start import start


def add(commands: Below) -> None:
    command(
        commands,
        "migrate",
        "Brings the home folder and the database to what this version needs, and stops.",
        example="migrate",
        run=migrate,
    )


def migrate(chosen: argparse.Namespace) -> int:
    start(static=True)
    return 0
