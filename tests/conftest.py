"""What every test may lean on: marks set by what a test uses, a browser, the shared material."""

import gc
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker
from xdist.scheduler import LoadScopeScheduling

pytest_plugins = [
    "tests.browser",
    "tests.small",
    "tests.universe",
    "tests.running",
    "tests.progress.rounds",
    "tests.delivery.owing",
]

DATABASE_FIXTURES = {
    "db",
    "transactional_db",
    "django_db_setup",
    "live_server",
}
# What takes long to make and is made once: the files that want it go to the same worker.
TOGETHER = {
    "tests/demo/test_county.py": "county",
    "tests/demo/test_rounds.py": "county",
    "tests/plan/test_planfile.py": "county",
    "tests/hostile/test_forms.py": "every form",
    "tests/plan/test_planfile_command.py": "fen",
    "tests/tooling/test_serving.py": "served",
}
ON_POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")
IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}
# In CI the same inputs each time, so that what is red is what was changed; elsewhere new ones.
# How long one takes is the machine's business: nothing here is timed.
settings.register_profile(
    "ours",
    derandomize=IN_CI,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ours")
SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not ON_POSTGRESQL:
        elsewhere = [item for item in items if item.get_closest_marker("postgresql")]
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if item not in elsewhere]
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if "chromium" in fixtures:
            item.add_marker("browser")
        elif fixtures & DATABASE_FIXTURES or item.get_closest_marker("django_db"):
            item.add_marker("db")


class Shared(LoadScopeScheduling):  # type: ignore[misc]
    """Each test goes to whichever worker is free, but for those that lean on the same."""

    def _split_scope(self, nodeid: str) -> str:
        return TOGETHER.get(nodeid.partition("::")[0], nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Shared:
    return Shared(config, log)


@pytest.hookimpl
def pytest_collection_finish() -> None:
    """What was loaded by now stays: nobody need look again and again whether it is still wanted."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def shared() -> Path:
    """Material that the project's people share beside the checkout."""
    if not SHARED.is_dir():
        message = "the shared material is not beside this checkout"
        pytest.fail(message) if IN_CI else pytest.skip(message)
    return SHARED


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """The tables came from the models at once; a backup asks which migrations they stand for."""
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    from frankpledge.config import prepare

    with django_db_blocker.unblock():
        recorder = MigrationRecorder(connection)
        recorder.ensure_schema()
        for app, name in sorted(prepare._on_disk() - prepare._applied()):
            recorder.record_applied(app, name)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a test that was skipped is a test that nobody ran."""
    gc.unfreeze()
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if IN_CI and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
