"""Each test has an evidence folder of its own, and the connections of the last are let go."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from frankpledge.evidence import changes, store
from frankpledge.evidence.models import Load
from frankpledge.evidence.store import reading
from frankpledge.record.lines import System

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
