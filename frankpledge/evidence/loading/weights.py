"""Weights of harm, from a CSV or a workbook with the headings type and weight."""

from pathlib import Path

from frankpledge.evidence.loading.counts import Table, tables
from frankpledge.record.errors import Refused

TYPES = ("type", "crime type", "offence", "offence group")
WEIGHTS = ("weight", "score", "harm", "days")
LONGEST = 100


def read_weights(path: Path, data: bytes) -> dict[str, float]:
    for table in tables(path, data):
        for at, row in enumerate(table):
            heads = [" ".join(cell.split()).lower() for cell in row]
            kind = next((heads.index(each) for each in TYPES if each in heads), None)
            weight = next((heads.index(each) for each in WEIGHTS if each in heads), None)
            if kind is not None and weight is not None:
                return _values(path, table[at + 1 :], kind, weight)
    raise Refused(f"{path.name} has no row with the headings type and weight.")


def _values(path: Path, table: Table, kind: int, weight: int) -> dict[str, float]:
    """All of it or nothing: a type that were left out would weigh nought."""
    found: dict[str, float] = {}
    for row in table:
        if not any(cell.strip() for cell in row):
            continue
        name = row[kind].strip() if kind < len(row) else ""
        said = row[weight].strip() if weight < len(row) else ""
        if not name or len(name) > LONGEST:
            raise Refused(f"{path.name}: a row has no type beside its weight {said or 'of none'}.")
        if name in found:
            raise Refused(f"{path.name} gives {name} two weights.")
        found[name] = _weight(path, name, said)
    if not any(found.values()):
        raise Refused(f"{path.name} gives nothing a weight.")
    return found


def _weight(path: Path, name: str, said: str) -> float:
    try:
        value = float(said.replace(",", ""))
    except ValueError:
        value = -1.0
    if not 0 <= value < 1e9:
        raise Refused(f"{path.name}: the weight of {name} is no number of nought or more: {said}.")
    return value
