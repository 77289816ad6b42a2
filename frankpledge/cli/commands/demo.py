"""frankpledge demo: the county of Loamshire, to look round in."""

import argparse
import os

from frankpledge.cli.shape import Below, command, family


def add(commands: Below) -> None:
    below = family(commands, "demo", "The demonstration county.", example="demo serve")
    build_it = command(
        below,
        "build",
        "Builds the demonstration county where there is none.",
        example="demo build --fresh",
        run=build,
    )
    build_it.add_argument("--fresh", action="store_true", help="start over from nothing")
    serve_it = command(
        below,
        "serve",
        "Builds the demonstration county and serves it on this machine only.",
        example="demo serve --port 8001",
        run=serve,
    )
    serve_it.add_argument("--fresh", action="store_true", help="start over from nothing")
    serve_it.add_argument("--port", type=int, default=8000, help="the port to listen on")
    serve_it.add_argument("--workers", type=int, default=2, help="how many processes answer")


def build(chosen: argparse.Namespace) -> int:
    from frankpledge.cli.county import make_county

    make_county(fresh=chosen.fresh)
    return 0


def serve(chosen: argparse.Namespace) -> int:
    from frankpledge.cli import ports
    from frankpledge.cli.county import build_apart, make_county, welcome
    from frankpledge.cli.processes import run_until_told

    address = f"http://127.0.0.1:{chosen.port}"
    os.environ["FRANKPLEDGE_ADDRESS"] = address
    listening = ports.listen("127.0.0.1", chosen.port)
    build_apart(fresh=chosen.fresh)
    make_county(static=True)
    # The links are signed before the processes part: afterwards this one asks nothing more.
    words = welcome(address)
    return run_until_told(listening, workers=chosen.workers, ready=lambda: print(words, flush=True))
