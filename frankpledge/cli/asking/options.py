"""What every question takes: where, when and of what type; and as what it is printed."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from frankpledge.cli.shape import Below, Run, command, offer_json
from frankpledge.cli.start import refusable, start
from frankpledge.config.cannot import Cannot

KINDS = ["county", "district", "ward", "msoa", "lsoa"]


def question(below: Below, name: str, does: str, *, example: str, run: Run) -> Any:
    made = command(below, name, does, example=f"evidence {name} {example}".strip(), run=run)
    made.add_argument("--area", metavar="AREA", help="a code or a name; without it, all there is")
    made.add_argument("--from", dest="start", metavar="MONTH", help="the first month, as 2021-01")
    made.add_argument("--to", dest="end", metavar="MONTH", help="the last month, as 2021-12")
    made.add_argument(
        "--type",
        dest="types",
        action="append",
        default=[],
        metavar="TYPE",
        help="a type as it is published, such as Burglary; may be given again",
    )
    made.add_argument(
        "--source", metavar="NAME", help="counts that the partnership brought, such as fires"
    )
    made.add_argument("--partnership", metavar="SLUG", help="whose counts they are")
    made.add_argument(
        "--grain", choices=["month", "quarter", "year"], help="of counts kept by several"
    )
    offer_json(made)
    made.add_argument("--csv", action="store_true", help="print as CSV, for spreadsheets")
    return made


def offer_by(made: Any, standard: str) -> None:
    made.add_argument(
        "--by", default=standard, metavar="WHAT", help=f"of month,area,type; usually {standard}"
    )
    made.add_argument(
        "--area-kind", choices=KINDS, default="district", help="which areas; usually districts"
    )


def offer_per(made: Any, standard: list[str] | None = None) -> None:
    made.add_argument(
        "--per",
        nargs="+",
        default=standard,
        metavar=("NUMBER", "OF"),
        help="rates: people, households, 1000, or 1000 households",
    )


def by_of(chosen: argparse.Namespace) -> list[str]:
    return [each.strip() for each in chosen.by.split(",") if each.strip()]


def per_of(chosen: argparse.Namespace) -> tuple[int | None, str]:
    if not chosen.per:
        return None, "people"
    if chosen.per in (["people"], ["households"]):
        return 1000, str(chosen.per[0])
    number, *of = chosen.per
    if not number.replace(",", "").isdigit() or not int(number.replace(",", "")) or len(of) > 1:
        raise Cannot("Write --per as people, households, 1000 or 1000 households.")
    return int(number.replace(",", "")), of[0] if of else "people"


@contextmanager
def asked(chosen: argparse.Namespace) -> Iterator[tuple[Any, Any, Any]]:
    """The questions, the engine, the scope; what cannot be answered ends in its own sentence."""
    start()
    from frankpledge.evidence import asking
    from frankpledge.figures.errors import CannotWorkOut

    if chosen.source and not chosen.partnership:
        raise Cannot("Say with --partnership whose counts these are.")
    try:
        with refusable(), asking.opened(whose(chosen)) as engine:
            scope = asking.scope(
                engine,
                area=chosen.area,
                start=chosen.start,
                end=chosen.end,
                types=chosen.types,
                source=chosen.source,
                grain=chosen.grain,
            )
            yield asking, engine, scope
    except CannotWorkOut as error:
        raise Cannot(str(error)) from error


def whose(chosen: argparse.Namespace) -> Any:
    from frankpledge.partnership.queries import partnership_by_slug

    if not chosen.partnership:
        return None
    found = partnership_by_slug(chosen.partnership)
    if found is None:
        raise Cannot(f"There is no partnership called {chosen.partnership}.")
    return found
