"""frankpledge log: sheets into the delivery log, and its counts month by month."""

import argparse
from pathlib import Path
from typing import Any

from frankpledge.cli.shape import Below, command, family, offer_json, print_json
from frankpledge.cli.start import refusable, start
from frankpledge.config.cannot import Cannot


def add(commands: Below) -> None:
    below = family(
        commands,
        "log",
        "The delivery log: what was done, and how many.",
        example="log months --partnership marshwick",
    )
    made = command(
        below,
        "import",
        "Takes a workbook or CSV into the log; what came before does not come twice.",
        example="log import diary.xlsx --partnership marshwick",
        run=take_in,
    )
    made.add_argument("path", type=Path, metavar="FILE")
    _offer_partnership(made)
    made.add_argument(
        "--columns",
        metavar="MAP",
        help="on=…,measure=…,n=…[,place=…,area=…,organisations=…,what=…]: the headings; remembered",
    )
    offer_json(made)
    counted = command(
        below,
        "months",
        "What was counted, month by month, by measure and by outcome.",
        example="log months --partnership marshwick --json",
        run=months,
    )
    _offer_partnership(counted)
    offer_json(counted)


def _offer_partnership(made: Any) -> None:
    made.add_argument("--partnership", metavar="SLUG", required=True, help="whose log it is")


def take_in(chosen: argparse.Namespace) -> int:
    start()
    from frankpledge.delivery import changes
    from frankpledge.record.lines import System

    try:
        data = chosen.path.read_bytes()
    except OSError as error:
        raise Cannot(f"{chosen.path} cannot be read.") from error
    with refusable():
        made = changes.import_log(
            partnership=_partnership(chosen.partnership),
            data=data,
            name=chosen.path.name,
            columns=_columns(chosen.columns),
            by=System("The command line"),
        )
    if chosen.json:
        print_json({"rows": made.rows, "taken": made.taken, "set_aside": made.reasons})
        return 0
    print(f"{made.taken} of {made.rows} rows taken.")
    for one in made.reasons:
        print(f"  {one['count']} set aside: {one['reason']}")
    return 0


def months(chosen: argparse.Namespace) -> int:
    start()
    from frankpledge.delivery import queries

    partnership = _partnership(chosen.partnership)
    found = queries.monthly(partnership)
    names = {one.pk: one.name for one in queries.measures_of(partnership, retired=True)}
    listed: list[dict[str, Any]] = [
        {
            "of": kind,
            "id": pk,
            "name": names.get(pk, "") if kind == "measure" else "",
            "months": [{"month": m, "count": n, "provisional": p} for m, n, p in counted],
        }
        for (kind, pk), counted in sorted(found.items())
    ]
    if chosen.json:
        print_json(listed)
        return 0
    for one in listed:
        print(one["name"] or f"Outcome {one['id']}")
        for each in one["months"]:
            still = "  (the month still runs)" if each["provisional"] else ""
            print(f"  {each['month']}  {each['count']:>7,}{still}")
    return 0


def _partnership(slug: str) -> Any:
    from frankpledge.partnership.queries import partnership_by_slug

    found = partnership_by_slug(slug)
    if found is None:
        raise Cannot(f"There is no partnership called {slug}.")
    return found


def _columns(text: str | None) -> dict[str, str] | None:
    if not text:
        return None
    pairs = [each.partition("=") for each in text.split(",")]
    if not all(equals for _, equals, _ in pairs):
        raise Cannot("Write --columns as on=Date,measure=Type,n=How many.")
    return {ours.strip(): theirs.strip() for ours, _, theirs in pairs}
