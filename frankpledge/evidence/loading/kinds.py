"""What a file is: told by its columns; whose and of which month, told by its name."""

import codecs
import csv
import re
from dataclasses import dataclass

from frankpledge.evidence.loading.sources import Source
from frankpledge.record.errors import Refused

HEAD = 1 << 16
NAMED = re.compile(
    r"((?:19|20)\d\d-(?:0[1-9]|1[0-2]))-([a-z][a-z-]*[a-z])-(street|outcomes|stop-and-search)"
    r"(?: ?\(\d+\))?\.csv",
    re.IGNORECASE,
)
# The first says what the file is. The rest must be there too; of the others the file may be bare.
NEEDED = {
    "street": ("Crime type", "Month", "LSOA code"),
    "outcomes": ("Outcome type", "Month", "LSOA code"),
    "stops": ("Object of search", "Type", "Date"),
}
KNOWN = {
    "street": (
        "Crime ID",
        "Reported by",
        "Falls within",
        "Longitude",
        "Latitude",
        "Location",
        "LSOA name",
        "Last outcome category",
        "Context",
    ),
    "outcomes": (
        "Crime ID",
        "Reported by",
        "Falls within",
        "Longitude",
        "Latitude",
        "Location",
        "LSOA name",
    ),
    "stops": (
        "Latitude",
        "Longitude",
        "Gender",
        "Age range",
        "Officer-defined ethnicity",
        "Legislation",
        "Outcome",
        "Outcome linked to object of search",
    ),
}
SPELT = {"outcomes": "outcomes", "street": "street", "stop-and-search": "stops"}


@dataclass(frozen=True)
class Kind:
    dataset: str
    # Every column in the order of the file, by our name for it where it is one that we know.
    columns: tuple[str, ...]
    missing: tuple[str, ...]
    reported: str = ""  # by whom, as the first row says
    month: str = ""  # 2021-04
    force: str = ""  # hertfordshire


def kind_of(source: Source) -> Kind | None:
    """None where it is a table of something else, found beside the files that are wanted."""
    with source.open() as file:
        head = file.read(HEAD)
    named = NAMED.fullmatch(source.stem)
    try:
        headings, first = _beginning(source.name, head)
        return _kind(source.name, headings, first, named)
    except Refused:
        if named or source.is_named:
            raise
        return None


def _beginning(name: str, head: bytes) -> tuple[list[str], list[str]]:
    """The headings, and the first row."""
    if not head.strip():
        raise Refused(f"{name} is empty.")
    if head[:2] == b"\x1f\x8b":
        raise Refused(f"{name} is a gzip file and not text. Unpack it first.")
    if head[:2] == b"PK":
        raise Refused(f"{name} is a zip file or a workbook and not text. Name it as what it is.")
    if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or b"\0" in head[:200]:
        raise Refused(f"{name} is not text in UTF-8. Save it again as CSV in UTF-8.")
    lines = head.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace").splitlines()[:2]
    rows = [next(csv.reader([line]), []) for line in lines]
    return rows[0], rows[1] if len(rows) > 1 else []


def _kind(name: str, headings: list[str], first: list[str], named: re.Match[str] | None) -> Kind:
    plain = [_plain(heading) for heading in headings]
    dataset = next((each for each, needs in NEEDED.items() if _plain(needs[0]) in plain), None)
    wanted = dataset or (SPELT[named.group(3).lower()] if named else "street")
    lacking = [each for each in NEEDED[wanted] if _plain(each) not in plain]
    if lacking:
        raise Refused(
            f"{name} has no column '{lacking[0]}'. It has: {', '.join(headings)[:300] or 'none'}."
        )
    known = {_plain(each): each for each in (*NEEDED[wanted], *KNOWN[wanted])}
    columns = tuple(known.pop(each, f"column {at}") for at, each in enumerate(plain))
    month, force = (named.group(1), named.group(2).lower()) if named else ("", "")
    if wanted == "stops" and not named:
        raise Refused(
            f"{name} holds stops and searches but not whose. Name it as the police do: "
            "2021-04-essex-stop-and-search.csv."
        )
    missing = tuple(each for each in known.values() if each != "Context")
    row = dict(zip(columns, first, strict=False))
    reported = row.get("Reported by") or row.get("Falls within") or ""
    return Kind(wanted, columns, missing, reported, month, force)


def _plain(heading: str) -> str:
    return re.sub(r"[^a-z]", "", heading.lower())
