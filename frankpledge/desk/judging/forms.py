"""What is asked about judging: what a target means, what is accepted, what is counted."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError

from frankpledge.figures.periods import Period, read_period
from frankpledge.figures.wording import capital
from frankpledge.judging.models import Indicator, Meaning
from frankpledge.judging.queries import Listed, TargetQuestion
from frankpledge.partnership.models import Area
from frankpledge.plan.models import Target
from frankpledge.plan.saying import day_words, number_in_words
from frankpledge.ui.forms import (
    ChoiceField,
    DatePartsField,
    LongTextField,
    NumberField,
    TextField,
    UiForm,
)

# Which fields a kind of target has besides those that all have.
OF_KIND = {
    "change": ("comparator", "baseline", "baseline_from", "baseline_months"),
    "rate_ceiling": ("every_months", "people"),
    "proportion": ("cohort",),
}
SOME = ("comparator", "baseline", "baseline_from", "baseline_months", "every_months", "people")
# The question of the language room that each field answers.
ANSWERS = {
    "indicator": "indicator",
    "comparator": "comparator",
    "baseline": "baseline",
    "every_months": "period",
    "cohort": "cohort-size",
    "deadline": "deadline",
    "said": "said",
}
MOST = 2_000_000_000
COMPARED = [(key, capital(words)) for key, words in Meaning.COMPARATORS]


class MonthField(TextField):
    """A month as people write periods here: 2026-04."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=7, width=10, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%Y-%m}" if isinstance(value, datetime.date) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        found = read_period(text)
        if found is None or found.months != 1:
            raise ValidationError(f"{text} is not a month: write it as 2026-04")
        return _first(found)


def _first(month: Period) -> datetime.date:
    return datetime.date(month.start // 12, month.start % 12 + 1, 1)


class MeaningForm(UiForm):
    indicator = ChoiceField(label="Which figures show it?", required=False)
    area = ChoiceField(label="Where?", required=False)
    comparator = ChoiceField(
        label="Compared with what?",
        choices=[("", "Not decided yet"), *COMPARED],
        required=False,
        radios=True,
    )
    baseline = NumberField(
        label="How many were there then?",
        hint="Leave it empty where the figures themselves go back so far.",
        required=False,
        least=0,
        most=MOST,
    )
    baseline_from = MonthField(
        label="From which month was that counted?", hint="Such as 2025-04.", required=False
    )
    baseline_months = NumberField(
        label="Over how many months?", required=False, least=1, most=60, width=3
    )
    every_months = ChoiceField(
        label="Is the rate for a quarter or for a whole year?",
        choices=[("", "Not decided yet"), ("3", "A quarter"), ("12", "A whole year")],
        required=False,
        radios=True,
    )
    people = NumberField(
        label="How many people, or homes, are there?",
        hint="Leave it empty to take the newest population that is loaded.",
        required=False,
        least=0,
        most=MOST,
    )
    cohort = NumberField(label="How many are there in all?", required=False, least=0, most=MOST)
    deadline = DatePartsField(label="By when?", required=False)
    said = ChoiceField(
        label="What do the lead's figures count?",
        hint="Only where nothing else counts it.",
        choices=[("", "As the target reads"), *Meaning.SAID],
        required=False,
    )
    not_by_figures = TextField(
        label="Or leave it to what the lead says, because",
        hint="It is then not judged by figures, and the page says why.",
        required=False,
        max_length=300,
    )
    why = TextField(label="Anything to add?", required=False, max_length=300)

    def __init__(
        self,
        *args: Any,
        target: Target,
        kind: str,
        asked: Mapping[str, TargetQuestion],
        choices: Iterable[Listed],
        wards: Iterable[Area],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        kept = OF_KIND.get(kind, ())
        for name in (*SOME, "cohort"):
            if name not in kept:
                del self.fields[name]
        self._choose("indicator", "Not decided yet", _named(choices))
        self._choose("area", "All of our area", [(one.code, one.name) for one in wards])
        self._say_what_is_known(target)
        for name, code in ANSWERS.items():
            if name in self.fields and code in asked:
                self._ask(name, asked[code])

    def _say_what_is_known(self, target: Target) -> None:
        """What the plan's own row holds stands beside the field that would change it."""
        if "comparator" in self.fields and target.comparator:
            words = f"As the plan has it: {target.get_comparator_display()}"
            self._choose("comparator", words, COMPARED)
        if "baseline" in self.fields and target.baseline is not None:
            says = f" ({target.baseline_says})" if target.baseline_says else ""
            number = number_in_words(target.baseline)
            self.fields["baseline"].help_text = f"The plan says {number}{says}."
        if target.deadline:
            self.fields["deadline"].help_text = f"The plan says {day_words(target.deadline)}."

    def _choose(self, name: str, none: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = [("", none), *choices]  # type: ignore[attr-defined]

    def _ask(self, name: str, question: TargetQuestion) -> None:
        field = self.fields[name]
        field.label = question.text
        field.help_text = f"Suggested: {question.suggestion}"

    def clean_every_months(self) -> int | None:
        given = self.cleaned_data.get("every_months")
        return int(given) if given else None


def _named(choices: Iterable[Listed]) -> list[tuple[str, str]]:
    words = dict(Indicator.SOURCES)
    return [
        (one.indicator.key, f"{one.indicator.name} ({words[one.indicator.source].lower()})")
        for one in choices
        if not one.indicator.retired
    ]


class AcceptForm(UiForm):
    why = LongTextField(label="Why is it accepted?", max_length=500)
    until = DatePartsField(label="Until when?", hint="After that day it is asked about again.")
    accepted_by = TextField(
        label="Who accepted it?",
        hint="A body and its minute, such as: the board, minute 6.2",
        max_length=160,
    )


class IndicatorForm(UiForm):
    name = TextField(label="What is it called?", max_length=120)
    counts = TextField(
        label="What does it count?",
        hint="As it stands in a sentence, such as: thefts from shops.",
        max_length=120,
    )
    polarity = ChoiceField(
        label="Which way is good?",
        hint="More reports of hate crime can be good news: then neither is.",
        choices=Indicator.POLARITIES,
        radios=True,
    )
    source = ChoiceField(label="Where do the figures come from?", choices=Indicator.SOURCES)
    of = LongTextField(
        label="Which of them?",
        hint="One a line: types as published; data set/measure of our own counts; the name of a "
        "measure of the log, of a survey question or of a returned figure.",
        max_length=2000,
    )
    denominator = TextField(label="Out of what?", required=False, max_length=120)
    breaks = LongTextField(
        label="Since when is it counted in another way?",
        hint="One a line, the month and why, such as: 2026-04 calls through 101 are counted too.",
        required=False,
        max_length=2000,
    )
    provisional_months = NumberField(
        label="How many of the newest months are provisional?", least=0, most=24, width=2
    )
    lag_months = NumberField(
        label="After how many months do figures come?", least=0, most=24, width=2
    )
    suppress_below = NumberField(
        label="Counts below this are not shown to the public", least=0, most=20, width=2
    )
    author = TextField(label="Who defined it?", max_length=120)
    checker = TextField(label="Who checked it?", hint="Somebody else.", max_length=120)
    next_review = DatePartsField(label="When is it looked at again?")
    note = TextField(label="What should be known of it?", required=False, max_length=500)

    def clean_of(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["of"].splitlines() if line.strip()]
        if self.cleaned_data.get("source") == "evidence":
            return lines
        return [line.lower().replace(" ", "-") for line in lines]

    def clean_breaks(self) -> dict[str, str]:
        lines = [line.strip() for line in self.cleaned_data["breaks"].splitlines() if line.strip()]
        parted = [line.partition(" ") for line in lines]
        for month, _, why in parted:
            if read_period(month) is None or not why.strip():
                self.add_error("breaks", f"“{month} {why}” is not a month and a reason")
        return {month: why.strip() for month, _, why in parted}


def initial_of(row: Indicator) -> dict[str, Any]:
    kept = {name: getattr(row, name) for name in IndicatorForm.base_fields}
    kept["of"] = "\n".join(row.of)
    kept["breaks"] = "\n".join(f"{month} {why}" for month, why in row.breaks.items())
    return kept
