"""frankpledge evidence harm and weights: counts weighed by weights that are brought."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from frankpledge.cli.asking.options import asked, question, whose
from frankpledge.cli.asking.printed import give
from frankpledge.cli.shape import Below, command, offer_json, print_json
from frankpledge.cli.start import refusable, start
from frankpledge.config.cannot import Cannot


def add(below: Below) -> None:
    made = question(
        below,
        "harm",
        "Counts weighed by the harm of each type, with weights that were loaded or of a file.",
        example="--area Marshwick --named 'Our weights'",
        run=harm,
    )
    made.add_argument("--named", required=True, metavar="NAME", help="whose weights they are")
    made.add_argument("--weights", type=Path, metavar="FILE", help="of a file: type,weight")
    _add_dated(made)
    loads = command(
        below,
        "weights",
        "Takes in weights of harm: a file of types and weights, with its source and its day.",
        example="evidence weights weights.csv --named 'Our weights' --since 2025-04-01 "
        "--from-whom 'County analysts, June 2025'",
        run=weights,
    )
    loads.add_argument("file", nargs="?", type=Path, metavar="FILE", help="without it, list them")
    loads.add_argument("--named", metavar="NAME", help="what this set is called")
    loads.add_argument("--from-whom", metavar="SOURCE", help="who published them, and where")
    loads.add_argument("--partnership", metavar="SLUG", help="for it alone; without it, for all")
    _add_dated(loads)
    offer_json(loads)


def _add_dated(made: Any) -> None:
    made.add_argument("--since", metavar="DAY", help="when they began to hold: 2025-04-01")
    made.add_argument("--unit", default="days", metavar="UNIT", help="usually days")


def harm(chosen: argparse.Namespace) -> int:
    with asked(chosen) as (asking, engine, scope):
        found = asking.harm(engine, scope, _weights(chosen, asking, engine, scope))
    rows = [
        [each.kind, each.count, each.weight, each.harm, 100 * each.share_of_harm]
        for each in found.harm.parts
    ]
    heads = ["type", "count", "weight", "harm", "percent_of_harm"]
    said = [found.harm.sentence]
    return give(chosen, heads, rows, found.told, sentences=said, more=found.harm.to_dict())


def _weights(chosen: argparse.Namespace, asking: Any, engine: Any, scope: Any) -> Any:
    from frankpledge.evidence.loading.weights import read_weights
    from frankpledge.evidence.queries import weights_on
    from frankpledge.figures.harm import Weights

    if chosen.weights is None:
        return weights_on(whose(chosen), chosen.named, asking.last_day(engine, scope))
    try:
        values = read_weights(chosen.weights, chosen.weights.read_bytes())
    except OSError as error:
        raise Cannot(f"Cannot read {chosen.weights}: {error.strerror}.") from error
    return Weights(chosen.named, _since(chosen), chosen.unit, values)


def _since(chosen: argparse.Namespace) -> date:
    if not chosen.since:
        raise Cannot("Say with --since from which day these weights hold: 2025-04-01.")
    try:
        return date.fromisoformat(chosen.since)
    except ValueError as error:
        raise Cannot(f"{chosen.since} is not a day: write it as 2025-04-01.") from error


def weights(chosen: argparse.Namespace) -> int:
    start()
    from frankpledge.evidence import changes
    from frankpledge.record.lines import System

    if chosen.file is None:
        return _list(chosen)
    if not chosen.named or not chosen.from_whom:
        raise Cannot("Say with --named what they are called, with --from-whom who published them.")
    with refusable():
        made = changes.load_weights(
            path=chosen.file,
            name=chosen.named,
            since=_since(chosen),
            unit=chosen.unit,
            source=chosen.from_whom,
            partnership=whose(chosen),
            by=System("The command line"),
        )
    print(f"{made.name}: {len(made.values)} types, from {made.since} on.")
    return 0


def _list(chosen: argparse.Namespace) -> int:
    from frankpledge.evidence import queries

    found = queries.weights(whose(chosen))
    names = ("name", "unit", "source", "values", "file_name", "sha256")
    if chosen.json:
        rows = [{name: getattr(each, name) for name in names} for each in found]
        print_json(
            [{**row, "since": str(each.since)} for row, each in zip(rows, found, strict=True)]
        )
        return 0
    for each in found:
        print(f"{each.since}  {each.name}  {len(each.values)} types, in {each.unit}. {each.source}")
    if not found:
        print("No weights have been loaded: none come with the product.")
    return 0
