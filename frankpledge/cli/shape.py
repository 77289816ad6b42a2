"""How a command is described: what it does, an example, the function that does it."""

import argparse
import json
from collections.abc import Callable
from typing import Any

Below = Any  # argparse keeps the type of what add_subparsers gives to itself
Run = Callable[[argparse.Namespace], int]


def command(below: Below, name: str, does: str, *, example: str, run: Run) -> Any:
    made = below.add_parser(
        name,
        help=does,
        description=does,
        epilog=f"Example: frankpledge {example}",
    )
    made.set_defaults(run=run)
    return made


def family(below: Below, name: str, does: str, *, example: str) -> Below:
    made = below.add_parser(
        name, help=does, description=does, epilog=f"Example: frankpledge {example}"
    )
    return made.add_subparsers(title="commands", metavar="COMMAND", required=True)


def offer_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print as JSON, for programs")


def print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))
