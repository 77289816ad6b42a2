"""frankpledge judge: every outcome's target held against figures, with the workings."""

import argparse
import datetime
from typing import Any

from frankpledge.cli.shape import Below, command, offer_json, print_json
from frankpledge.cli.start import refusable, start
from frankpledge.config.cannot import Cannot


def add(commands: Below) -> None:
    made = command(
        commands,
        "judge",
        "Holds each target against figures: met or not, on course or off, the odds and why.",
        example="judge --partnership marshwick --as-at 2026-10-01",
        run=judge,
    )
    made.add_argument("--partnership", required=True, metavar="SLUG", help="whose plan it is")
    made.add_argument("--plan", type=int, metavar="NUMBER", help="its number; else the running one")
    made.add_argument("--as-at", metavar="DATE", help="with what was known then: 2026-10-01")
    offer_json(made)


def judge(chosen: argparse.Namespace) -> int:
    start()
    from frankpledge.judging.queries import judge_plan

    day = _day(chosen.as_at)
    plan = _plan(chosen.partnership, chosen.plan)
    with refusable():
        found = judge_plan(plan, day)
    rows = _rows(plan, found)
    if chosen.json:
        print_json(
            {
                "plan": plan.title,
                "as_at": found.as_at.isoformat(),
                "generation": found.generation,
                "outcomes": rows,
            }
        )
    else:
        _say(plan, found, rows)
    return 0


def _day(said: str | None) -> datetime.date | None:
    from frankpledge.partnership.models.dated import today

    if said is None:
        return None
    try:
        day = datetime.date.fromisoformat(said)
    except ValueError as error:
        raise Cannot(f"{said} is no date: write it as 2026-10-01.") from error
    if day > today():
        raise Cannot(f"{said} is still to come: nothing is known of it.")
    return day


def _plan(slug: str, number: int | None) -> Any:
    from frankpledge.partnership.queries import partnership_by_slug
    from frankpledge.plan.queries import NotThere, current_plan, plan_in

    partnership = partnership_by_slug(slug)
    if partnership is None:
        raise Cannot(f"There is no partnership called {slug}.")
    try:
        plan = plan_in(partnership, number) if number else current_plan(partnership)
    except NotThere as error:
        raise Cannot(f"{partnership.name} has no plan {number}.") from error
    if plan is None:
        raise Cannot(f"{partnership.name} has no plan yet.")
    return plan


def _rows(plan: Any, found: Any) -> list[dict[str, Any]]:
    from frankpledge.judging.queries import named_outcomes

    return [
        {"promise": one.ref, "number": one.number, "outcome": one.words, **one.judged.to_dict()}
        for one in named_outcomes(plan, found)
    ]


def _say(plan: Any, found: Any, rows: list[dict[str, Any]]) -> None:
    print(f"{plan.title}, as at {found.as_at}")
    if not rows:
        print("No outcome of it has a target.")
    for row in rows:
        number = f", outcome {row['number']}" if row["number"] else ""
        print(f"\n{row['promise']}{number}: {row['outcome']}")
        print(f"  {row['sentence']}")
        for what, how in row["workings"]:
            print(f"    {what}: {how}")
        for line in (*row["told"], *row["notes"]):
            print(f"    {line}")
        if row["disagreement"]:
            print(f"  But: {row['disagreement']}")
