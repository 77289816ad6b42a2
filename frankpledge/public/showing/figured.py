"""What the figures say of an outcome, beside what people say and in place of none of it."""

from dataclasses import dataclass
from typing import Any

from frankpledge.pictures.odds import odds as drawn
from frankpledge.public.words import opening

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


def figured(doc: Doc | None) -> Figured | None:
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
        accepted=f"Accepted until {excuse['until']}: {excuse['why']}" if excuse else "",
    )
