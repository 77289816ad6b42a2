"""frankpledge: ends with 0, with 1 (it looked and found fault) or with 2 (it could not)."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import NoReturn

from frankpledge import __version__
from frankpledge.cli import commands
from frankpledge.config.cannot import Cannot


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """In a sentence, and not with every word that would have been understood."""
        said = message[:1].upper() + message[1:]
        self.exit(2, f"{said}. See {self.prog} --help.\n")


def parser() -> argparse.ArgumentParser:
    made = Parser(
        prog="frankpledge",
        description="What a community safety partnership promised, and how it stands.",
        epilog="Example: frankpledge partnership list --json",
    )
    made.add_argument("--version", action="version", version=f"frankpledge {__version__}")
    below = made.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in sorted(iter_modules(commands.__path__), key=lambda each: each.name):
        import_module(f"{commands.__name__}.{module.name}").add(below)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    chosen = parser().parse_args(arguments)
    try:
        ended = int(chosen.run(chosen))
        sys.stdout.flush()
    except Cannot as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read us has read enough (frankpledge ... | head).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("FRANKPLEDGE_TRACEBACK"):
            raise
        print(_unforeseen(error), file=sys.stderr)
        return 2
    return ended


def _unforeseen(error: Exception) -> str:
    lines = str(error).strip().splitlines() or ["no reason given"]
    return (
        f"Something went wrong that was not foreseen: {type(error).__name__}: {lines[0]}. "
        "Set FRANKPLEDGE_TRACEBACK=1 to see where."
    )


if __name__ == "__main__":
    sys.exit(main())
