"""What waits for one person in one partnership's plan."""

from dataclasses import dataclass

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
    stuck: list[Row]  # the worst mark there is in this plan


def work_of(
    plan: Plan, *, person_id: int, posts: set[int], groups: set[int], restricted: bool
) -> Work:
    table = plan_table(plan, restricted=restricted)
    rows = list({r.action.pk: r for _, under in table.priorities for r in under}.values())
    open_rows = [row for row in rows if row.shown.is_open]
    return Work(
        table=table,
        mine=[row for row in rows if _answers(row, person_id, posts, groups)],
        past=[row for row in open_rows if row.due_key == "past"],
        unsaid=[row for row in open_rows if row.freshness.key != "now"],
        nobody=[row for row in open_rows if not row.leads],
        late=[row for row in open_rows if row.forecast and row.due and row.forecast > row.due],
        stuck=[row for row in open_rows if row.shown.state in ("blocked", "delayed")],
    )


def _answers(row: Row, person_id: int, posts: set[int], groups: set[int]) -> bool:
    return any(
        lead.part == "lead"
        and (lead.person_id == person_id or lead.post_id in posts or lead.group_id in groups)
        for lead in row.lead_rows
    )
