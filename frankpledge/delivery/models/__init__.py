from frankpledge.delivery.models.log import (
    Activity,
    LogImport,
    LogMapping,
    Measure,
    Part,
    Result,
    standing,
)
from frankpledge.delivery.models.returns import Asked, Figure, Owed, Reply, Return
from frankpledge.delivery.models.surveys import SurveyQuestion, Wave

__all__ = [
    "Activity",
    "Asked",
    "Figure",
    "LogImport",
    "LogMapping",
    "Measure",
    "Owed",
    "Part",
    "Reply",
    "Result",
    "Return",
    "SurveyQuestion",
    "Wave",
    "standing",
]
