from frankpledge.desk.plan.forms.actions import (
    ActionForm,
    AudienceForm,
    CarryForm,
    LinkForm,
    PlaceForm,
)
from frankpledge.desk.plan.forms.deciding import DecisionFields, StrikeForm, WhyForm
from frankpledge.desk.plan.forms.details import ForecastForm, LeadForm, TargetForm, TimescaleForm
from frankpledge.desk.plan.forms.meant import MeantForm
from frankpledge.desk.plan.forms.outcomes import OutcomeForm, SayForm
from frankpledge.desk.plan.forms.plans import AdoptForm, CloseForm, PlanForm, PublishForm
from frankpledge.desk.plan.forms.priorities import AlignmentForm, PriorityForm
from frankpledge.desk.plan.forms.words import WordsForm

__all__ = [
    "ActionForm",
    "AdoptForm",
    "AlignmentForm",
    "AudienceForm",
    "CarryForm",
    "CloseForm",
    "DecisionFields",
    "ForecastForm",
    "LeadForm",
    "LinkForm",
    "MeantForm",
    "OutcomeForm",
    "PlaceForm",
    "PlanForm",
    "PriorityForm",
    "PublishForm",
    "SayForm",
    "StrikeForm",
    "TargetForm",
    "TimescaleForm",
    "WhyForm",
    "WordsForm",
]
