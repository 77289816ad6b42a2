"""Columns whose head could mean two things, settled by what stands under them."""

import re
from dataclasses import replace

from frankpledge.language import Context, read_timescale
from frankpledge.reading.blocks import Row
from frankpledge.reading.understanding.headers import Columns
from frankpledge.reading.understanding.ticks import names_bodies

# "Milestone" and "target" stand over dates as often as over results.
EITHER = re.compile(r"\b(?:milestones?|targets?|review)\b", re.I)
MOST = 40
ENOUGH = 0.6


def settled_by_content(columns: Columns, rows: list[Row]) -> Columns:
    """A column of nothing but times is the timescale, where no other column is."""
    columns = _bodies(columns, rows)
    if set(columns.roles) & {"timescale", "start", "end"}:
        return columns
    for at, role in enumerate(columns.roles):
        if role == "outcomes" and EITHER.search(columns.heads[at]) and _times(rows, at):
            roles = (*columns.roles[:at], "timescale", *columns.roles[at + 1 :])
            return replace(columns, roles=roles)
    return columns


def _bodies(columns: Columns, rows: list[Row]) -> Columns:
    """Bodies that are ticked lead, or help whoever leads."""
    role = "support" if "lead" in columns.roles else "lead"
    roles = [
        role if not each and names_bodies(columns.heads[at], _texts(rows, at)) else each
        for at, each in enumerate(columns.roles)
    ]
    return replace(columns, roles=tuple(roles))


def _texts(rows: list[Row], at: int) -> list[str]:
    return [row.cells[at].text for row in rows[:MOST] if at < len(row.cells)]


def _times(rows: list[Row], at: int) -> bool:
    texts = [row.cells[at].text for row in rows[:MOST] if at < len(row.cells) and row.cells[at].own]
    return bool(texts) and sum(map(_is_time, texts)) >= ENOUGH * len(texts)


def _is_time(text: str) -> bool:
    parts = read_timescale(text[:200], Context()).parts
    return all(part.kind != "none" and not part.deliverable for part in parts)
