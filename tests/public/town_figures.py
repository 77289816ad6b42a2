"""A district of six wards, two years of what was reported in them, and where they lie."""

import json
from collections.abc import Mapping
from pathlib import Path

from tests.evidence.makers import crime, street, table

DISTRICT, COUNTY = "E07900001", "E10900001"
WARDS = ("Fen End", "Holm", "Levels", "Northgate", "Quay Street", "Saltby")
CODES = {name: f"E0590000{at + 1}" for at, name in enumerate(WARDS)}
TYPES = ("Anti-social behaviour", "Burglary", "Criminal damage", "Drugs", "Robbery", "Shoplifting")
Counts = Mapping[str, tuple[int, ...]]
# By ward, in the order of the types; a robbery is rare, and some of the rest are few.
NOW: Counts = {
    "Fen End": (30, 2, 11, 6, 0, 0),
    "Holm": (44, 8, 12, 4, 1, 21),
    "Levels": (61, 14, 9, 12, 0, 35),
    "Northgate": (28, 7, 3, 1, 2, 0),
    "Quay Street": (95, 21, 30, 25, 3, 80),
    "Saltby": (74, 14, 38, 9, 0, 58),
}
BEFORE: Counts = {
    "Fen End": (33, 6, 10, 5, 0, 1),
    "Holm": (40, 9, 15, 6, 0, 12),
    "Levels": (60, 11, 12, 8, 1, 21),
    "Northgate": (31, 5, 6, 2, 0, 3),
    "Quay Street": (99, 25, 33, 20, 2, 45),
    "Saltby": (76, 17, 66, 7, 0, 27),
}


def areas(folder: Path) -> list[Path]:
    lines = []
    for at, name in enumerate(WARDS):
        for half in (0, 1):
            lsoa = f"E0190{at:03}{half}"
            lines.append(
                f"{lsoa},Marshwick {at:03}{'AB'[half]},{CODES[name]},{name},{DISTRICT},"
                f"Marshwick,{900 + 250 * at}"
            )
    heads = "LSOA21CD,LSOA21NM,WD25CD,WD25NM,LADCD,LADNM,census2021_usual_residents"
    upper = f"LAD25CD,LAD25NM,UTLA25CD,UTLA25NM\n{DISTRICT},Marshwick,{COUNTY},Loamshire\n"
    return [
        table(folder, "wards.csv", "\n".join([heads, *lines, ""])),
        table(folder, "counties.csv", upper),
        _squares(folder),
    ]


def _squares(folder: Path) -> Path:
    """Three across and two up."""
    features = []
    for at, name in enumerate(WARDS):
        x, y = at % 3 / 20, 51 + at // 3 / 20
        ring = [[x, y], [x + 0.05, y], [x + 0.05, y + 0.05], [x, y + 0.05], [x, y]]
        shape = {"type": "Polygon", "coordinates": [ring]}
        said = {"WD25CD": CODES[name], "WD25NM": name}
        features.append({"type": "Feature", "properties": said, "geometry": shape})
    path = folder / "wd25.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


def crimes(folder: Path, now: Counts = NOW, before: Counts = BEFORE) -> Path:
    """April 2019 to March 2021. A month's counts of the district do not tell whose they are."""
    folder.mkdir()
    for year, counts in ((2019, before), (2020, now)):
        rows = _reports(counts)
        for at in range(12):
            month = f"{year + (at > 8)}-{(at + 3) % 12 + 1:02}"
            told = [
                crime(month, LSOA_code=lsoa, LSOA_name=lsoa, Crime_type=name)
                for name, lsoas in rows.items()
                for lsoa in lsoas[(at + TYPES.index(name)) % 12 :: 12]
            ]
            street(folder, month, told)
    return folder


def _reports(counts: Counts) -> dict[str, list[str]]:
    """Of each type, the LSOA of each report."""
    found: dict[str, list[str]] = {name: [] for name in TYPES}
    for ward, row in counts.items():
        for name, n in zip(TYPES, row, strict=True):
            found[name] += [f"E0190{WARDS.index(ward):03}{each % 2}" for each in range(n)]
    return found
