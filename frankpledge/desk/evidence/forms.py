"""Forms of the evidence: files in, and how charts are read."""

from collections.abc import Iterable
from typing import Any

from frankpledge.figures.periods import Period
from frankpledge.ui.forms import (
    CheckField,
    ChoiceField,
    DatePartsField,
    FileField,
    FilesField,
    NumberField,
    TextField,
    UiForm,
)

LARGEST = 100_000_000  # a county's two years, zipped; a whole archive goes in by the command line


class FilesForm(UiForm):
    file = FilesField(
        label="The files",
        hint="Monthly .csv files as the police publish them, or a .zip of them; several at once. "
        f"At most {LARGEST // 1_000_000} MB together.",
        largest=LARGEST,
        accept=".csv,.zip",
        empty="Choose the files",
    )


class ShowingForm(UiForm):
    why = TextField(label="Why?", hint="It is kept in the record.", required=False, max_length=300)


class AreasFilesForm(UiForm):
    file = FilesField(
        label="The files",
        hint="Each a .geojson of outlines in longitude and latitude, or a .csv with codes, "
        "look-ups or populations; or a .zip of them. "
        f"At most {LARGEST // 1_000_000} MB together.",
        largest=LARGEST,
        accept=".geojson,.json,.csv,.zip",
        empty="Choose the files",
    )


class WeightsForm(UiForm):
    file = FileField(
        label="The file",
        hint="A .csv with a heading, and a type and its weight in each row.",
        largest=1_000_000,
        accept=".csv",
        empty="Choose the file",
    )
    name = TextField(label="What these weights are called", max_length=80)
    source = TextField(
        label="Who published them, and where", max_length=300, empty="Say who published them."
    )
    since = DatePartsField(label="From which day do they hold?")
    unit = TextField(label="What they count in", hint="Usually days.", max_length=20, width=10)


class StepForm(UiForm):
    month = ChoiceField(label="From which month?", choices=[], empty="Choose a month.")
    why = TextField(
        label="What changed?",
        hint="A few words: they stand in the chart, and whoever sees the chart reads them.",
        max_length=80,
        empty="Say what changed.",
    )
    all_types = CheckField(label="It breaks the charts of all types", required=False)

    def __init__(self, *given: Any, months: Iterable[Period], **named: Any) -> None:
        super().__init__(*given, **named)
        listed = [(each.name, each.words) for each in months]
        self.fields["month"].choices = [("", "Choose a month"), *listed]  # type: ignore[attr-defined]


class BaselineForm(UiForm):
    months = NumberField(
        label="How many months?",
        hint="Of the beginning of each part, 12 or more. Leave it empty to take all.",
        required=False,
        least=12,
        most=120,
    )


class WhyForm(UiForm):
    why = TextField(label="Why?", required=False, max_length=300)
