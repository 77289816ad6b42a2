"""What waits for one person in one partnership's plan."""

from collections.abc import Iterable
from dataclasses import dataclass

from frankpledge.language.states import TO_COME
from frankpledge.plan.models import Plan
from frankpledge.plan.queries.table import PlanTable, Row, plan_table


@dataclass(frozen=True)
class Work:
    table: PlanTable
    mine: list[Row]
    past: list[Row]  # the date has passed and the promise is still open
    unsaid: list[Row]  # nothing said this quarter, although open
    nobody: list[Row]  # nobody answers for it
    late: list[Row]  # expected after the promised date
    short: list[Row]  # begun, open and not as promised, worst first


def work_of(
    plan: Plan, *, person_id: int, posts: set[int], groups: set[int], restricted: bool
) -> Work:
    table = plan_table(plan, restricted=restricted)
    rows = _once(row for _, under in table.priorities for row in under)
    open_rows = [row for row in rows if row.shown.is_open]
    return Work(
        table=table,
        mine=[row for row in rows if _answers(row, person_id, posts, groups)],
        past=[row for row in open_rows if row.due_key == "past"],
        unsaid=[row for row in open_rows if not row.freshness.is_current],
        nobody=[row for row in open_rows if not row.leads],
        late=[row for row in open_rows if row.forecast and row.due and row.forecast > row.due],
        short=sorted(filter(_falls_short, open_rows), key=lambda row: row.shown.badness),
    )


def _once(rows: Iterable[Row]) -> list[Row]:
    """Each promise once, as it stands where it belongs."""
    found: dict[int, Row] = {}
    for row in rows:
        if row.placement.is_base or row.action.pk not in found:
            found[row.action.pk] = row
    return list(found.values())


def _falls_short(row: Row) -> bool:
    return not row.shown.is_good and row.shown.state not in TO_COME


def _answers(row: Row, person_id: int, posts: set[int], groups: set[int]) -> bool:
    return any(
        lead.part == "lead"
        and (lead.person_id == person_id or lead.post_id in posts or lead.group_id in groups)
        for lead in row.lead_rows
    )
