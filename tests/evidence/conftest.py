"""Each test has an evidence folder of its own, and the connections of the last are let go.

`held` is the county of tests.evidence.asked, loaded once for the whole run: tests that only ask.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import LazySettings
from django.db import transaction
from django.db.models import Model
from django.test import override_settings

from frankpledge.evidence import changes, store
from frankpledge.evidence.models import Load
from frankpledge.evidence.store import reading
from frankpledge.record.lines import System
from tests.again import Rows, put_back, rows_of
from tests.evidence import asked as county
from tests.makers import a_partnership

BY = System("Ann Alyst", "account:7")
Ask = Callable[..., list[tuple[Any, ...]]]
Loaded = Callable[..., Load]


@pytest.fixture(autouse=True)
def home(settings: LazySettings, tmp_path: Path) -> Iterator[Path]:
    settings.HOME = tmp_path / "home"
    yield settings.HOME
    held = reading._mine.__dict__.pop("held", {})
    for connection in held.values():
        connection.close()


ROOMS = ("record", "partnership", "evidence")


def _models() -> list[type[Model]]:
    ours = [apps.get_app_config(label) for label in ROOMS]
    return [model for app in ours for model in app.get_models(include_auto_created=True)]


@dataclass(frozen=True)
class Held:
    home: Path
    files: Path
    rows: Rows


@pytest.fixture(scope="session")
def loaded_once(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Held:
    folder = tmp_path_factory.mktemp("county")
    files = county.crimes(folder / "files")

    def build() -> None:
        changes.load_areas(paths=county.areas(folder), by=BY)
        changes.load_evidence(paths=[files, county.stops(folder)], by=BY)
        county.own_counts(folder, a_partnership("marsh"), BY)

    return kept_in(folder / "home", files, build, django_db_blocker)


def kept_in(home: Path, files: Path, build: Callable[[], object], blocker: Any) -> Held:
    """Every row that is made, in a transaction that is then undone; the home folder stays."""
    with override_settings(HOME=home), blocker.unblock(), transaction.atomic():
        build()
        rows = rows_of(_models())
        transaction.set_rollback(True)
    return Held(home, files, rows)


@pytest.fixture
def held(db: None, home: Path, settings: LazySettings, loaded_once: Held) -> Held:
    put_back(loaded_once.rows)
    settings.HOME = loaded_once.home
    return loaded_once


@pytest.fixture
def load() -> Loaded:
    def loaded(*paths: Path) -> Load:
        return changes.load_evidence(paths=paths, by=BY)

    return loaded


@pytest.fixture
def ask() -> Ask:
    def asked(sql: str, values: object = None, **given: Any) -> list[tuple[Any, ...]]:
        with store.opened(**given) as connection:
            return connection.execute(sql, values).fetchall()

    return asked
