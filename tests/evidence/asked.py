"""A county to ask questions of: twelve LSOAs in a grid, two districts, three years of months."""

import json
import random
from pathlib import Path

from frankpledge.evidence.changes import load_counts
from frankpledge.partnership.models import Partnership
from frankpledge.record.lines import Author
from tests.evidence.makers import STOPS, Row, crime, nowhere, stop, street, table, text

LSOAS = [f"E0190{at:04}" for at in range(1, 13)]
WARDS = {code: f"E0590000{1 + at // 3}" for at, code in enumerate(LSOAS)}
MARSHWICK, FENBOROUGH, LOAMSHIRE = "E07900001", "E07900002", "E10900001"
DISTRICTS = {code: MARSHWICK if at < 6 else FENBOROUGH for at, code in enumerate(LSOAS)}
OLDER = "E01800001"
BIG, SMALL = 4000, 1000
PEOPLE = {code: BIG if at < 6 else SMALL for at, code in enumerate(LSOAS)}
TYPES = ("Anti-social behaviour", "Burglary", "Drugs")
MONTHS = [f"{2018 + at // 12}-{at % 12 + 1:02}" for at in range(3, 40)]
PLACED = {
    code: {"lsoa": code, "ward": WARDS[code], "district": DISTRICTS[code], "county": LOAMSHIRE}
    for code in LSOAS
}
# An LSOA of an older vintage that became the third of today.
PLACED[OLDER] = PLACED[LSOAS[2]]


def areas(folder: Path) -> list[Path]:
    names = {MARSHWICK: "Marshwick", FENBOROUGH: "Fenborough"}
    lines = [
        f"{code},{_name(at)},{WARDS[code]},Ward {WARDS[code][-1]},{DISTRICTS[code]},"
        f"{names[DISTRICTS[code]]},{PEOPLE[code]},{PEOPLE[code] // 2}"
        for at, code in enumerate(LSOAS)
    ]
    heads = "LSOA21CD,LSOA21NM,WD25CD,WD25NM,LADCD,LADNM,census2021_usual_residents,households_2021"
    later = f"LSOA11CD,LSOA11NM,LSOA21CD\n{OLDER},Marshwick 009A,{LSOAS[2]}\n"
    uppers = "\n".join(f"{code},{name},{LOAMSHIRE},Loamshire" for code, name in names.items())
    return [
        table(folder, "wards.csv", "\n".join([heads, *lines, ""])),
        table(folder, "later.csv", later),
        table(folder, "counties.csv", f"LAD25CD,LAD25NM,UTLA25CD,UTLA25NM\n{uppers}\n"),
        _squares(folder),
    ]


def _name(at: int) -> str:
    return f"{'Marshwick' if at < 6 else 'Fenborough'} {at + 1:03}A"


def _squares(folder: Path) -> Path:
    """Four across and three up; LSOAs of one row of three share a ward."""
    features = []
    for at, code in enumerate(LSOAS):
        x, y = at % 4 / 50, 51 + at // 4 / 50
        ring = [[x, y], [x + 0.02, y], [x + 0.02, y + 0.02], [x, y + 0.02], [x, y]]
        shape = {"type": "Polygon", "coordinates": [ring]}
        said = {"LSOA21CD": code, "LSOA21NM": _name(at)}
        features.append({"type": "Feature", "properties": said, "geometry": shape})
    path = folder / "lsoa21.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


def crimes(folder: Path, months: list[str] = MONTHS) -> Path:
    """Most in the first LSOA, more each summer; some nowhere, some beyond the county."""
    folder.mkdir()
    chance = random.Random(7)
    for month in months:
        street(folder, month, [_crime(chance, month) for _ in range(_number(month))])
    return folder


def _number(month: str) -> int:
    return 90 if month[-2:] in ("06", "07", "08") else 40


def _crime(chance: random.Random, month: str) -> Row:
    kind = chance.choice(TYPES)
    lot = chance.random()
    if lot < 0.05:
        return nowhere(month, Crime_type=kind)
    if lot < 0.08:
        return crime(month, LSOA_code="E01999999", LSOA_name="Elsewhere 001A", Crime_type=kind)
    if lot < 0.12:
        return crime(month, LSOA_code=OLDER, LSOA_name="Marshwick 009A", Crime_type=kind)
    at = 0 if lot < 0.5 else chance.randrange(12)
    return crime(
        month,
        LSOA_code=LSOAS[at],
        LSOA_name=_name(at),
        Crime_type=kind,
        Longitude=f"{at % 4 / 50 + 0.01:.6f}",
        Latitude=f"{51 + at // 4 / 50 + 0.01:.6f}",
    )


def stops(folder: Path) -> Path:
    days = ["2021-04-02T00:00:00+00:00", "2021-04-02T23:30:00+00:00", "2021-04-05T14:05:00+00:00"]
    path = folder / "2021-04-loamshire-stop-and-search.csv"
    path.write_text(text([stop(day) for day in days], STOPS))
    return path


FIRES = "Month,Ward,Kind,Fires"


def fires() -> list[tuple[str, str, str, int]]:
    """By month and ward, of two kinds; the first ward more in summer, the last none in 2020."""
    chance = random.Random(11)
    return [
        (month, ward, kind, chance.randint(1, 9) * (3 if month[-2:] in ("06", "07") else 1))
        for month in MONTHS
        for ward in sorted(set(WARDS.values()))
        for kind in ("Deliberate", "Accidental")
        if not (ward == "E05900004" and month.startswith("2020"))
    ]


def own_counts(folder: Path, partnership: Partnership, by: Author) -> None:
    """Fires by month and ward, their quarters by district beside them, and calls by quarter."""
    lines = [",".join(map(str, row)) for row in fires()]
    months = table(folder, "fires.csv", "\n".join([FIRES, *lines, ""]))
    given = {"period": "Month", "area": "Ward", "measure": "Kind", "n": "Fires"}
    quarters = ["Q1 2018/19,Marshwick,Deliberate,9999", "Q2 2018/19,Marshwick,Deliberate,9999"]
    wider = table(folder, "quarters.csv", "\n".join([FIRES, *quarters, ""]))
    calls = [
        f"Q{at % 4 + 1} {2018 + at // 4}/{19 + at // 4},{name},{100 + at * (7 if at > 7 else 1)}"
        for at in range(12)
        for name in ("Marshwick", "Fenborough")
    ]
    called = table(folder, "calls.csv", "\n".join(["When,Where,Calls", *calls, ""]))
    for path, dataset, columns in (
        (months, "fires", given),
        (wider, "fires", given),
        (called, "calls", {"period": "When", "area": "Where", "n": "Calls"}),
    ):
        load_counts(path=path, dataset=dataset, partnership=partnership, columns=columns, by=by)
