"""Loading: built beside the current generation, and switched to in the step that tells of it."""

import time
from collections.abc import Sequence
from pathlib import Path

from django.db import transaction

from frankpledge.evidence.areas.files import AreaFile, read_all
from frankpledge.evidence.areas.found import Found
from frankpledge.evidence.areas.shapes import prepare
from frankpledge.evidence.changes.areas import write_areas
from frankpledge.evidence.changes.generations import (
    base,
    clear_by_rule,
    in_words,
    sweep,
    switch,
    tell,
)
from frankpledge.evidence.loading.police import Police, Told, left_out, take_all
from frankpledge.evidence.loading.sources import Source, Sources
from frankpledge.evidence.loading.taken import Taken
from frankpledge.evidence.models import Load, LoadedFile
from frankpledge.evidence.store.building import Building, building
from frankpledge.evidence.store.turn import turn
from frankpledge.partnership.models import Partnership
from frankpledge.record import lines
from frankpledge.record.errors import Refused
from frankpledge.record.models import HOST

AREA_FILES = (".csv", ".geojson", ".json")


def load_evidence(
    *,
    paths: Sequence[Path],
    by: lines.Author,
    partnership: Partnership | None = None,
    told: Told | None = None,
) -> Load:
    """The police's files. What is published is everybody's: every partnership here sees it."""
    began = time.monotonic()
    with turn(), in_words():
        sweep()
        with Sources() as sources, building(base()) as made:
            found = take_all(sources.gather(paths), made, told)
            made.finish()
            with transaction.atomic():
                lines.hold(HOST)
                load = _police_load(made, found, by, partnership, time.monotonic() - began)
        clear_by_rule(by=lines.System("The rule for old generations"))
    return load


def _police_load(
    made: Building,
    found: Police,
    by: lines.Author,
    partnership: Partnership | None,
    seconds: float,
) -> Load:
    load = Load.objects.create(
        kind="police",
        generation=switch(made),
        partnership=partnership,
        made_by=by.record_name,
        seconds=seconds,
        taken=found.taken,
        set_aside=found.set_aside,
        notes=found.notes,
    )
    rows = [_file_row(load, each) for each in found.files]
    LoadedFile.objects.bulk_create(rows, batch_size=200)
    new = {
        "files": len(rows),
        "rows": found.taken,
        "set aside": found.set_aside,
        "generation": load.generation.folder,
    }
    tell(load, chain=HOST, by=by, verb="evidence.loaded", new=new)
    return load


def _file_row(load: Load, each: Taken) -> LoadedFile:
    return LoadedFile(
        load=load,
        name=each.source.name[-300:],
        sha256=each.sha256,
        size=each.source.size,
        dataset=each.kind.dataset,
        force=", ".join(each.forces)[:60],
        months=each.months,
        rows=each.rows,
        taken=each.taken,
        reasons=[reason.to_dict() for reason in each.reasons],
        note=each.note,
    )


def load_areas(
    *, paths: Sequence[Path], by: lines.Author, partnership: Partnership | None = None
) -> Load:
    """Areas, look-ups, sizes and outlines. All that was loaded is placed anew by them."""
    began = time.monotonic()
    found = Found()
    with Sources(endings=AREA_FILES) as sources:
        files = read_all(_gathered(sources, paths), found)
        notes = [*left_out(sources.left_out), *found.unread[:20]]
    drawn = prepare({key: shape for each in files for key, shape in each.shapes.items()})
    with turn(), in_words():
        sweep()
        with building(base()) as made, transaction.atomic():
            lines.hold(HOST)
            added = write_areas(found, drawn)
            made.finish()
            load = Load.objects.create(
                kind="areas",
                generation=switch(made),
                partnership=partnership,
                made_by=by.record_name,
                seconds=time.monotonic() - began,
                taken=sum(each.rows for each in files),
                notes=notes,
            )
            LoadedFile.objects.bulk_create(_area_row(load, each) for each in files)
            new = {"files": [each.name for each in files], "new": dict(sorted(added.items()))}
            tell(load, chain=HOST, by=by, verb="areas.loaded", new=new)
        clear_by_rule(by=lines.System("The rule for old generations"))
    return load


def _gathered(sources: Sources, paths: Sequence[Path]) -> list[Source]:
    found = sources.gather(paths).found
    if not found:
        raise Refused("There is no GeoJSON or CSV file here.")
    return found


def _area_row(load: Load, each: AreaFile) -> LoadedFile:
    return LoadedFile(
        load=load,
        name=each.name[-300:],
        sha256=each.sha256,
        size=each.size,
        dataset="areas",
        rows=each.rows,
        taken=each.rows,
        note=f"Columns used: {', '.join(each.columns)}."[:300],
    )
