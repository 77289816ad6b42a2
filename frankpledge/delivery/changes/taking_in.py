"""Workbooks and CSV into the log and into a survey: read in the limited process, row by row."""

import hashlib
import secrets
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from frankpledge.delivery.changes.log import keep
from frankpledge.delivery.changes.surveys import add_wave
from frankpledge.delivery.changes.telling import tell
from frankpledge.delivery.changes.turns import change
from frankpledge.delivery.importing import log as logs
from frankpledge.delivery.importing import waves
from frankpledge.delivery.importing.sheet import Faults, first_heads, folded, sheets
from frankpledge.delivery.models import Activity, LogImport, LogMapping, Measure, SurveyQuestion
from frankpledge.delivery.queries.choices import wards_of
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.queries import members, organisations_here
from frankpledge.plan.changes.decisions import created
from frankpledge.reading import Unreadable, read_tables
from frankpledge.record import lines
from frankpledge.record.errors import Refused

LARGEST = 10_000_000
THERE = "it is in the log already"
Tables = list[dict[str, Any]]


def tables_in(data: bytes, name: str) -> Tables:
    """In the process that reads strangers' documents. Refused in one sentence."""
    if len(data) > LARGEST:
        raise Refused("This file is larger than 10 MB.", field="file")
    try:
        return read_tables(data, name)
    except Unreadable as why:
        raise Refused(f"This file {why}.", field="file") from why


def import_log(
    *,
    partnership: Partnership,
    data: bytes,
    name: str,
    by: lines.Author,
    columns: Mapping[str, str] | None = None,
) -> LogImport:
    """Each row is taken or set aside. What came before, by any file, does not come twice."""
    tables = tables_in(data, name)  # before anything is held
    return _import_log(
        partnership=partnership, tables=tables, data=data, name=name, columns=columns, by=by
    )


@change
def _import_log(
    *,
    partnership: Partnership,
    tables: Tables,
    data: bytes,
    name: str,
    columns: Mapping[str, str] | None,
    by: lines.Author,
) -> LogImport:
    wanted = _columns(partnership, columns)
    known = _known(partnership)
    found = sheets(tables, wanted, logs.USUAL, ["on", "measure", "n"])
    found = found or _wide(tables, wanted, known)
    if not found:
        raise Refused(
            "No row of this file has headings for the date, what was counted and how many. Its "
            f"first row is: {first_heads(tables)}.",
            field="file",
        )
    read = logs.read_log(found, known)
    new = _not_there(partnership, read)
    if not new:
        raise Refused(_none(read.faults, read.rows), field="file")
    made = _made(partnership, name, data, read, len(new), by)
    for mark, given in new:
        press = f"row:{mark}"[:64]
        keep(partnership, given, by, press=press, imported=made, mark=mark)
    if columns:
        LogMapping.objects.update_or_create(
            partnership=partnership, defaults={"columns": dict(columns)}
        )
    told = {"file": made.name, "rows": made.rows, "taken": made.taken}
    lines.write(
        chain=partnership.chain,
        by=by,
        verb="log.imported",
        subject=lines.Subject("log-import", str(made.pk), made.name),
        new=told,
    )
    return made


def _wide(tables: Tables, wanted: Mapping[str, str], known: logs.Known):  # type: ignore[no-untyped-def]
    """A column for each measure: the headings are their names."""
    usual = {ours: names for ours, names in logs.USUAL.items() if ours not in ("measure", "n")}
    narrow = {ours: head for ours, head in wanted.items() if ours not in ("measure", "n")}
    found = sheets(tables, narrow, usual, ["on"])
    return [one for one in found if any(folded(head) in known.measures for head in one.heads)]


def _columns(partnership: Partnership, given: Mapping[str, str] | None) -> Mapping[str, str]:
    if given:
        unknown = [name for name in given if name not in logs.COLUMNS]
        if unknown:
            raise Refused(f"There is no column of ours called {unknown[0]}.")
        return given
    held = LogMapping.objects.filter(partnership=partnership).first()
    return held.columns if held else {}


def _known(partnership: Partnership) -> logs.Known:
    measures = Measure.objects.filter(partnership=partnership, retired_on=None)
    named = {folded(one.name): one for one in measures}
    units = {folded(one.unit): one for one in measures}
    bodies = {folded(one.name): one for one in organisations_here(partnership)}
    bodies |= {folded(one.short_name): one for one in bodies.copy().values() if one.short_name}
    bodies |= {folded(one.called): one.organisation for one in members(partnership)}
    areas = {folded(one.name): one for one in wards_of(partnership)}
    return logs.Known({**units, **named}, bodies, areas)


def _not_there(partnership: Partnership, read: logs.ReadLog) -> list[tuple[str, Any]]:
    marks = [mark for mark, _ in read.found]
    there: set[str] = set()
    for at in range(0, len(marks), 500):
        rows = Activity.objects.filter(partnership=partnership, mark__in=marks[at : at + 500])
        there |= set(rows.values_list("mark", flat=True))
    for mark, given in read.found:
        if mark in there:
            read.faults.note(THERE, [given.on.isoformat(), given.place, given.what])
    return [(mark, given) for mark, given in read.found if mark not in there]


def _made(
    partnership: Partnership,
    name: str,
    data: bytes,
    read: logs.ReadLog,
    taken: int,
    by: lines.Author,
) -> LogImport:
    return created(
        LogImport,
        partnership=partnership,
        name=name[-200:],
        sha256=hashlib.sha256(data).hexdigest(),
        rows=read.rows,
        taken=taken,
        reasons=read.faults.told(),
        made_by=by.record_name[:160],
    )


def _none(faults: Faults, rows: int) -> str:
    why = faults.counts.most_common(1)
    reason = f": {why[0][0]}, in {why[0][1]} of {rows} rows" if why else ""
    return f"No row of this file could be taken{reason}. Nothing was changed."


def import_waves(
    *, question: SurveyQuestion, data: bytes, name: str, by: lines.Author
) -> tuple[int, list[dict[str, Any]]]:
    """How many waves were taken, and why rows were set aside."""
    found = sheets(tables_in(data, name), {}, waves.USUAL, ["starts", "base"])
    if not found:
        raise Refused("No row of this file has headings for the date and the base.", field="file")
    return _import_waves(question=question, read=waves.read_waves(found), name=name, by=by)


@change
def _import_waves(
    *, question: SurveyQuestion, read: waves.ReadWaves, name: str, by: lines.Author
) -> tuple[int, list[dict[str, Any]]]:
    taken = 0
    for row, values in read.found:
        try:
            with transaction.atomic():
                add_wave(question=question, press=secrets.token_hex(8), by=by, **values)
        except Refused as refused:
            read.faults.note(_small(refused.sentence), row)
        else:
            taken += 1
    if not taken:
        raise Refused(_none(read.faults, read.rows), field="file")
    told = {"file": name[-200:], "rows": read.rows, "taken": taken}
    tell(question, "survey-question.waves-taken-in", by, new=told)
    return taken, read.faults.told()


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")
