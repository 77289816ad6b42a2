"""What the words of each action mean, beside them and never instead of them."""

from datetime import date
from typing import Any

from frankpledge.language import Context, read_target, read_timescale

PlanFile = dict[str, Any]


def add_meaning(plan: PlanFile) -> None:
    context = _context(plan["period"])
    for action in plan["actions"]:
        if action["timescale"]:
            reading = read_timescale(action["timescale"], context)
            action["parsed"] = {"timescale": reading.to_dict()}
        for outcome in action["outcomes"]:
            outcome["parsed"] = {"target": read_target(outcome["text"], context).to_dict()}


def _context(period: dict[str, Any] | None) -> Context:
    if not period:
        return Context()
    return Context(
        plan_start=date.fromisoformat(period["start"]), plan_end=date.fromisoformat(period["end"])
    )
