"""What is asked of each question: a form of its own, in the address, so that it can be sent on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from frankpledge.evidence.queries.screens import Question, ToAsk
from frankpledge.ui.forms import (
    CheckField,
    ChecksField,
    ChoiceField,
    TextField,
    UiForm,
)

WHERE_AND_WHEN = ("area", "start", "end")
OF_WHAT = (*WHERE_AND_WHEN, "types")
KINDS = (
    ("county", "counties"),
    ("district", "districts"),
    ("ward", "wards"),
    ("msoa", "MSOAs"),
    ("lsoa", "LSOAs"),
)
PER = (
    ("1000 people", "1,000 people"),
    ("1000 households", "1,000 households"),
)


@dataclass(frozen=True)
class Asks:
    name: str
    words: str
    says: str
    fields: tuple[str, ...]


ASKS = (
    Asks("counts", "Counts", "How many, by month, area and type.", (*OF_WHAT, "by", "kind", "per")),
    Asks("rolling", "Twelve months", "The sum of the twelve months up to each.", OF_WHAT),
    Asks(
        "compare",
        "Compare",
        "A period beside the same before, and whether chance explains the difference.",
        (*OF_WHAT, "by", "kind", "before"),
    ),
    Asks(
        "rank",
        "Rank",
        "Areas in the order of their rates, and which cannot be told apart.",
        (*OF_WHAT, "kind", "per", "first"),
    ),
    Asks(
        "chart",
        "Chart",
        "Months in a row, with what is usual and what chance does not explain.",
        (*OF_WHAT, "is_adjusted"),
    ),
    Asks("hotspots", "Hot spots", "Where there is more than chance explains.", (*OF_WHAT, "cells")),
    Asks("seasons", "Seasons", "Each month beside an even one; it needs three years.", OF_WHAT),
    Asks("share", "Share", "How few places have half of it.", (*OF_WHAT, "kind")),
    Asks("hours", "Hours", "Stop and search by hour and weekday.", ("force", "start", "end")),
    Asks(
        "harm",
        "Harm",
        "Counts weighed by the harm of each type, with weights that you bring.",
        (*OF_WHAT, "named"),
    ),
)
BY_NAME = {each.name: each for each in ASKS}
# Of these the command line takes counts of the partnership's own as well.
OF_OWN = frozenset({"counts", "rolling", "compare", "rank", "chart", "seasons", "share"})
STANDARD: dict[str, dict[str, list[str]]] = {
    "counts": {"by": ["month"], "kind": ["ward"]},
    "compare": {"by": ["type"], "kind": ["ward"]},
    "rank": {"kind": ["district"], "per": ["1000 people"]},
    "share": {"kind": ["lsoa"]},
}


class AskForm(UiForm):
    source = ChoiceField(label="Of what?", choices=[], required=False)
    area = TextField(label="Area", hint="A name or a code", required=False, max_length=60)
    start = ChoiceField(label="From", choices=[], required=False)
    end = ChoiceField(label="To", choices=[], required=False)
    by = ChecksField(
        label="By",
        choices=[("month", "month"), ("area", "area"), ("type", "type")],
        required=False,
    )
    kind = ChoiceField(label="Areas are", choices=KINDS, required=False)
    per = ChoiceField(label="Rates", choices=[], required=False)
    first = ChoiceField(
        label="First comes",
        choices=[("lowest", "the lowest"), ("highest", "the highest")],
        required=False,
    )
    before = TextField(
        label="Beside",
        hint="2019-04..2020-03, or the year before",
        required=False,
        max_length=20,
    )
    cells = ChoiceField(
        label="Places are",
        choices=[("lsoas", "LSOAs"), ("hexagons", "hexagons of points")],
        required=False,
    )
    force = ChoiceField(label="Force", choices=[], required=False)
    is_adjusted = CheckField(label="Take the season out", required=False)
    named = ChoiceField(label="Weights", choices=[])
    types = ChecksField(label="Of which types? None ticked: all", choices=[], required=False)

    def __init__(self, typed: QueryDict, asks: Asks, about: ToAsk) -> None:
        super().__init__(_with_standards(typed, asks, about))
        wanted = (*asks.fields, *(("source",) if about.own and asks.name in OF_OWN else ()))
        for name in list(self.fields):
            if name not in wanted:
                del self.fields[name]
        if "area" in self.fields:
            self.fields["area"].widget.attrs["list"] = "places"
        months = [(each.name, each.words) for each in about.months]
        self._choose("start", [("", "the first"), *reversed(months)])
        self._choose("end", [("", "the newest"), *months])
        self._choose("types", [(name, name) for name in about.types])
        self._choose("force", [("", "all forces"), *about.forces])
        self._choose("per", PER if asks.name == "rank" else [("", "none"), *PER])
        self._choose("named", [(name, name) for name in about.weights])
        own = [(name, name) for name in about.own]
        self._choose("source", [("", "what the police publish"), *own])
        self.what = asks.name

    def _choose(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        if name in self.fields:
            self.fields[name].choices = list(choices)  # type: ignore[attr-defined]

    def question(self) -> Question:
        said: dict[str, Any] = self.cleaned_data
        number, _, of = (said.get("per") or "0 people").partition(" ")
        return Question(
            what=self.what,
            area=said.get("area", ""),
            start=said.get("start", ""),
            end=said.get("end", ""),
            types=tuple(said.get("types", ())),
            by=tuple(said.get("by", ())),
            kind=said.get("kind", ""),
            per=int(number),
            of=of,
            before=said.get("before", ""),
            first=said.get("first") or "lowest",
            force=said.get("force", ""),
            source=said.get("source", ""),
            is_adjusted=bool(said.get("is_adjusted")),
            of_hexagons=said.get("cells") == "hexagons",
            named=said.get("named", ""),
        )


def _with_standards(typed: QueryDict, asks: Asks, about: ToAsk) -> QueryDict:
    """Before anything is chosen: the partnership's own area, and what is asked most."""
    said = typed.copy()
    if "sent" not in said:
        ours = about.county if asks.name == "rank" else about.areas[0]
        said.setdefault("area", ours)
        if about.weights:
            said.setdefault("named", about.weights[0])
        for name, values in STANDARD.get(asks.name, {}).items():
            if name not in said:
                said.setlist(name, values)
    return said


__all__ = ["ASKS", "BY_NAME", "AskForm", "Asks"]
