from frankpledge.evidence.changes.charts import mark_step, remove_step, set_baseline
from frankpledge.evidence.changes.counts import load_counts
from frankpledge.evidence.changes.generations import clear, restore
from frankpledge.evidence.changes.loads import load_areas, load_evidence
from frankpledge.evidence.changes.showing import hide_from_public, show_to_public
from frankpledge.evidence.changes.weights import load_weights

__all__ = [
    "clear",
    "hide_from_public",
    "load_areas",
    "load_counts",
    "load_evidence",
    "load_weights",
    "mark_step",
    "remove_step",
    "restore",
    "set_baseline",
    "show_to_public",
]
