"""Runs the web server and the background worker side by side, and stops both."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from urllib.error import URLError
from urllib.request import ProxyHandler, Request, build_opener

from frankpledge.config.cannot import Cannot

GRACE = 10.0


def run_until_told(
    listening: socket.socket, *, workers: int, ready: Callable[[], None] = lambda: None
) -> int:
    """Ends with 0 when told to stop, and otherwise when the web server ends."""
    from django.db import connections

    connections.close_all()
    told: list[int] = []
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda number, frame: told.append(number))
    web = _start_web(listening, workers)
    worker = _start_worker()
    try:
        _wait_until_answering(listening, web, told)
        if not told:
            ready()
        while not told and web.poll() is None:
            time.sleep(0.2)
            if worker.poll() is not None and not told:
                time.sleep(1)  # one that cannot start must not start again at once for ever
                worker = _start_worker()
    finally:
        _stop(worker, web)
    if told:
        return 0
    raise Cannot("The web server stopped by itself: what it said is above.")


def _start_web(listening: socket.socket, workers: int) -> subprocess.Popen[bytes]:
    number = listening.fileno()
    options = f"--bind fd://{number} --workers {workers} --preload --log-level warning"
    command = [sys.executable, "-m", "gunicorn", *options.split(), *_scratch()]
    return subprocess.Popen(
        [*command, "frankpledge.config.wsgi"], pass_fds=[number], start_new_session=True
    )


def _scratch() -> list[str]:
    """The server's heartbeat files belong in memory: on a slow disk a beat may be missed."""
    return ["--worker-tmp-dir", "/dev/shm"] if os.access("/dev/shm", os.W_OK) else []  # noqa: S108


def _start_worker() -> subprocess.Popen[bytes]:
    # In a session of its own, so that a Ctrl-C is heard by us alone and told to both in order.
    return subprocess.Popen(
        [sys.executable, "-m", "frankpledge.cli.main", "worker"], start_new_session=True
    )


def _wait_until_answering(
    listening: socket.socket, web: subprocess.Popen[bytes], told: list[int]
) -> None:
    host, port = listening.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104
    asked = Request(f"http://{host}:{port}/healthz", headers={"Host": _known_host()})
    opener = build_opener(ProxyHandler({}))
    while not told and web.poll() is None:
        try:
            opener.open(asked, timeout=5).close()
        except (URLError, OSError):
            time.sleep(0.05)
        else:
            return


def _known_host() -> str:
    from django.conf import settings

    names = [name.lstrip(".") for name in settings.ALLOWED_HOSTS if name != "*"]
    return names[0] if names else "localhost"


def _stop(*processes: subprocess.Popen[bytes]) -> None:
    for process in processes:
        process.terminate()
    until = time.monotonic() + GRACE
    for process in processes:
        try:
            process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
