from frankpledge.evidence.changes.counts import load_counts
from frankpledge.evidence.changes.generations import clear, restore
from frankpledge.evidence.changes.loads import load_areas, load_evidence

__all__ = ["clear", "load_areas", "load_counts", "load_evidence", "restore"]
