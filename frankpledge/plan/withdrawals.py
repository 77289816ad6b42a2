"""Removing a text that the law says must not be kept from the live rows of plans."""

from frankpledge.plan.models import (
    Action,
    ActionLink,
    Alignment,
    Lead,
    Outcome,
    Piece,
    Placement,
    Plan,
    PlanSlice,
    Priority,
    Revision,
    Source,
    Standing,
    Target,
    Timescale,
)
from frankpledge.record.withdrawals import also_removes, remove_from_rows

# Every kind of row, with each way by which it belongs to a partnership.
ROWS = (
    (Plan, "partnership"),
    (PlanSlice, "plan__partnership"),
    (Priority, "plan__partnership"),
    (Alignment, "priority__plan__partnership"),
    (Action, "plan__partnership"),
    (ActionLink, "action__plan__partnership"),
    (Placement, "action__plan__partnership"),
    (Lead, "action__plan__partnership"),
    (Lead, "priority__plan__partnership"),
    (Outcome, "action__plan__partnership"),
    (Target, "outcome__action__plan__partnership"),
    (Timescale, "action__plan__partnership"),
    (Timescale, "outcome__action__plan__partnership"),
    (Standing, "action__plan__partnership"),
    (Standing, "outcome__action__plan__partnership"),
    (Revision, "plan__partnership"),
    (Source, "plan__partnership"),
    (Piece, "source__plan__partnership"),
)


@also_removes
def remove_from_plans(chain: str, words: str) -> int:
    partnership = int(chain.partition(":")[2] or 0)
    return sum(remove_from_rows(model, {path: partnership}, words) for model, path in ROWS)
