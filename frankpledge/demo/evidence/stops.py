"""Stops and searches of a month: most in the evening, more at the end of the week."""

import datetime
from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from frankpledge.demo.evidence.ground import Place

HEADS = (
    "Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,"
    "Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,"
    "Outcome linked to object of search,Removal of more than just outer clothing"
)
A_MONTH = 140
DAYS = np.array([9, 8, 9, 11, 16, 19, 12], dtype=float)
HOURS = np.array(
    [6, 5, 3, 2, 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 7, 8, 8, 9, 9, 8, 7], dtype=float
)
OBJECTS = ("Controlled drugs", "Offensive weapons", "Stolen goods", "Article for use in theft")
FOUND = ("A no further action disposal", "Community resolution", "Arrest")


def stops_of(chance: Generator, places: Sequence[Place], month: datetime.date) -> str:
    days = [month + datetime.timedelta(days=at) for at in range(28)]
    likely = np.array([DAYS[day.weekday()] for day in days])
    many = int(chance.poisson(A_MONTH))
    on = chance.choice(len(days), size=many, p=likely / likely.sum())
    hours = chance.choice(24, size=many, p=HOURS / HOURS.sum())
    minutes = chance.integers(1, 60, size=many)
    towns = np.array([each.centre + 0.02 for each in places])
    where = chance.choice(len(places), size=many, p=towns / towns.sum())
    lots = chance.random((many, 2))
    rows = []
    for at in range(many):
        lon, lat = places[where[at]].points[0]
        moment = f"{days[on[at]]}T{hours[at]:02}:{minutes[at]:02}:00+00:00"
        sought = OBJECTS[int(lots[at, 0] ** 2 * len(OBJECTS))]
        found = FOUND[int(lots[at, 1] ** 2 * len(FOUND))]
        rows.append(
            f"Person search,{moment},False,,{lat:.6f},{lon:.6f},,,,,,{sought},{found},,False"
        )
    return "\n".join([HEADS, *rows, ""])
