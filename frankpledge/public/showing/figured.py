"""What the figures say of an outcome, beside what people say and in place of none of it."""

from dataclasses import dataclass
from typing import Any

from frankpledge.pictures.odds import odds as drawn
from frankpledge.public.addresses import Addresses
from frankpledge.public.reading import date
from frankpledge.public.words import long_day, opening

Doc = dict[str, Any]


@dataclass(frozen=True)
class Figured:
    signal: str
    signal_key: str
    verdict: str
    sentence: str
    # Safe SVG; the words stand beside it.
    odds: str
    odds_words: str
    workings: list[tuple[str, str]]
    told: list[str]
    disagreement: str
    accepted: str
    # What the police publish of it, and where it is shown month by month.
    pages: list[tuple[str, str]]

    @property
    def is_awaited(self) -> bool:
        """Nobody has given a figure: there is nothing to say of the target, and none to doubt."""
        return self.verdict == opening("not enough data") and not (self.workings or self.told)


def figured(doc: Doc | None, to: Addresses) -> Figured | None:
    if not doc:
        return None
    excuse = doc["deviation"]
    return Figured(
        signal=doc["signal"]["words"],
        signal_key=doc["signal"]["key"],
        verdict=opening(doc["verdict"]),
        sentence=doc["sentence"],
        odds=drawn(doc["odds"]) if doc["odds"] is not None else "",
        odds_words=doc["odds_words"],
        workings=[(what, how) for what, how in doc["workings"]],
        told=[str(line) for line in doc["told"]],
        disagreement=doc["disagreement"],
        accepted=_accepted(excuse) if excuse else "",
        pages=[(kind, to.figures_of(kind)) for kind in doc.get("types", [])],
    )


def _accepted(excuse: Doc) -> str:
    return f"Accepted until {long_day(date(excuse['until']))}: {excuse['why']}"
