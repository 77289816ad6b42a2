"""frankpledge worker: does what pages leave for afterwards, and what the clock asks for."""

import argparse

from frankpledge.cli.shape import Below, command
from frankpledge.cli.start import start


def add(commands: Below) -> None:
    made = command(
        commands,
        "worker",
        "Does the work that pages leave for afterwards, and what the clock asks for.",
        example="worker --once",
        run=work,
    )
    made.add_argument("--once", action="store_true", help="do what is waiting, then stop")


def work(chosen: argparse.Namespace) -> int:
    start()
    from django.core.management import call_command

    from frankpledge.asking import clock

    if chosen.once:
        clock.run_due(all_of_them=True)
    else:
        clock.run_beside()
    call_command("db_worker", batch=chosen.once, startup_delay=False, reload=False, verbosity=0)
    return 0
