"""A partnership's own counts, by a mapping that is remembered."""

import hashlib
import re
import time
from collections.abc import Mapping
from pathlib import Path

from django.db import transaction

from frankpledge.evidence import models
from frankpledge.evidence.changes.generations import base, clear_by_rule, in_words, switch, tell
from frankpledge.evidence.loading.counts import OURS, Count, Counts, read_counts, tables
from frankpledge.evidence.loading.taken import as_reasons
from frankpledge.evidence.models import Load, LoadedFile
from frankpledge.evidence.store.building import Building, building
from frankpledge.evidence.store.manifest import Part
from frankpledge.evidence.store.tables import write_rows
from frankpledge.evidence.store.turn import turn
from frankpledge.partnership.models import Area, Partnership
from frankpledge.record import lines
from frankpledge.record.errors import Refused
from frankpledge.record.models import HOST

SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def load_counts(
    *,
    path: Path,
    dataset: str,
    partnership: Partnership,
    by: lines.Author,
    columns: Mapping[str, str] | None = None,
) -> Load:
    """Periods that the file holds take the place of the same periods loaded before."""
    began = time.monotonic()
    if not SLUG.fullmatch(dataset) or len(dataset) > 60:
        raise Refused("Name the counts in small letters, figures and single hyphens: asb-cases.")
    with turn(), in_words():
        data = path.read_bytes()
        wanted = _columns(partnership, dataset, columns)
        found = read_counts(path, tables(path, data), wanted, _areas())
        if not found.found:
            raise Refused(_none(path, found))
        with building(base()) as made:
            made.add(_part(made, partnership, dataset, found.found))
            made.finish()
            with transaction.atomic():
                lines.hold(HOST)
                lines.hold(partnership.chain)
                load = _load(made, partnership, found, by, time.monotonic() - began)
                _file(load, path, data, dataset, found)
                _remember(partnership, dataset, wanted)
                new = {"dataset": dataset, "rows": len(found.found), "columns": dict(wanted)}
                tell(load, chain=partnership.chain, by=by, verb="counts.loaded", new=new)
        clear_by_rule(by=lines.System("The rule for old generations"))
    return load


def _columns(
    partnership: Partnership, dataset: str, given: Mapping[str, str] | None
) -> Mapping[str, str]:
    known = models.Mapping.objects.filter(partnership=partnership, dataset=dataset).first()
    columns = given or (known.columns if known else None)
    if not columns:
        raise Refused(f"Say which headings of the file hold the {dataset}: period, area and n.")
    unknown = [name for name in columns if name not in OURS]
    if unknown or "period" not in columns or "n" not in columns:
        raise Refused("Name the headings of period and n, and of area and measure where they are.")
    return dict(columns)


def _areas() -> dict[str, str]:
    """By code and by name; a name that several areas bear leads nowhere."""
    found: dict[str, set[str]] = {}
    codes = {}
    for code, name in Area.objects.values_list("code", "name"):
        codes[code] = code
        found.setdefault(name.lower(), set()).add(code)
    names = {name: next(iter(one)) for name, one in found.items() if len(one) == 1}
    return {**names, **codes}


def _none(path: Path, found: Counts) -> str:
    why = found.faults.counts.most_common(1)
    reason = f": {why[0][0]}, in {why[0][1]} of {found.rows} rows" if why else ""
    return f"No row of {path.name} could be taken{reason}. Nothing was changed."


def _part(made: Building, partnership: Partnership, dataset: str, found: list[Count]) -> Part:
    path = f"counted/partnership={partnership.pk}/{dataset}.parquet"
    rows = [(dataset, *each) for each in _kept(made, partnership.pk, dataset, found)]
    write_rows(made.connection, "counted", rows, made.folder / path, leaving_out=["partnership"])
    return Part(path, "counted", rows=len(rows), partnership=partnership.pk, dataset=dataset)


def _kept(made: Building, partnership: int, dataset: str, found: list[Count]) -> list[Count]:
    before = made.had(Part("", "counted", partnership=partnership, dataset=dataset).key)
    if before is None:
        return sorted(found, key=_order)
    periods = {each[:2] for each in found}
    sql = "SELECT period_start, period_months, area_code, measure, n FROM read_parquet($1)"
    held = made.connection.execute(sql, [str(made.base_path(before))]).fetchall()
    return sorted([*(row for row in held if row[:2] not in periods), *found], key=_order)


def _order(count: Count) -> tuple[object, ...]:
    start, months, area, measure, _ = count
    return measure, start, months, area or ""


def _load(
    made: Building, partnership: Partnership, found: Counts, by: lines.Author, seconds: float
) -> Load:
    return Load.objects.create(
        kind="counts",
        generation=switch(made),
        partnership=partnership,
        made_by=by.record_name,
        seconds=seconds,
        taken=len(found.found),
        set_aside=sum(found.faults.counts.values()),
    )


def _file(load: Load, path: Path, data: bytes, dataset: str, found: Counts) -> None:
    LoadedFile.objects.create(
        load=load,
        name=path.name[-300:],
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        dataset=dataset,
        months=sorted({f"{start:%Y-%m}" for start, *_ in found.found}),
        rows=found.rows,
        taken=len(found.found),
        reasons=[reason.to_dict() for reason in as_reasons(found.faults)],
    )


def _remember(partnership: Partnership, dataset: str, columns: Mapping[str, str]) -> None:
    models.Mapping.objects.update_or_create(
        partnership=partnership, dataset=dataset, defaults={"columns": dict(columns)}
    )
