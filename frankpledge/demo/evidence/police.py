"""Loamshire Police's monthly files, in the format in which police.uk publishes them."""

import datetime
import math
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from frankpledge.demo.evidence.ground import Place
from frankpledge.demo.evidence.kinds import KINDS, RECORDED_ANEW, TURNS, Kind, Turn
from frankpledge.demo.evidence.stops import stops_of
from frankpledge.demo.evidence.towns import LIVELY

SEED = 1268
FORCE = "Loamshire Police"
STREETS = ("Mill Lane", "High Street", "Station Road", "Church Walk", "Bridge Street", "Fen Road")
HEADS = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
    "Crime type,Last outcome category,Context"
)
WITHOUT_A_PLACE = 0.012
OUTCOMES = (
    "Investigation complete; no suspect identified",
    "Unable to prosecute suspect",
    "Under investigation",
    "Local resolution",
)
# One month of stops was never published, as happens.
STOPS_MISSED = 15


def write(places: Sequence[Place], months: Sequence[datetime.date], folder: Path) -> list[Path]:
    chance = np.random.default_rng(SEED)
    files = []
    for at, month in enumerate(months):
        ago = len(months) - 1 - at
        expected = _expected(places, month, ago)
        rows = "\n".join(_rows(chance, places, month, chance.poisson(expected)))
        files.append(_file(folder, f"{month:%Y-%m}-loamshire-street.csv", f"{HEADS}\n{rows}\n"))
        if ago != STOPS_MISSED:
            said = stops_of(chance, places, month)
            files.append(_file(folder, f"{month:%Y-%m}-loamshire-stop-and-search.csv", said))
    return files


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _expected(places: Sequence[Place], month: datetime.date, ago: int) -> NDArray[np.float64]:
    """A row for each place, a column for each kind."""
    people = np.array([each.residents * LIVELY[each.district[1]] for each in places]) / 1000
    centre = np.array([each.centre for each in places])
    columns = [
        people * each.yearly / 12 * (1 + (each.centre - 1) * centre) * _season(each, month)
        for each in KINDS
    ]
    table = np.column_stack(columns)
    for turn in (*TURNS, RECORDED_ANEW):
        if ago < turn.ago:
            table[_turned(places, turn), _at(turn.kind)] *= turn.times
    return table


def _season(kind: Kind, month: datetime.date) -> float:
    days = (datetime.date(month.year + month.month // 12, month.month % 12 + 1, 1) - month).days
    return (1 + kind.summer * math.cos((month.month - 7) * math.pi / 6)) * days / 30.44


def _turned(places: Sequence[Place], turn: Turn) -> NDArray[np.bool_]:
    return np.array(
        [
            turn.district in ("", each.district[1]) and turn.ward in ("", each.ward[1])
            for each in places
        ]
    )


def _at(name: str) -> int:
    return [each.name for each in KINDS].index(name)


def _rows(
    chance: Generator,
    places: Sequence[Place],
    month: datetime.date,
    counts: NDArray[np.int64],
) -> Iterator[str]:
    where, what = np.nonzero(counts)
    often = counts[where, what]
    where, what = np.repeat(where, often), np.repeat(what, often)
    lots = chance.random((len(where), 3))
    for at, (place, kind) in enumerate(zip(where.tolist(), what.tolist(), strict=True)):
        name = KINDS[kind].name
        known = "" if name == "Anti-social behaviour" else f"{month:%Y%m}{at:058x}"
        outcome = OUTCOMES[int(lots[at, 2] * len(OUTCOMES))] if known else ""
        where_it_was = _where(places[place], lots[at, 0], lots[at, 1])
        yield f"{known},{month:%Y-%m},{FORCE},{FORCE},{where_it_was},{name},{outcome},"


def _where(place: Place, lot: float, point: float) -> str:
    if lot < WITHOUT_A_PLACE:
        return ",,No Location,,"
    number = int(point * len(place.points))
    lon, lat = place.points[number]
    street = STREETS[number % len(STREETS)]
    return f"{lon:.6f},{lat:.6f},On or near {street},{place.code},{place.name}"
