from frankpledge.evidence.queries.areas import area_counts, areas_of_kind
from frankpledge.evidence.queries.coverage import Coverage, Placing, coverage, placing
from frankpledge.evidence.queries.loads import (
    files_of,
    generation_by_number,
    generations,
    load_by_number,
    loads,
    mapping_for,
    mappings,
)
from frankpledge.evidence.queries.outlines import Outline, neighbours, outlines

__all__ = [
    "Coverage",
    "Outline",
    "Placing",
    "area_counts",
    "areas_of_kind",
    "coverage",
    "files_of",
    "generation_by_number",
    "generations",
    "load_by_number",
    "loads",
    "mapping_for",
    "mappings",
    "neighbours",
    "outlines",
    "placing",
]
