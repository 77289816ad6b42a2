"""By when: as printed, what that means, and the forecast beside it."""

import datetime
from dataclasses import dataclass
from typing import Any

from frankpledge.language.states import State
from frankpledge.public.reading import day
from frankpledge.public.words import long_day

Doc = dict[str, Any]


@dataclass(frozen=True)
class Time:
    printed: str
    means: str
    forecast: str
    passed: str


def times(timescales: list[Doc], stands: Doc, as_at: datetime.date) -> list[Time]:
    return [_time(each, stands, as_at) for each in timescales]


def _time(timescale: Doc, stands: Doc, as_at: datetime.date) -> Time:
    due, forecast = day(timescale["due"]), day(timescale["forecast"])
    waits = stands["is_open"] and stands["state"] != State.COMPLETE
    late = waits and due is not None and due < as_at
    return Time(
        printed=timescale["printed"],
        means="" if _same(timescale) else timescale["says"],
        forecast=f"Now expected by {long_day(forecast)}" if forecast and waits else "",
        passed="That day has passed" if late else "",
    )


def _same(timescale: Doc) -> bool:
    said, printed = (
        timescale[name].casefold().removeprefix("by ").replace("each ", "every ")
        for name in ("says", "printed")
    )
    return said == printed
