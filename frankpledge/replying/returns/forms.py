"""The figures of one period: a number for each month, or why there is none."""

import datetime
import secrets
from typing import Any

from frankpledge.delivery.given import FigureGiven
from frankpledge.delivery.models import Asked
from frankpledge.delivery.periods import in_words, months_on
from frankpledge.delivery.queries import OwedHere
from frankpledge.language.private import tells_of_somebody
from frankpledge.ui.forms import CheckField, LongTextField, NumberField, TextField, UiForm

MOST = 10_000_000
Slot = tuple[datetime.date, int]


class FiguresForm(UiForm):
    note = LongTextField(
        label="Is there something to know about these figures?",
        hint="Such as a change in how they are counted. No names of victims, offenders or "
        "residents.",
        required=False,
        rows=2,
        max_length=2000,
    )
    sure = CheckField(label="Nobody can be known by these words")

    def __init__(self, *args: Any, here: OwedHere, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.here = here
        fields: Any = self.fields
        for asked in here.figures:
            for slot in here.slots:
                fields[_name(asked, slot)] = NumberField(
                    label=slot_words(slot), required=False, least=0, most=MOST, width=5
                )
            fields[_why(asked)] = TextField(
                label="If you cannot give one, why?", required=False, max_length=300
            )
        sent = str(self.data.get("press", "")) if self.is_bound else ""
        self.press = sent[:64] if sent.isascii() and sent.isalnum() else secrets.token_hex(16)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for asked in self.here.figures:
            self._check(asked, given)
        found = tells_of_somebody(given.get("note") or "")
        if found and not given.get("sure"):
            self.add_error(
                "note",
                f"This may tell of a private person. {found.because} Say it otherwise, or tick "
                "below that nobody can be known by it",
            )
        return given

    def _check(self, asked: Asked, given: dict[str, Any]) -> None:
        names = [_name(asked, slot) for slot in self.here.slots]
        empty = [name for name in names if given.get(name) is None and name not in self.errors]
        why = given.get(_why(asked))
        if empty and not why:
            self.add_error(empty[0], f"{asked}: give the figure, or say why you cannot")
        if why and not empty and not any(name in self.errors for name in names):
            self.add_error(_why(asked), f"{asked}: every figure is given, so no reason is needed")

    @property
    def doubts_names(self) -> bool:
        return self.is_bound and any("private person" in one for one in self.errors.get("note", []))

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """Each figure with its months, as the page lays them out."""
        return [
            {
                "asked": asked,
                "fields": [self[_name(asked, slot)] for slot in self.here.slots],
                "why": self[_why(asked)],
                "is_open": bool(self[_why(asked)].errors or self[_why(asked)].value()),
            }
            for asked in self.here.figures
        ]

    def given(self) -> list[FigureGiven]:
        sent = self.cleaned_data
        return [
            FigureGiven(
                asked,
                *slot,
                count=sent[_name(asked, slot)],
                none_because="" if sent[_name(asked, slot)] is not None else sent[_why(asked)],
            )
            for asked in self.here.figures
            for slot in self.here.slots
        ]


def initial_of(here: OwedHere) -> dict[str, Any]:
    """What was sent before, to be changed."""
    begun: dict[str, Any] = {}
    if here.reply is None:
        return begun
    begun["note"] = here.reply.note
    for one in here.reply.figures.all():
        begun[_name(one.asked, (one.starts, one.months))] = one.count
        if one.none_because:
            begun[_why(one.asked)] = one.none_because
    return begun


def slot_words(slot: Slot) -> str:
    starts, months = slot
    return in_words(starts, months_on(starts, months) - datetime.timedelta(days=1))


def _name(asked: Asked, slot: Slot) -> str:
    return f"n-{asked.pk}-{slot[0]:%Y%m}"


def _why(asked: Asked) -> str:
    return f"why-{asked.pk}"
