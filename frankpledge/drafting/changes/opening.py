"""A document is brought in: read at once, in a process of its own, and kept only if it can be."""

import hashlib
from datetime import date
from pathlib import PurePath
from typing import Any

from django.db import transaction

from frankpledge.drafting.changes.habits import remembered
from frankpledge.drafting.changes.single import reading_alone
from frankpledge.drafting.changes.turns import counted, subject_of
from frankpledge.drafting.habitual import used_in
from frankpledge.drafting.ids import kept, named
from frankpledge.drafting.meaning import understood_anew
from frankpledge.drafting.models import Draft, Original, Reading
from frankpledge.drafting.present import key_of
from frankpledge.partnership.models import Partnership
from frankpledge.reading import Unreadable, read_beside
from frankpledge.reading.limits import TOO_LARGE
from frankpledge.reading.planfile import is_json
from frankpledge.record import lines
from frankpledge.record.errors import Refused

LONGEST_NAME = 200
Told = dict[str, Any]


def open_draft(*, partnership: Partnership, name: str, data: bytes, by: lines.Author) -> Draft:
    name = clean_name(name)
    sha256 = hashlib.sha256(data).hexdigest()
    _require_new(partnership, sha256)
    habits = remembered(partnership)
    with reading_alone(partnership):
        told = read(data, name, habits["columns"])
    file = named(told["plan"])
    used = used_in(file, told["heads"], habits)
    with transaction.atomic():
        lines.hold(partnership.chain)
        _require_new(partnership, sha256)
        draft = _draft(partnership, name, file)
        draft.sha256, draft.size, draft.habits = sha256, len(data), dict(used)
        draft.opened_by = by.record_name
        draft.save(force_insert=True)
        Original.objects.create(draft=draft, data=data)
        keep_reading(draft, told, file, dict(used["columns"]))
        counted(draft)
        draft.save()
        new = {"file": name, "promises": draft.promises}
        lines.write(
            chain=partnership.chain, by=by, verb="draft.opened", subject=subject_of(draft), new=new
        )
    return draft


def read(data: bytes, name: str, columns: dict[str, str]) -> Told:
    try:
        told: Told = kept(read_beside(data, name, columns))
    except Unreadable as why:
        raise Refused(f"{name} {why}.", field="file") from why
    return {**told, "plan": understood_anew(told["plan"])} if is_json(data, name) else told


def keep_reading(draft: Draft, told: Told, file: Told, columns: dict[str, str]) -> Reading:
    return Reading.objects.create(
        draft=draft,
        columns=columns,
        key=key_of(columns),
        file=file,
        source=told["source"],
        heads=told["heads"],
    )


def clean_name(name: str) -> str:
    """The file's own name, without the folders of whoever sent it."""
    last = PurePath(kept(name).replace("\\", "/")).name
    printable = "".join(letter for letter in last if letter.isprintable()).strip()
    return printable[-LONGEST_NAME:] or "The file"


def too_large(name: str) -> str:
    """For whoever need not even open the file to refuse it."""
    return f"{clean_name(name)} {TOO_LARGE}."


def _require_new(partnership: Partnership, sha256: str) -> None:
    same = Draft.objects.filter(partnership=partnership, sha256=sha256, state="open").first()
    if same:
        raise Refused(f"This file is already being looked at, as ‘{same.title}’.", field="file")


def _draft(partnership: Partnership, name: str, file: Told) -> Draft:
    period = file["period"] or {}
    title = file["title"] or PurePath(name).stem or name
    return Draft(
        partnership=partnership,
        name=name,
        title=title[:200],
        starts=_day(period.get("start")),
        ends=_day(period.get("end")),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
