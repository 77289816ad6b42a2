"""Which column of an ONS file holds what: LSOA21CD, WD25NM, LADCD_ACTIVE, mid2018_population."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Smallest first: whoever comes first in a row is what the row is about.
KINDS = ("lsoa", "msoa", "ward", "district", "county")
LETTERS = {
    "LSOA": "lsoa",
    "MSOA": "msoa",
    "WD": "ward",
    "WARD": "ward",
    "LAD": "district",
    "LTLA": "district",
    "UTLA": "county",
    "CTYUA": "county",
    "CTY": "county",
}
PREFIXES = {
    "E01": "lsoa",
    "W01": "lsoa",
    "E02": "msoa",
    "W02": "msoa",
    "E05": "ward",
    "W05": "ward",
    "E06": "district",
    "E07": "district",
    "E08": "district",
    "E09": "district",
    "W06": "district",
    "E10": "county",
}
SHORT = re.compile(rf"({'|'.join(LETTERS)})(\d\d)?(CD|NM)(_ACTIVE)?", re.IGNORECASE)
LONG = re.compile(rf"({'|'.join(LETTERS)}) (20\d\d) (CODE|NAME)", re.IGNORECASE)
ANY_CODE = {"areacd", "area code", "geography code", "code"}
ANY_NAME = {"areanm", "area name", "geography", "name"}
YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Column:
    at: str  # the heading
    what: str  # code, name, residents or households
    kind: str = ""  # empty: the code itself says
    year: int | None = None


def recognised(headings: Sequence[str]) -> list[Column]:
    found = [column for heading in headings if (column := _column(heading))]
    if not any(column.what == "residents" for column in found):
        # The yearly estimates of small areas name their column so, and nothing else does.
        found += [Column(each, "residents") for each in headings if each.strip().lower() == "total"]
    return found


def _column(heading: str) -> Column | None:
    text = heading.strip().lstrip("\ufeff")
    for pattern, century in ((SHORT, 2000), (LONG, 0)):
        if match := pattern.fullmatch(text):
            letters, year, what = match.group(1, 2, 3)
            dated = century + int(year) if year else None
            is_code = what.upper() in ("CD", "CODE")
            return Column(heading, "code" if is_code else "name", LETTERS[letters.upper()], dated)
    lowered = text.lower()
    if lowered in ANY_CODE:
        return Column(heading, "code")
    if lowered in ANY_NAME:
        return Column(heading, "name")
    return _size(heading, lowered)


def _size(heading: str, lowered: str) -> Column | None:
    year = int(found.group()) if (found := YEAR.search(lowered)) else None
    if "household" in lowered:
        return Column(heading, "households", year=year)
    if any(word in lowered for word in ("population", "residents", "all ages")):
        return Column(heading, "residents", year=year)
    return None


def kind_of(code: str) -> str:
    return PREFIXES.get(code[:3], "")
