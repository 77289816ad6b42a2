from frankpledge.plan.models.actions import Action, ActionLink, Lead, Outcome, Placement
from frankpledge.plan.models.details import Revision, Standing, Target, Timescale
from frankpledge.plan.models.plans import Alignment, Plan, PlanSlice, Priority

__all__ = [
    "Action",
    "ActionLink",
    "Alignment",
    "Lead",
    "Outcome",
    "Placement",
    "Plan",
    "PlanSlice",
    "Priority",
    "Revision",
    "Standing",
    "Target",
    "Timescale",
]
