from frankpledge.desk.delivery.forms.entry import (
    ChangeMeasureForm,
    EntryForm,
    ImportForm,
    MeasureForm,
    Offered,
    WhyForm,
)
from frankpledge.desk.delivery.forms.returns import (
    ChangeReturnForm,
    EndForm,
    ReturnForm,
    TowardsForm,
    TypedForm,
)
from frankpledge.desk.delivery.forms.surveys import (
    CorrectWaveForm,
    QuestionForm,
    SheetForm,
    WaveForm,
)

__all__ = [
    "ChangeMeasureForm",
    "ChangeReturnForm",
    "CorrectWaveForm",
    "EndForm",
    "EntryForm",
    "ImportForm",
    "MeasureForm",
    "Offered",
    "QuestionForm",
    "ReturnForm",
    "SheetForm",
    "TowardsForm",
    "TypedForm",
    "WaveForm",
    "WhyForm",
]
