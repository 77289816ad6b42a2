"""Serving promises pages, files kept for ever by browsers, a worker, and to stop when told."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.tooling.run import ROOT, environment, prepared

# Seconds: a machine with much else to do is slow, and slow is not wrong.
PATIENCE = 60


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all of these: the files are gathered and squeezed when it is first served."""
    return prepared(tmp_path_factory.mktemp("served"))


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


@contextmanager
def serving(home: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "frankpledge.cli.main", "serve", "--port", str(port)],
        cwd=ROOT,
        env=environment(home, ALLOWED_HOSTS="127.0.0.1"),
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        assert process.stdout is not None
        # it says so when it can be asked, or ends and says nothing
        assert process.stdout.readline() == f"Serving http://127.0.0.1:{port}/\n"
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE)


def below(process: int) -> set[int]:
    """The processes under this one, as Linux tells them."""
    listed = Path(f"/proc/{process}/task/{process}/children")
    found = {int(each) for each in listed.read_text().split()} if listed.exists() else set()
    return found.union(*(below(each) for each in found)) if found else found


def family_of(process: int) -> set[int]:
    """A web server, its two workers and a background worker, once all have come up."""
    until = time.monotonic() + PATIENCE
    while len(found := below(process)) < 4:
        assert time.monotonic() < until, f"only {len(found)} came up"
        time.sleep(0.05)
    return found


def running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads processes as Linux does")
@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_it_answers_and_stops_with_all_that_it_started(served: Path, told: signal.Signals) -> None:
    port = free_port()
    with serving(served, port) as process:
        assert urlopen(f"http://127.0.0.1:{port}/healthz").status == 200
        started = family_of(process.pid)
        os.kill(process.pid, told)
        assert process.wait(PATIENCE) == 0
    assert not [each for each in started if running(each)]


def test_an_empty_installation_says_how_somebody_gets_in(served: Path) -> None:
    with serving(served, free_port()) as process:
        assert process.stdout is not None
        assert "Nobody can sign in yet" in process.stdout.readline()
        assert "account open" in process.stdout.readline()


def test_a_stranger_sees_no_traceback_and_files_are_kept_for_ever(served: Path) -> None:
    port = free_port()
    with serving(served, port):
        with pytest.raises(HTTPError) as missing:
            urlopen(f"http://127.0.0.1:{port}/no/such/page")
        assert missing.value.code == 404
        assert "Traceback" not in missing.value.read().decode()
        listed = (served / "static/staticfiles.json").read_text()
        name = re.search(r'"(ui/[^"]*\.[0-9a-f]{12}\.css)"', listed)
        assert name
        sent = urlopen(f"http://127.0.0.1:{port}/static/{name[1]}")
        assert "immutable" in sent.headers["Cache-Control"]
