"""Every read of judgements that a face needs, each with a constant number of queries."""

from frankpledge.delivery.queries import wards_of
from frankpledge.judging.queries.judged import JudgedPlan, NamedOutcome, judge_plan, named_outcomes
from frankpledge.judging.queries.kept import (
    Listed,
    accepted_misses,
    deviation_in,
    deviations_of,
    indicator_in,
    indicators,
    judged_before,
    kept_judgements,
    leads_tell_so_far,
    meaning_of,
    target_in,
)
from frankpledge.judging.queries.perception import PairRead, pair_in, pairs_of, types_counted
from frankpledge.judging.queries.questions import (
    TargetQuestion,
    Wondered,
    questions_of,
    suggested_for,
    target_questions,
    wondered,
)
from frankpledge.judging.queries.sources import SourceRow, source_rows

__all__ = [
    "JudgedPlan",
    "Listed",
    "NamedOutcome",
    "PairRead",
    "SourceRow",
    "TargetQuestion",
    "Wondered",
    "accepted_misses",
    "deviation_in",
    "deviations_of",
    "indicator_in",
    "indicators",
    "judge_plan",
    "judged_before",
    "kept_judgements",
    "leads_tell_so_far",
    "meaning_of",
    "named_outcomes",
    "pair_in",
    "pairs_of",
    "questions_of",
    "source_rows",
    "suggested_for",
    "target_in",
    "target_questions",
    "types_counted",
    "wards_of",
    "wondered",
]
