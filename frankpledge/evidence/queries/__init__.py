from frankpledge.evidence.areas.outlines import Outline, neighbours, outlines
from frankpledge.evidence.queries.areas import (
    answerable,
    area_counts,
    areas_answered_for,
    areas_of_kind,
    mergers,
    shapes_and_sizes,
)
from frankpledge.evidence.queries.charts import Reading, reading_of_charts, step_by_number
from frankpledge.evidence.queries.coverage import (
    Coverage,
    Placing,
    coverage,
    placed_by_rule,
    placing,
)
from frankpledge.evidence.queries.loads import (
    files_of,
    generation_by_number,
    generations,
    load_by_number,
    loads,
    mapping_for,
    mappings,
)
from frankpledge.evidence.queries.showing import (
    all_shown,
    is_shown,
    released,
    showing_of,
    shown_by_area,
)
from frankpledge.evidence.queries.weights import weights, weights_on

__all__ = [
    "Coverage",
    "Outline",
    "Placing",
    "Reading",
    "all_shown",
    "answerable",
    "area_counts",
    "areas_answered_for",
    "areas_of_kind",
    "coverage",
    "files_of",
    "generation_by_number",
    "generations",
    "is_shown",
    "load_by_number",
    "loads",
    "mapping_for",
    "mappings",
    "mergers",
    "neighbours",
    "outlines",
    "placed_by_rule",
    "placing",
    "reading_of_charts",
    "released",
    "shapes_and_sizes",
    "showing_of",
    "shown_by_area",
    "step_by_number",
    "weights",
    "weights_on",
]
