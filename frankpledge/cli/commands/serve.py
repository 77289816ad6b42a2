"""frankpledge serve: the pages and their background worker, until told to stop."""

import argparse
import os

from frankpledge.cli.shape import Below, command
from frankpledge.config.cannot import Cannot

NOBODY = """
Nobody can sign in yet. In another terminal, with the same settings:
  .venv/bin/frankpledge account open you@your.org --name 'Your Name' --host"""


def add(commands: Below) -> None:
    made = command(
        commands,
        "serve",
        "Serves the pages and does the background work, until it is told to stop.",
        example="serve --host 127.0.0.1 --port 8000",
        run=serve,
    )
    made.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    made.add_argument("--port", type=int, default=8000, help="the port to listen on")
    made.add_argument("--workers", type=int, default=2, help="how many processes answer")


def serve(chosen: argparse.Namespace) -> int:
    if not os.environ.get("ALLOWED_HOSTS"):
        raise Cannot(
            "ALLOWED_HOSTS is missing: set it to the names this site is reached by, such as "
            "ALLOWED_HOSTS=plans.example.org."
        )
    from frankpledge.cli import ports
    from frankpledge.cli.processes import run_until_told
    from frankpledge.cli.start import start

    listening = ports.listen(chosen.host, chosen.port)
    start(static=True)
    told = f"Serving http://{chosen.host}:{chosen.port}/{_how_to_begin()}"
    return run_until_told(listening, workers=chosen.workers, ready=lambda: print(told, flush=True))


def _how_to_begin() -> str:
    """On an empty installation the page to sign in is no way in."""
    from django.db import connections

    from frankpledge.partnership.queries import anybody_signs_in

    known = anybody_signs_in()
    connections.close_all()  # each process that is parted from us opens its own
    return "" if known else NOBODY
