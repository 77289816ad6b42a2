from frankpledge.plan.models.actions import Action, ActionLink, Lead, Outcome, Placement
from frankpledge.plan.models.details import Revision, Standing, Target, Timescale
from frankpledge.plan.models.plans import Alignment, Plan, PlanSlice, Priority
from frankpledge.plan.models.sources import Piece, Source

__all__ = [
    "Action",
    "ActionLink",
    "Alignment",
    "Lead",
    "Outcome",
    "Piece",
    "Placement",
    "Plan",
    "PlanSlice",
    "Priority",
    "Revision",
    "Source",
    "Standing",
    "Target",
    "Timescale",
]
