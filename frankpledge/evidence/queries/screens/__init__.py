"""What the pages of the evidence show, with their pictures ready; a face asks for nothing else."""

from frankpledge.evidence.asking.counts import Count
from frankpledge.evidence.queries.screens.answers import QUESTIONS, Answer, Question, answer
from frankpledge.evidence.queries.screens.charts import way_of
from frankpledge.evidence.queries.screens.county import County, county
from frankpledge.evidence.queries.screens.frame import Frame
from frankpledge.evidence.queries.screens.home import Home, home
from frankpledge.evidence.queries.screens.kinds import Kind
from frankpledge.evidence.queries.screens.of_type import OfType, of_type
from frankpledge.evidence.queries.screens.ready import (
    Ready,
    months_held,
    ready,
    types_published,
)
from frankpledge.evidence.queries.screens.to_ask import ToAsk, to_ask
from frankpledge.evidence.queries.screens.ward import Ward, ward

__all__ = [
    "QUESTIONS",
    "Answer",
    "Count",
    "County",
    "Frame",
    "Home",
    "Kind",
    "OfType",
    "Question",
    "Ready",
    "ToAsk",
    "Ward",
    "answer",
    "county",
    "home",
    "months_held",
    "of_type",
    "ready",
    "to_ask",
    "types_published",
    "ward",
    "way_of",
]
