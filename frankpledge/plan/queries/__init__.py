"""Every read of plans that a face needs. All begin at a partnership."""

from frankpledge.plan.loading import LEAD_PARTS
from frankpledge.plan.planfile.exporting import plan_file
from frankpledge.plan.printed_names import PrintedName
from frankpledge.plan.queries.finding import (
    NotThere,
    action_in,
    action_of,
    current_plan,
    drafts_with_priorities,
    link_in,
    open_actions_of,
    outcome_in,
    placement_in,
    plan_in,
    plans_of,
    plans_with_years,
    priorities_of,
    priority_in,
    revisions_of,
    timescale_in,
)
from frankpledge.plan.queries.naming import names_to_say
from frankpledge.plan.queries.page import ActionPage, action_page
from frankpledge.plan.queries.publishing import (
    LeftOut,
    Unpublished,
    left_out,
    newest_freeze,
    unpublished,
    words_shown,
    words_to_read,
)
from frankpledge.plan.queries.table import Filters, PlanTable, Row, plan_table
from frankpledge.plan.queries.telling import lines_for_others
from frankpledge.plan.queries.work import Work, work_of

__all__ = [
    "LEAD_PARTS",
    "ActionPage",
    "Filters",
    "LeftOut",
    "NotThere",
    "PlanTable",
    "PrintedName",
    "Row",
    "Unpublished",
    "Work",
    "action_in",
    "action_of",
    "action_page",
    "current_plan",
    "drafts_with_priorities",
    "left_out",
    "lines_for_others",
    "link_in",
    "names_to_say",
    "newest_freeze",
    "open_actions_of",
    "outcome_in",
    "placement_in",
    "plan_file",
    "plan_in",
    "plan_table",
    "plans_of",
    "plans_with_years",
    "priorities_of",
    "priority_in",
    "revisions_of",
    "timescale_in",
    "unpublished",
    "words_shown",
    "words_to_read",
    "work_of",
]
