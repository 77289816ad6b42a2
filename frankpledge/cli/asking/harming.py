"""frankpledge evidence harm: counts weighed by weights that are brought, never by ours."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from frankpledge.cli.asking.options import asked, question
from frankpledge.cli.asking.printed import give
from frankpledge.cli.shape import Below
from frankpledge.config.cannot import Cannot


def add(below: Below) -> None:
    made = question(
        below,
        "harm",
        "Counts weighed by the harm of each type, with weights from a file.",
        example="--area Marshwick --weights weights.csv --named 'Our weights' --since 2025-04-01",
        run=harm,
    )
    made.add_argument(
        "--weights", type=Path, required=True, metavar="FILE", help="a CSV: type,weight"
    )
    made.add_argument("--named", required=True, metavar="NAME", help="whose weights they are")
    made.add_argument("--since", required=True, metavar="DAY", help="when they began: 2025-04-01")
    made.add_argument("--unit", default="days", metavar="UNIT", help="usually days")


def harm(chosen: argparse.Namespace) -> int:

    with asked(chosen) as (asking, engine, scope):
        found = asking.harm(engine, scope, _weights(chosen))
    rows = [
        [each.kind, each.count, each.weight, each.harm, 100 * each.share_of_harm]
        for each in found.harm.parts
    ]
    heads = ["type", "count", "weight", "harm", "percent_of_harm"]
    said = [found.harm.sentence]
    return give(chosen, heads, rows, found.told, sentences=said, more=found.harm.to_dict())


def _weights(chosen: argparse.Namespace) -> Any:
    from frankpledge.figures.harm import Weights
    from frankpledge.figures.sheets import number_of, rows_of

    try:
        rows = rows_of(chosen.weights.read_bytes())
        since = date.fromisoformat(chosen.since)
    except OSError as error:
        raise Cannot(f"Cannot read {chosen.weights}: {error.strerror}.") from error
    except ValueError as error:
        raise Cannot(f"{chosen.since} is not a day: write it as 2025-04-01.") from error
    values = {row[0].strip(): float(number_of(row[1])) for row in rows[1:] if len(row) > 1}
    return Weights(chosen.named, since, chosen.unit, values)
