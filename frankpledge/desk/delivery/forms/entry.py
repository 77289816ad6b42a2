"""Forms of the delivery log."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from frankpledge.delivery.bands import USUAL
from frankpledge.delivery.given import ActivityGiven, Counted
from frankpledge.delivery.models import Measure
from frankpledge.desk.delivery.here import outcome_choices, picked
from frankpledge.language.private import tells_of_somebody
from frankpledge.partnership.models import Area, Organisation
from frankpledge.plan.models import Outcome
from frankpledge.ui.forms import (
    CheckField,
    ChecksField,
    ChoiceField,
    DatePartsField,
    FileField,
    LongTextField,
    NumberField,
    TextField,
    UiForm,
)

MOST = 10_000_000
NOT_KNOWN = "What is not given here counts as not known."


@dataclass(frozen=True)
class Offered:
    """What one partnership can log, and with whom."""

    measures: Sequence[Measure]
    outcomes: Sequence[Outcome]
    organisations: Sequence[Organisation]
    wards: Sequence[Area]


class EntryForm(UiForm):
    on = DatePartsField(label="On which day?")
    place = TextField(
        label="Where?", hint="A street or a place, never a home.", required=False, max_length=160
    )
    ward = ChoiceField(label="Ward", required=False)
    organisations = ChecksField(label="Who did it?", required=False)
    what = LongTextField(
        label="What was done?",
        hint="A line is enough. No names of victims, offenders or residents.",
        required=False,
        rows=2,
        max_length=2000,
    )
    outcomes = ChecksField(
        label="Counts towards these outcomes only",
        hint="Leave all of them empty, and it counts towards every outcome that it serves.",
        required=False,
    )
    sure = CheckField(label="Nobody can be known by these words")

    def __init__(self, *args: Any, offered: Offered, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.offered = offered
        fields: Any = self.fields
        for measure in offered.measures:
            fields[_count(measure)] = NumberField(
                label=measure.name, required=False, least=0, most=MOST, width=5
            )
            for name, _, band in _bands(measure):
                fields[name] = NumberField(label=band, required=False, least=0, most=MOST, width=4)
        fields["ward"].choices = [("", "None"), *((w.code, w.name) for w in offered.wards)]
        fields["organisations"].choices = [(str(o.pk), o.called) for o in offered.organisations]
        fields["outcomes"].choices = outcome_choices(offered.outcomes)
        sent = str(self.data.get("press", "")) if self.is_bound else ""
        self.press = sent[:64] if sent.isascii() and sent.isalnum() else secrets.token_hex(16)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        counts = [given.get(_count(one)) for one in self.offered.measures]
        if not self.errors and all(count is None for count in counts):
            first = next(map(_count, self.offered.measures), None)
            self.add_error(first, "Say how many of something. Nought is a number")
        for measure in self.offered.measures:
            self._check_parts(measure, given)
        self._look_for_names(given)
        return given

    def _check_parts(self, measure: Measure, given: dict[str, Any]) -> None:
        whole = given.get(_count(measure))
        for breakdown in measure.breakdowns:
            names = [name for name, kind, _ in _bands(measure) if kind == breakdown["kind"]]
            parts = [given.get(name) or 0 for name in names]
            if sum(parts) > (whole or 0):
                self.add_error(
                    names[0],
                    f"{breakdown['name']}: the parts come to {sum(parts):,}, more than the "
                    f"{whole or 0:,} of {measure.name}",
                )

    def _look_for_names(self, given: dict[str, Any]) -> None:
        for field in ("what", "place"):
            found = tells_of_somebody(given.get(field) or "")
            if found and not given.get("sure"):
                self.add_error(
                    field,
                    f"This may tell of a private person. {found.because} Say it otherwise, or tick "
                    "below that nobody can be known by it",
                )

    @property
    def doubts_names(self) -> bool:
        said = [words for name in ("what", "place") for words in self.errors.get(name, [])]
        return any("private person" in words for words in said)

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Each measure with its count and its parts, as the page lays them out."""
        return [
            {
                "measure": measure,
                "field": self[_count(measure)],
                "breakdowns": self._parts(measure),
            }
            for measure in self.offered.measures
        ]

    def _parts(self, measure: Measure) -> list[dict[str, Any]]:
        found = []
        for breakdown in measure.breakdowns:
            fields = [self[name] for name, kind, _ in _bands(measure) if kind == breakdown["kind"]]
            is_open = any(one.errors or one.value() not in (None, "") for one in fields)
            says = f"{breakdown['name']}: {measure.name.lower()}"
            found.append({"says": says, "fields": fields, "is_open": is_open})
        return found

    def given(self) -> ActivityGiven:
        sent, offered = self.cleaned_data, self.offered
        return ActivityGiven(
            on=sent["on"],
            results=[
                Counted(one, sent[_count(one)], self._given_parts(one))
                for one in offered.measures
                if sent[_count(one)] is not None
            ],
            place=sent["place"],
            area=next((ward for ward in offered.wards if ward.code == sent["ward"]), None),
            organisations=picked(offered.organisations, sent["organisations"]),
            what=sent["what"],
            outcomes=picked(offered.outcomes, sent["outcomes"]),
        )

    def _given_parts(self, measure: Measure) -> dict[tuple[str, str], int]:
        sent = self.cleaned_data
        return {
            (kind, band): sent[name]
            for name, kind, band in _bands(measure)
            if sent[name] is not None
        }


def _count(measure: Measure) -> str:
    return f"count-{measure.pk}"


def _bands(measure: Measure) -> list[tuple[str, str, str]]:
    """The name of each part's field, its kind and its band."""
    return [
        (f"part-{measure.pk}-{one['kind']}-{at}", one["kind"], band)
        for one in measure.breakdowns
        for at, band in enumerate(one["bands"])
    ]


class WhyForm(UiForm):
    why = TextField(label="Why?", max_length=300)


class MeasureForm(UiForm):
    name = TextField(label="What is counted?", hint="Such as: foot patrols.", max_length=80)
    unit = TextField(
        label="One word for several of it", hint="Such as: patrols.", max_length=40, width=20
    )
    counts_people = CheckField(
        label="It counts people", hint="Then papers can say how many people were reached."
    )
    breakdowns = ChecksField(
        label="What does a funder ask of them?",
        hint=NOT_KNOWN,
        choices=[(one["kind"], one["name"], ", ".join(one["bands"])) for one in USUAL],
        required=False,
    )
    outcomes = ChecksField(
        label="Which outcomes does it count towards?",
        hint="Every one of them gets all of it. This holds for what was logged before as well.",
        required=False,
    )

    def __init__(self, *args: Any, outcomes: Sequence[Outcome], **rest: Any) -> None:
        super().__init__(*args, **rest)
        field: Any = self.fields["outcomes"]
        field.choices = outcome_choices(outcomes)


class ChangeMeasureForm(MeasureForm):
    is_same_unit = CheckField(label="Only the word has changed: it is counted as before")
    field_order = ("name", "unit", "is_same_unit")


class ImportForm(UiForm):
    file = FileField(
        label="The file",
        hint="A workbook or CSV: a row for each thing done, with its date and how many. "
        "At most 10 MB.",
        largest=10_000_000,
        accept=".xlsx,.ods,.csv",
        empty="Choose the file",
    )
    on = TextField(label="Heading of the date", required=False, max_length=80, width=20)
    measure = TextField(
        label="Heading of what was counted",
        hint="Or a column for each thing that you count, headed by its name.",
        required=False,
        max_length=80,
        width=20,
    )
    n = TextField(label="Heading of how many", required=False, max_length=80, width=20)
    place = TextField(label="Heading of the place", required=False, max_length=80, width=20)
    organisations = TextField(
        label="Heading of the organisations", required=False, max_length=80, width=20
    )
    what = TextField(label="Heading of what was done", required=False, max_length=80, width=20)

    @property
    def columns(self) -> dict[str, str]:
        named = ((name, self.cleaned_data[name]) for name in self.fields if name != "file")
        return {name: head for name, head in named if head}
