"""Another engine promises: every question has the same answer there."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import LazySettings
from django.db import connection

from frankpledge.evidence import asking
from frankpledge.evidence.asking.groups import Groups, groups
from frankpledge.evidence.asking.put import SQL, put
from frankpledge.evidence.engines import Engine
from frankpledge.evidence.engines.duck import Duck
from frankpledge.record.errors import Refused
from tests.evidence import asked as county
from tests.evidence.conftest import Held, Loaded

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
}
IN_TIME = "month >= $start AND month <= $until"
WHERE = f"{IN_TIME} AND district = $area AND type IN ($type_0, $type_1)"
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
        found = own.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'evidence\\_%'")
        for (schema,) in found.fetchall():
            own.execute(f'DROP SCHEMA "{schema}" CASCADE')


def in_order(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(rows, key=repr)


def test_every_question_is_among_those_put_to_both() -> None:
    assert {path.stem for path in SQL.glob("*.sql")} == {name for name, _, _ in PUT}


@pytest.mark.postgresql
def test_every_query_gives_the_same_rows_on_both(elsewhere: str, settings: LazySettings) -> None:
    with asking.opened() as there:
        assert not isinstance(there, Duck)
        theirs = [in_order(put(there, name, VALUES | more, **parts)) for name, more, parts in PUT]
    settings.EVIDENCE_ENGINE = "duckdb"
    with asking.opened() as here:
        assert isinstance(here, Duck)
        ours = [in_order(put(here, name, VALUES | more, **parts)) for name, more, parts in PUT]
    for (name, _, _), one, other in zip(PUT, ours, theirs, strict=True):
        assert one, name
        assert one == other, name


def answers(engine: Engine) -> list[object]:
    scope = asking.scope(engine, area="Loamshire", start="2020-05")
    return [
        asking.counts(engine, scope, by=("month", "area", "type"), per=1000),
        asking.compare(engine, scope, by=("area", "type")),
        asking.rank(engine, scope, kind="ward"),
        asking.series(engine, asking.scope(engine, area="Fenborough")),
        asking.share(engine, scope),
        asking.of_lsoas(engine, scope).rows,
        asking.of_hexagons(engine, scope).rows,
        asking.hours(engine),
    ]


@pytest.mark.postgresql
def test_answers_are_the_same_down_to_their_words(elsewhere: str, settings: LazySettings) -> None:
    with asking.opened() as there:
        theirs = answers(there)
    settings.EVIDENCE_ENGINE = "duckdb"
    with asking.opened() as here:
        assert answers(here) == theirs


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
