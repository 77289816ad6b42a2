"""Plan files for the tests of taking plans in."""

import datetime
from pathlib import Path
from typing import Any

from frankpledge.partnership.models import Partnership
from frankpledge.plan import changes
from frankpledge.plan.models import Plan
from frankpledge.reading import read
from tests.reading import documents
from tests.small import BY

File = dict[str, Any]
NUMBERS = ("000", "001", "002", "003", "004")
STARTS, ENDS = datetime.date(2026, 4, 1), datetime.date(2027, 3, 31)


def of_own(name: str) -> File:
    written = documents.ALL[name]()
    return read(written.data, written.name)


def of_seed(shared: Path, number: str) -> File:
    path = next((shared / "seeds").glob(f"{number}_*.txt"))
    return read(path.read_bytes(), path.name)


def taken_in(partnership: Partnership, file: File, **more: Any) -> Plan:
    """The draft of this file, under the title and for the period that it gives."""
    period = file.get("period") or {}
    facts = {
        "title": file.get("title") or "A plan",
        "starts": _day(period.get("start")) or STARTS,
        "ends": _day(period.get("end")) or ENDS,
    }
    return changes.adopt_file(partnership=partnership, file=file, by=BY, **{**facts, **more})


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def outcome(text: str, status: str | None = None, colour: str | None = None) -> File:
    stands = {"text": status, "colour": colour} if status or colour else None
    return {"number": None, "text": text, "status": stands}


def action(words: str = "Light the canal path", **more: Any) -> File:
    return {"action": words, "priorities": ["p1"], **more}


def file(*actions: File, **more: Any) -> File:
    return {
        "title": "Action plan 2026-27",
        "period": {"text": "2026-27", "start": "2026-04-01", "end": "2027-03-31"},
        "priorities": [{"id": "p1", "title": "Safer streets", "ref": "1"}],
        "actions": list(actions),
        **more,
    }
