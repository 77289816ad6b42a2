"""A generation promises: whole or not there, never changed, and an earlier one can come back."""

import datetime
import threading
from pathlib import Path

import pytest
import time_machine

from frankpledge.evidence import changes, store
from frankpledge.evidence.changes import generations
from frankpledge.evidence.models import Generation, Load
from frankpledge.evidence.store import folders, reading
from frankpledge.evidence.store.manifest import Manifest
from frankpledge.evidence.store.turn import turn
from frankpledge.record.errors import Refused
from frankpledge.record.models import HOST
from frankpledge.record.queries import newest_lines
from tests.evidence.conftest import BY, Ask, Loaded
from tests.evidence.makers import crime, many, street
from tests.evidence.test_areas import given

pytestmark = pytest.mark.django_db
COUNT = "SELECT coalesce(sum(n), 0)::BIGINT FROM cube"


PLACED = "month, force, type, district, county, district_name, named_only"
OF_TOTALS = f"SELECT {PLACED}, nowhere, n FROM totals ORDER BY ALL"
OF_CUBE = (
    f"SELECT {PLACED}, lsoa IS NULL AS nowhere, sum(n)::BIGINT AS n FROM cube GROUP BY ALL "
    "ORDER BY ALL"
)


def test_with_nothing_loaded_every_table_is_there_and_empty(ask: Ask) -> None:
    for table in store.schema.TABLES:
        assert ask(f"SELECT * FROM {table}") == []


def test_the_contract_and_the_tables_agree(ask: Ask, load: Loaded, tmp_path: Path) -> None:
    readme = (Path(store.__file__).parents[1] / "README.md").read_text()
    load(street(tmp_path, "2021-04", [crime()]))
    for table, columns in {**store.schema.TABLES, "own": store.schema.OWN}.items():
        assert f"**{table}**" in readme
        assert [(name, kind) for name, kind, *_ in ask(f"DESCRIBE {table}")] == list(
            columns.items()
        )
        assert all(name in readme for name in columns)


def test_a_reader_keeps_the_generation_it_opened(load: Loaded, tmp_path: Path) -> None:
    load(street(tmp_path, "2021-04", [crime()]))
    with store.opened() as before:
        load(street(tmp_path, "2021-04", [crime()] * 9))
        with store.opened() as after:
            assert before.execute(COUNT).fetchall() == [(1,)]
            assert after.execute(COUNT).fetchall() == [(9,)]
            assert before.generation != after.generation


def test_a_connection_reads_this_and_nothing_else(load: Loaded, home: Path, tmp_path: Path) -> None:
    load(street(tmp_path, "2021-04", [crime()]))
    other = tmp_path / "secret.csv"
    other.write_text("a,b\n1,2\n")
    with store.opened() as asked:
        for sql in (
            f"SELECT * FROM read_csv('{other}')",
            f"ATTACH '{tmp_path}/x.db'",
            f"COPY cube TO '{tmp_path}/cube.csv'",
            "SET enable_external_access = true",
            "INSTALL httpfs",
            "DELETE FROM cube",
        ):
            with pytest.raises(store.engine.duckdb.Error):
                asked.execute(sql)


def test_a_load_that_fails_leaves_nothing(
    load: Loaded, ask: Ask, home: Path, tmp_path: Path
) -> None:
    load(street(tmp_path, "2021-04", [crime()]))
    bad = tmp_path / "2021-05-loamshire-street.csv"
    bad.write_text("Month,LSOA code\n2021-05,E01\n")
    with pytest.raises(Refused, match="has no column 'Crime type'"):
        load(street(tmp_path, "2021-04", [crime()] * 5), bad)
    assert ask(COUNT) == [(1,)]
    assert (Generation.objects.count(), Load.objects.count()) == (1, 1)
    assert len(list((home / "evidence/generations").iterdir())) == 1


def test_if_the_record_cannot_be_written_nothing_is_loaded(
    load: Loaded, ask: Ask, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(street(tmp_path, "2021-04", [crime()]))

    def refuse(**given: object) -> None:
        raise Refused("The record cannot be written.")

    monkeypatch.setattr(generations.lines, "write", refuse)
    with pytest.raises(Refused, match="record"):
        load(street(tmp_path, "2021-04", [crime()] * 5))
    assert ask(COUNT) == [(1,)]
    assert len(list((home / "evidence/generations").iterdir())) == 1


def test_what_a_killed_load_left_is_swept_by_the_next(
    load: Loaded, home: Path, tmp_path: Path
) -> None:
    left = home / "evidence/generations/20200101-000000-abcdef"
    (left / "street").mkdir(parents=True)
    load(street(tmp_path, "2021-04", [crime()]))
    assert not left.exists()


def test_an_earlier_generation_is_restored_and_told_of(
    load: Loaded, ask: Ask, tmp_path: Path
) -> None:
    first = load(street(tmp_path, "2021-04", [crime()])).generation
    load(street(tmp_path, "2021-04", [crime()] * 9))
    changes.restore(generation=first, by=BY)
    assert ask(COUNT) == [(1,)]
    (line,) = newest_lines(HOST, most=1)
    assert line.verb == "evidence.restored"
    with pytest.raises(Refused, match="current generation already"):
        changes.restore(generation=first, by=BY)
    # What is loaded next stands on what was restored.
    load(street(tmp_path, "2021-05", [crime("2021-05")]))
    assert ask(COUNT) == [(2,)]


def test_the_newest_and_those_of_the_last_day_are_kept(
    load: Loaded, ask: Ask, home: Path, tmp_path: Path
) -> None:
    start = datetime.datetime(2026, 3, 1, 9, tzinfo=datetime.UTC)
    for day in range(9):
        with time_machine.travel(start + datetime.timedelta(days=day), tick=False):
            load(street(tmp_path, "2021-04", [crime()] * (day + 1)))
    kept = Generation.objects.filter(cleared_at=None)
    assert kept.count() == 1 + generations.KEPT
    assert len(list((home / "evidence/generations").iterdir())) == 1 + generations.KEPT
    assert ask(COUNT) == [(9,)]
    gone = Generation.objects.exclude(cleared_at=None).first()
    assert gone
    with pytest.raises(Refused, match="have been cleared"):
        changes.restore(generation=gone, by=BY)
    with time_machine.travel(start + datetime.timedelta(days=8), tick=False):
        for _ in range(9):
            load(street(tmp_path, "2021-04", [crime()]))
        # Those nine, the one before them, and the one that is a day old and no more.
        assert Generation.objects.filter(cleared_at=None).count() == 11


def test_a_second_load_at_once_is_refused_in_words(load: Loaded, tmp_path: Path) -> None:
    path = street(tmp_path, "2021-04", [crime()])
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with turn():
            held.set()
            done.wait(10)

    other = threading.Thread(target=hold)
    other.start()
    held.wait(10)
    try:
        with pytest.raises(Refused, match="Another load has been running since"):
            load(path)
    finally:
        done.set()
        other.join()
    assert load(path).taken == 1


def test_evidence_that_is_not_on_this_disk_is_said_and_can_be_loaded_again(
    load: Loaded, ask: Ask, home: Path, tmp_path: Path
) -> None:
    path = street(tmp_path, "2021-04", [crime()])
    made = load(path)
    folders.remove(home / "evidence/generations" / made.generation.folder)
    with pytest.raises(Refused, match="is not on this disk"):
        ask(COUNT)
    load(path)
    assert ask(COUNT) == [(1,)]


def test_the_totals_are_those_of_the_cube_whatever_is_loaded(
    load: Loaded, ask: Ask, tmp_path: Path
) -> None:
    load(street(tmp_path, "2021-04", many(60)))
    assert ask(OF_TOTALS) == ask(OF_CUBE) != []
    load(street(tmp_path, "2021-04", many(40, seed=2), force="elmshire"))
    load(street(tmp_path, "2021-04", many(30, seed=3)))
    assert ask(OF_TOTALS) == ask(OF_CUBE)
    changes.load_areas(paths=given(tmp_path), by=BY)
    assert ask(OF_TOTALS) == ask(OF_CUBE)
    assert ask("SELECT sum(n)::INT FROM totals") == [(70,)]


def test_a_generation_from_before_there_were_totals_answers_as_ever(
    load: Loaded, ask: Ask, home: Path, tmp_path: Path
) -> None:
    load(street(tmp_path, "2021-04", many(60)))
    (folder,) = (home / "evidence/generations").iterdir()
    due = ask(OF_CUBE)
    made = Manifest.read(folder)
    Manifest([part for part in made.parts if part.table != "totals"], made.placing).write(folder)
    for connection in reading._mine.__dict__.pop("held", {}).values():
        connection.close()
    assert ask(OF_TOTALS) == due
    load(street(tmp_path, "2021-05", many(10, month="2021-05"), force="elmshire"))
    assert ask(OF_TOTALS) == ask(OF_CUBE) != due
