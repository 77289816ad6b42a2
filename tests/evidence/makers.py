"""Police files in the true format, of places and crimes that nobody has."""

import csv
import io
import json
import random
from collections.abc import Iterable
from pathlib import Path

STREET = [
    "Crime ID",
    "Month",
    "Reported by",
    "Falls within",
    "Longitude",
    "Latitude",
    "Location",
    "LSOA code",
    "LSOA name",
    "Crime type",
    "Last outcome category",
    "Context",
]
OUTCOMES = [
    "Crime ID",
    "Month",
    "Reported by",
    "Falls within",
    "Longitude",
    "Latitude",
    "Location",
    "LSOA code",
    "LSOA name",
    "Outcome type",
]
STOPS = [
    "Type",
    "Date",
    "Part of a policing operation",
    "Policing operation",
    "Latitude",
    "Longitude",
    "Gender",
    "Age range",
    "Self-defined ethnicity",
    "Officer-defined ethnicity",
    "Legislation",
    "Object of search",
    "Outcome",
    "Outcome linked to object of search",
    "Removal of more than just outer clothing",
]
FORCE = "Loamshire Constabulary"
Row = dict[str, str]


def crime(month: str = "2021-04", **said: str) -> Row:
    row = dict.fromkeys(STREET, "") | {
        "Month": month,
        "Reported by": FORCE,
        "Falls within": FORCE,
        "Longitude": "-0.250000",
        "Latitude": "51.750000",
        "Location": "On or near Mill Lane",
        "LSOA code": "E01900001",
        "LSOA name": "Marshwick 001A",
        "Crime type": "Burglary",
    }
    return row | {name.replace("_", " "): value for name, value in said.items()}


def nowhere(month: str = "2021-04", **said: str) -> Row:
    """A row whose place the police could not give."""
    bare = {"Longitude": "", "Latitude": "", "LSOA code": "", "LSOA name": ""}
    return crime(month, **said) | bare | {"Location": "No Location"}


def text(rows: Iterable[Row], columns: list[str] = STREET) -> str:
    held = io.StringIO()
    writer = csv.DictWriter(held, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return held.getvalue()


def street(folder: Path, month: str, rows: Iterable[Row], force: str = "loamshire") -> Path:
    path = folder / f"{month}-{force}-street.csv"
    path.write_text(text({**row, "Reported by": _body(row, force)} for row in rows))
    return path


def _body(row: Row, force: str) -> str:
    return row["Reported by"] if force == "loamshire" else f"{force.title()} Police"


def stop(date: str, **said: str) -> Row:
    row = dict.fromkeys(STOPS, "") | {
        "Type": "Person search",
        "Date": date,
        "Latitude": "51.75",
        "Longitude": "-0.25",
        "Gender": "Male",
        "Age range": "18-24",
        "Officer-defined ethnicity": "White",
        "Object of search": "Controlled drugs",
        "Outcome linked to object of search": "True",
    }
    return row | {name.replace("_", " "): value for name, value in said.items()}


def squares(folder: Path, codes: list[str], kind: str = "LSOA21", names: str = "") -> Path:
    """Areas side by side, each a square; a border is shared by two."""
    features = [
        {
            "type": "Feature",
            "properties": {f"{kind}CD": code, f"{kind}NM": names or f"Marshwick 001{chr(65 + at)}"},
            "geometry": {
                "type": "Polygon",
                "coordinates": [
                    [
                        [at / 10 + x / 10, 51 + y / 10]
                        for x, y in ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
                    ]
                ],
            },
        }
        for at, code in enumerate(codes)
    ]
    path = folder / f"{kind.lower()}.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


def table(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text)
    return path


def many(count: int, *, lsoas: int = 40, seed: int = 1, month: str = "2021-04") -> list[Row]:
    """Rows of several types in several places, some of them nowhere and some twice the same."""
    chance = random.Random(seed)
    types = ("Burglary", "Anti-social behaviour", "Shoplifting", "Drugs")
    found = []
    for _ in range(count):
        number = chance.randrange(lsoas)
        row = crime(
            month,
            LSOA_code=f"E019{number:05}",
            LSOA_name=f"Marshwick {number:03}A",
            Crime_type=chance.choice(types),
        )
        found.append(nowhere(month, Crime_type=row["Crime type"]) if number == 0 else row)
    return found
