"""frankpledge plan: which plans there are, and each of them out and in again."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from frankpledge.cli.shape import Below, command, family, offer_json, print_json
from frankpledge.cli.start import refusable, start
from frankpledge.config.cannot import Cannot

FORMATS = ("json", "xlsx", "docx", "csv")
TEXTS = ("json", "csv")


def add(commands: Below) -> None:
    below = family(
        commands,
        "plan",
        "The plans of a partnership, out and in again.",
        example="plan export --partnership marshwick --format docx --out plan.docx",
    )
    listed = command(
        below,
        "list",
        "Prints each plan's number, title and period.",
        example="plan list --partnership marshwick",
        run=list_them,
    )
    _offer_partnership(listed)
    offer_json(listed)
    _add_export(below)
    _add_import(below)


def _add_export(below: Below) -> None:
    made = command(
        below,
        "export",
        "Writes a plan as it stands now, with everything that is internal to the partnership.",
        example="plan export --partnership marshwick --format xlsx --out plan.xlsx",
        run=export,
    )
    _offer_partnership(made)
    made.add_argument("--plan", type=int, metavar="N", help="its number; else the running plan")
    made.add_argument("--format", choices=FORMATS, default="json")
    made.add_argument("--out", type=Path, metavar="FILE", help="else JSON and CSV are printed")


def _add_import(below: Below) -> None:
    made = command(
        below,
        "import",
        "Makes a draft plan of a document: a plan file or any format that `read` takes.",
        example='plan import "Action plan 2026-27.docx" --partnership marshwick',
        run=take_in,
    )
    made.add_argument("file", type=Path, metavar="FILE")
    _offer_partnership(made)
    made.add_argument("--title", help="what the plan is called; else as the document says")
    made.add_argument("--starts", metavar="DATE", help="first day, as 2026-04-01")
    made.add_argument("--ends", metavar="DATE", help="last day, as 2027-03-31")
    made.add_argument("--follows", type=int, metavar="N", help="the number of the plan before")


def _offer_partnership(made: Any) -> None:
    made.add_argument("--partnership", metavar="SLUG", required=True)


def list_them(chosen: argparse.Namespace) -> int:
    start()
    from frankpledge.plan.queries import plans_of

    found = [_told(plan) for plan in plans_of(_partnership(chosen.partnership))]
    if chosen.json:
        print_json(found)
        return 0
    for each in found:
        print(f"{each['plan']:>6}  {each['starts']} to {each['ends']}  {each['title']}", end="")
        print(f" ({each['status']})")
    if not found:
        print("No plans yet.")
    return 0


def _told(plan: Any) -> dict[str, Any]:
    return {
        "plan": plan.pk,
        "title": plan.title,
        "starts": plan.starts.isoformat(),
        "ends": plan.ends.isoformat(),
        "status": plan.status,
    }


def export(chosen: argparse.Namespace) -> int:
    if chosen.out is None and chosen.format not in TEXTS:
        raise Cannot(f"A .{chosen.format} is not printed: say where it goes with --out FILE.")
    start()
    from frankpledge.plan.queries import current_plan, plan_file
    from frankpledge.writing import Unwritable, write

    partnership = _partnership(chosen.partnership)
    plan = _plan(partnership, chosen.plan) if chosen.plan else current_plan(partnership)
    if plan is None:
        raise Cannot("It has no running plan: choose one with --plan; plan list names them.")
    try:
        data = write(plan_file(plan), chosen.format)
    except Unwritable as error:
        raise Cannot(str(error)) from error
    if chosen.out is None:
        sys.stdout.write(data.decode("utf-8-sig"))
        return 0
    try:
        chosen.out.write_bytes(data)
    except OSError as error:
        raise Cannot(f"{chosen.out} cannot be written: {error.strerror}.") from error
    print(f"{plan.title} is in {chosen.out}.")
    return 0


def take_in(chosen: argparse.Namespace) -> int:
    from frankpledge.reading.errors import Unreadable
    from frankpledge.reading.limited import read_file

    try:
        file = read_file(chosen.file)
    except Unreadable as error:
        raise Cannot(f"{chosen.file.name} {error}.") from error
    title, starts, ends = _facts(chosen, file)
    start()
    from frankpledge.plan.changes import adopt_file
    from frankpledge.record.lines import System

    partnership = _partnership(chosen.partnership)
    follows = _plan(partnership, chosen.follows) if chosen.follows else None
    with refusable():
        plan = adopt_file(
            partnership=partnership,
            file=file,
            title=title,
            starts=starts,
            ends=ends,
            follows=follows,
            by=System("The command line"),
        )
    print(f"{plan.title} is draft {plan.pk}: {len(file['actions'])} actions. Adopt it on the desk.")
    return 0


def _facts(chosen: argparse.Namespace, file: dict[str, Any]) -> tuple[str, date, date]:
    """What the plan is called and for when: as was said, else as the document says."""
    if not file["actions"]:
        raise Cannot(f"{chosen.file.name} holds no actions, so no plan was made.")
    period = file["period"] or {}
    title = chosen.title or file["title"]
    starts, ends = chosen.starts or period.get("start"), chosen.ends or period.get("end")
    missing = [
        name
        for name, value in (("--title", title), ("--starts", starts), ("--ends", ends))
        if not value
    ]
    if missing:
        raise Cannot(f"{chosen.file.name} does not say it, so give {' and '.join(missing)}.")
    return str(title)[:200], _day(str(starts)), _day(str(ends))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Cannot(f"{text} is not a day: write it as 2026-04-01.") from None


def _partnership(slug: str) -> Any:
    from frankpledge.partnership.queries import partnership_by_slug

    found = partnership_by_slug(slug)
    if found is None:
        raise Cannot(
            f"There is no partnership called {slug}. frankpledge partnership list names them."
        )
    return found


def _plan(partnership: Any, number: int) -> Any:
    from frankpledge.plan.queries import NotThere, plan_in

    try:
        return plan_in(partnership, number)
    except NotThere:
        raise Cannot(f"It has no plan {number}. frankpledge plan list names them.") from None
