"""What the words of plans mean: timescales, targets, leads and status words, read as text."""

from frankpledge.language.context import Context
from frankpledge.language.explain import (
    explain_leads,
    explain_status,
    explain_target,
    explain_timescale,
)
from frankpledge.language.fitting import what_fits
from frankpledge.language.leads import Lead, read_leads
from frankpledge.language.meanings import Every, Finding, Question
from frankpledge.language.status import Status, read_status
from frankpledge.language.target_model import Target, TargetReading
from frankpledge.language.target_rules import read_target
from frankpledge.language.timescale import Part, Timescale, read_timescale

__all__ = [
    "Context",
    "Every",
    "Finding",
    "Lead",
    "Part",
    "Question",
    "Status",
    "Target",
    "TargetReading",
    "Timescale",
    "explain_leads",
    "explain_status",
    "explain_target",
    "explain_timescale",
    "read_leads",
    "read_status",
    "read_target",
    "read_timescale",
    "what_fits",
]
