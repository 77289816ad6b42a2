"""What is asked of each question: a form of its own, in the address, so that it can be sent on."""

from collections.abc import Iterable
from typing import Any

from django.http import QueryDict

from frankpledge.desk.evidence.asks import Asks
from frankpledge.evidence.queries.screens import Question, ToAsk
from frankpledge.ui.forms import (
    CheckField,
    ChecksField,
    ChoiceField,
    TextField,
    UiForm,
)

KINDS = (
    ("county", "counties"),
    ("district", "districts"),
    ("ward", "wards"),
    ("msoa", "MSOAs"),
    ("lsoa", "LSOAs"),
)
GRAINS = {"month": "months", "quarter": "quarters", "year": "years"}
PER = (
    ("1000 people", "1,000 people"),
    ("1000 households", "1,000 households"),
)
STANDARD: dict[str, dict[str, list[str]]] = {
    "counts": {"by": ["month"], "kind": ["ward"]},
    "compare": {"by": ["type"], "kind": ["ward"]},
    "rank": {"kind": ["district"], "per": ["1000 people"]},
    "share": {"kind": ["lsoa"]},
}


class AskForm(UiForm):
    area = TextField(label="Area", hint="A name or a code", required=False, max_length=60)
    start = ChoiceField(label="From", choices=[], required=False)
    end = ChoiceField(label="To", choices=[], required=False)
    by = ChecksField(
        label="By",
        choices=[("month", "month"), ("area", "area"), ("type", "type")],
        required=False,
    )
    kind = ChoiceField(label="Areas are", choices=[], required=False)
    grain = ChoiceField(label="Periods are", choices=[], required=False)
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
        wanted = _fields(asks, about)
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
        self._choose("kind", [each for each in KINDS if each[0] in about.kinds])
        self._choose("grain", [(each, GRAINS[each]) for each in about.grains])
        if not about.kinds:
            self._choose("by", [("month", "month"), ("type", "type")])
        self.what, self.source = asks.name, about.source

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
            source=self.source,
            grain=said.get("grain", "") if self.source else "",
            is_adjusted=bool(said.get("is_adjusted")),
            of_hexagons=said.get("cells") == "hexagons",
            named=said.get("named", ""),
        )


def _fields(asks: Asks, about: ToAsk) -> set[str]:
    """What is kept by no area is not asked for by area, nor by period what has one length of it."""
    wanted = set(asks.fields)
    if not about.source:
        return wanted
    if len(about.grains) > 1:
        wanted.add("grain")
    return wanted - {"cells"} - (set() if about.kinds else {"area", "kind", "per"})


def _with_standards(typed: QueryDict, asks: Asks, about: ToAsk) -> QueryDict:
    """Before anything is chosen: the partnership's own area, and what is asked most."""
    said = typed.copy()
    if "sent" in said:
        return said
    ours = next(iter(about.areas), "")
    said.setdefault("area", about.county if asks.name == "rank" and not about.source else ours)
    if about.weights:
        said.setdefault("named", about.weights[0])
    for name, values in STANDARD.get(asks.name, {}).items():
        if name not in said:
            said.setlist(name, values)
    if about.source and about.kinds and "kind" not in typed:
        said["kind"] = "ward" if "ward" in about.kinds else about.kinds[-1]
    return said
