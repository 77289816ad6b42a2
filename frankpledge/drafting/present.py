"""A draft as it is now: what was read, with what is remembered and every mend that stands."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from frankpledge.drafting.doubts import Around, Doubt, uncertain
from frankpledge.drafting.habitual import with_habits
from frankpledge.drafting.mending import Mended, Sent, mended
from frankpledge.drafting.models import Draft, Mend, Reading
from frankpledge.plan.planfile.who import Known, known, leads_of
from frankpledge.reading.understanding.columns import head_key

File = dict[str, Any]
Columns = dict[str, str]


@dataclass
class Present:
    draft: Draft
    reading: Reading
    mends: list[Mend]  # all, those taken back too
    mended: Mended
    doubts: list[Doubt]
    people: Known

    @property
    def file(self) -> File:
        return self.mended.file

    @property
    def left(self) -> int:
        return sum(1 for doubt in self.doubts if not doubt.seen)


def present(draft: Draft) -> Present:
    """Eight queries, however long the document."""
    mends = list(draft.mends.all())
    reading = reading_with(draft, columns_of(draft, mends))
    made = as_mended(draft, reading, standing(mends))
    people = known(draft.partnership)
    around = Around(
        heads=heads_told(reading),
        known=lambda action: is_known(action, people),
        seen=made.seen,
    )
    return Present(draft, reading, mends, made, uncertain(made.file, around), people)


def as_mended(draft: Draft, reading: Reading, sent: list[Sent]) -> Mended:
    return mended(with_habits(reading.file, draft.habits), sent, period=_period(draft))


def _period(draft: Draft) -> tuple[str, str] | None:
    if draft.starts is None or draft.ends is None:
        return None
    return draft.starts.isoformat(), draft.ends.isoformat()


def standing(mends: list[Mend]) -> list[Sent]:
    stand = [mend for mend in mends if mend.undone_at is None]
    return [Sent(mend.number, mend.kind, mend.given) for mend in stand]


def columns_of(draft: Draft, mends: list[Mend]) -> Columns:
    """What the document's columns are read as: as is remembered, then as was said here."""
    columns: Columns = dict(draft.habits.get("columns", {}))
    for mend in mends:
        if mend.kind == "column" and mend.undone_at is None:
            columns[head_key(mend.given["head"])] = mend.given["means"]
    return columns


def key_of(columns: Mapping[str, str]) -> str:
    told = json.dumps(dict(columns), sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(told.encode()).hexdigest()


def reading_with(draft: Draft, columns: Columns) -> Reading:
    reading: Reading = draft.readings.filter(key=key_of(columns)).order_by("pk").last() or (
        draft.readings.earliest("pk")
    )
    return reading


def heads_told(reading: Reading) -> list[dict[str, str]]:
    """What somebody said of a column is no longer in doubt, even if it holds nothing of ours."""
    told = reading.columns
    return [{**head, "means": told.get(head["key"]) or head["means"]} for head in reading.heads]


def is_known(action: File, people: Known) -> bool:
    rows = leads_of(action["lead"], action["leads"], people, "lead")
    return any(
        row.organisation or row.post or row.person or row.group or row.everyone for row in rows
    )
