"""Another engine promises: every question has the same answer there."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import LazySettings
from django.db import connection
from django.utils import timezone

from frankpledge.evidence import asking
from frankpledge.evidence.asking.groups import Groups, groups
from frankpledge.evidence.asking.put import SQL, put
from frankpledge.evidence.changes import load_counts
from frankpledge.evidence.engines import Engine, carrying
from frankpledge.evidence.engines.duck import Duck
from frankpledge.evidence.models import Generation
from frankpledge.evidence.store import reading
from frankpledge.partnership.models import Partnership
from frankpledge.record.errors import Refused
from tests.evidence import asked as county
from tests.evidence.conftest import BY, Held, Loaded
from tests.makers import a_partnership

pytestmark = pytest.mark.django_db
VALUES: dict[str, Any] = {
    "start": date(2020, 5, 1),
    "until": date(2021, 4, 1),
    "before_end": date(2020, 10, 1),
    "after_start": date(2020, 11, 1),
    "area": county.MARSHWICK,
    "type_0": "Burglary",
    "type_1": "Drugs",
    "said": "MARSHWICK",
    "west": -1.0,
    "south": 50.0,
    "east": 1.0,
    "north": 52.0,
    "dataset": "fires",
    "grain": 1,
    "level": "ward",
}
IN_TIME = "month >= $start AND month <= $until"
WHERE = f"{IN_TIME} AND district = $area AND type IN ($type_0, $type_1)"
OF_OWN = 'dataset = $dataset AND period_months = $grain AND "level" = $level'
SPLIT = [
    replace(groups(("month", "area", "type"), kind), table=table)
    for table, kind in (
        ("totals", "county"),
        ("totals", "district"),
        ("cube", "county"),
        ("cube", "district"),
        ("cube", "lsoa"),
    )
]
OWN = [
    replace(groups(("month", "area", "type"), kind), table="own")
    for kind in ("county", "district", "ward")
]


def parts(split: Groups) -> dict[str, str]:
    return {"columns": split.columns, "groups": split.groups, "table": split.table}


# Each question's file, as it is put.
PUT: list[tuple[str, dict[str, Any], dict[str, str]]] = [
    *(
        ("counts", {}, {**parts(each), "where": where})
        for each in SPLIT
        for where in (WHERE, "true")
    ),
    *(("compare", {}, {**parts(each), "where": IN_TIME}) for each in SPLIT),
    *(("counts", {}, {**parts(each), "where": OF_OWN}) for each in OWN),
    *(("compare", {}, {**parts(each), "where": f"{IN_TIME} AND {OF_OWN}"}) for each in OWN),
    ("own/datasets", {}, {}),
    ("own/kept", {}, {}),
    ("own/kept", {"dataset": "calls"}, {}),
    ("own/periods", {}, {}),
    ("own/types", {}, {}),
    ("own/reach", {}, {"column": "ward", "wide": "district"}),
    ("own/reach", {}, {"column": "county", "wide": "county"}),
    ("forces", {}, {"where": "district = $area", "table": "totals"}),
    ("forces", {}, {"where": "ward IS NOT NULL", "table": "cube"}),
    ("coverage", {"dataset": "street"}, {}),
    ("coverage", {"dataset": "stops"}, {}),
    ("types", {}, {}),
    ("called", {}, {}),
    ("names", {"kind": "ward"}, {}),
    ("members", {}, {"column": "ward", "within": "district = $area"}),
    ("sizes", {"kind": "district"}, {}),
    ("placing", {}, {"where": "district = $area"}),
    ("placing", {}, {"where": IN_TIME}),
    ("points", {}, {"where": f"{IN_TIME} AND type IN ($type_0, $type_1)"}),
    ("week", {"of_force": "loamshire"}, {"where": '"force" = $of_force'}),
]


@pytest.fixture
def elsewhere(held: Held, settings: LazySettings) -> Iterator[str]:
    """The tests' own database, reached by a connection that is not theirs."""
    connection.ensure_connection()
    info = connection.connection.info
    given = info.get_parameters() | ({"password": info.password} if info.password else {})
    url = f"postgresql://?{urlencode(given)}"
    settings.EVIDENCE_ENGINE = url
    yield url
    _empty(url)


def _empty(url: str) -> None:
    import psycopg

    with psycopg.connect(url) as own:
        for schema in schemas(url):
            own.execute(f'DROP SCHEMA "{schema}" CASCADE')


def schemas(url: str, like: str = "evidence\\_%") -> set[str]:
    import psycopg

    with psycopg.connect(url) as own:
        found = own.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE %s", [like])
        return {name for (name,) in found.fetchall()}


def in_order(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(rows, key=repr)


def test_every_question_is_among_those_put_to_both() -> None:
    kept = {path.relative_to(SQL).with_suffix("").as_posix() for path in SQL.rglob("*.sql")}
    assert kept == {name for name, _, _ in PUT}


def ours() -> Partnership:
    return Partnership.objects.get(slug="marsh")


@pytest.mark.postgresql
def test_every_query_gives_the_same_rows_on_both(elsewhere: str, settings: LazySettings) -> None:
    with asking.opened(ours()) as there:
        assert not isinstance(there, Duck)
        theirs = [in_order(put(there, name, VALUES | more, **parts)) for name, more, parts in PUT]
    settings.EVIDENCE_ENGINE = "duckdb"
    with asking.opened(ours()) as here:
        assert isinstance(here, Duck)
        home = [in_order(put(here, name, VALUES | more, **parts)) for name, more, parts in PUT]
    for (name, _, _), one, other in zip(PUT, home, theirs, strict=True):
        assert one, name
        assert one == other, name


def answers(engine: Engine) -> list[object]:
    scope = asking.scope(engine, area="Loamshire", start="2020-05")
    fires = asking.scope(engine, area="Loamshire", source="fires")
    return [
        asking.counts(engine, scope, by=("month", "area", "type"), per=1000),
        asking.compare(engine, scope, by=("area", "type")),
        asking.rank(engine, scope, kind="ward"),
        asking.series(engine, asking.scope(engine, area="Fenborough")),
        asking.share(engine, scope),
        asking.of_lsoas(engine, scope).rows,
        asking.of_hexagons(engine, scope).rows,
        asking.hours(engine),
        asking.datasets(engine),
        asking.counts(engine, fires, by=("month", "area", "type"), kind="ward", per=1000),
        asking.compare(engine, fires, by=("area", "type")),
        asking.rank(engine, fires, kind="ward"),
        asking.chart(engine, asking.scope(engine, source="calls", area="Marshwick"), baseline=8),
    ]


@pytest.mark.postgresql
def test_answers_are_the_same_down_to_their_words(elsewhere: str, settings: LazySettings) -> None:
    with asking.opened(ours()) as there:
        theirs = answers(there)
    settings.EVIDENCE_ENGINE = "duckdb"
    with asking.opened(ours()) as here:
        assert answers(here) == theirs


@pytest.mark.postgresql
def test_nobody_sees_what_another_partnership_counts(elsewhere: str, tmp_path: Path) -> None:
    other = a_partnership("fens")
    own_calls(other, tmp_path, 7)
    with asking.opened(ours()) as engine:
        assert asking.datasets(engine) == ["calls", "fires"]
        assert calls_of(engine) > 7
    with asking.opened(other) as engine:
        assert asking.datasets(engine) == ["calls"]
        assert calls_of(engine) == 7
    with asking.opened() as engine, pytest.raises(Refused, match="none are loaded"):
        asking.scope(engine, source="calls")
    with asking.opened(a_partnership("hills")) as engine:
        assert asking.datasets(engine) == []


@pytest.mark.postgresql
def test_new_counts_are_carried_and_nothing_else_is_carried_again(
    elsewhere: str, tmp_path: Path
) -> None:
    other = a_partnership("fens")
    for number in (7, 9):
        own_calls(other, tmp_path, number)
        with asking.opened(other) as engine:
            assert calls_of(engine) == number
        with asking.opened(ours()) as engine:
            assert calls_of(engine) > number
    assert len(schemas(elsewhere, "evidence\\_own\\_%")) == 3
    assert len(schemas(elsewhere)) == 1 + 3


@pytest.mark.postgresql
def test_schemas_of_an_older_frankpledge_are_dropped_and_no_others(elsewhere: str) -> None:
    import psycopg

    older = "evidence_" + Generation.objects.get(is_current=True).folder.replace("-", "_")
    somebodys = "evidence_of_somebody_else"
    with psycopg.connect(elsewhere) as own:
        for schema in (older, somebodys):
            own.execute(f"CREATE SCHEMA {schema}")
    with asking.opened(ours()):
        assert older not in schemas(elsewhere)
    assert somebodys in schemas(elsewhere)


@pytest.mark.postgresql
def test_a_carrying_that_fails_in_the_middle_leaves_nothing(
    elsewhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(carrying, "INDEXES", ("nowhere (at_all)",))
        with pytest.raises(Exception, match="nowhere"), asking.opened(ours()):
            pass
    assert schemas(elsewhere) == set()
    with asking.opened(ours()) as engine:
        assert asking.datasets(engine) == ["calls", "fires"]


@pytest.mark.postgresql
def test_two_who_carry_at_once_carry_once(elsewhere: str) -> None:
    import psycopg

    with reading.opened(ours()) as asked:
        generation = asked.generation
        cursors = [replace(asked, connection=asked.connection.cursor()) for _ in range(4)]

    def ask(each: reading.Asked) -> list[str]:
        assert generation
        try:
            with psycopg.connect(elsewhere) as own, own.transaction():
                return carrying.carried(own, each, generation)
        finally:
            connection.close()  # this thread's own, of the tests' database

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(ask, cursors))
    assert len({tuple(each) for each in found}) == 1
    assert schemas(elsewhere) == set(found[0])


@pytest.mark.postgresql
def test_what_no_generation_needs_is_dropped(elsewhere: str, load: Loaded, tmp_path: Path) -> None:
    with asking.opened(ours()):
        before = schemas(elsewhere)
    load(county.street(tmp_path, "2021-05", [county.crime("2021-05")]))
    Generation.objects.filter(is_current=False).update(cleared_at=timezone.now())
    with asking.opened(ours()) as engine:
        assert asking.datasets(engine) == ["calls", "fires"]
    now = schemas(elsewhere)
    assert len(now) == len(before) == 2
    assert not now & before


def own_calls(partnership: Partnership, folder: Path, number: int) -> None:
    path = county.table(folder, "calls.csv", f"When,Calls\n2020-01,{number}\n")
    columns = {"period": "When", "n": "Calls"}
    load_counts(path=path, dataset="calls", partnership=partnership, columns=columns, by=BY)


def calls_of(engine: Engine) -> int:
    return asking.counts(engine, asking.scope(engine, source="calls"), by=()).total


@pytest.mark.postgresql
def test_a_generation_is_loaded_once_and_the_next_beside_it(
    elsewhere: str, load: Loaded, tmp_path: Path
) -> None:
    with asking.opened() as first:
        before = asking.counts(first, asking.Scope()).total
    with asking.opened() as again:
        assert asking.counts(again, asking.Scope()).total == before
    load(county.street(tmp_path, "2021-05", [county.crime("2021-05")] * 3))
    with asking.opened() as later:
        assert asking.counts(later, asking.Scope()).total == before + 3


def test_an_engine_that_is_not_known_is_refused(held: Held, settings: LazySettings) -> None:
    settings.EVIDENCE_ENGINE = "mysql://there"
    with pytest.raises(Refused, match="duckdb or postgresql"), asking.opened():
        pass


def test_an_engine_that_cannot_be_reached_is_said(held: Held, settings: LazySettings) -> None:
    pytest.importorskip("psycopg")
    settings.EVIDENCE_ENGINE = "postgresql://nobody@127.0.0.1:1/none"
    with pytest.raises(Refused, match="cannot be reached"), asking.opened():
        pass


def test_a_driver_that_is_not_installed_is_said(
    held: Held, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    settings.EVIDENCE_ENGINE = "postgresql://there/evidence"
    with pytest.raises(Refused, match="script/setup --postgres"), asking.opened():
        pass
