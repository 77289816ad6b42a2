"""Runs the web server and the background worker side by side, and stops both."""

import ctypes
import multiprocessing
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

from frankpledge.config.cannot import Cannot

FORK = multiprocessing.get_context("fork")
GRACE = 10.0
HEARD = (signal.SIGINT, signal.SIGTERM)


def run_until_told(
    listening: socket.socket, *, workers: int, ready: Callable[[], None] = lambda: None
) -> int:
    """Ends with 0 when told to stop, and otherwise when the web server ends."""
    from django.db import connections

    connections.close_all()
    told: list[int] = []
    for each in HEARD:
        signal.signal(each, lambda number, frame: told.append(number))
    started = [_start_web(listening, workers)]
    try:
        _wait_until_answering(listening, started[0], told)
        if not told:
            ready()
            # after the first page, which somebody waits for
            started.append(_start_worker())
        _watch(started, told)
    finally:
        _stop(*reversed(started))
    if told:
        return 0
    raise Cannot("The web server stopped by itself: what it said is above.")


def _watch(started: list[BaseProcess], told: list[int]) -> None:
    """Until told to stop or the web server ends; a worker that ends is started again."""
    while not told and started[0].is_alive():
        time.sleep(0.2)
        if not started[1].is_alive() and not told:
            time.sleep(1)  # one that cannot start must not be started without a pause for ever
            started[1] = _start_worker()


def _start_web(listening: socket.socket, workers: int) -> BaseProcess:
    return _start(lambda: _web(listening.fileno(), workers))


def _start_worker() -> BaseProcess:
    return _start(_work)


def _start(task: Callable[[], None]) -> BaseProcess:
    # Parted from us with Django loaded: a new Python would load it all again first.
    started = FORK.Process(target=_alone, args=[task])
    # What is told before it has put our way of hearing aside must wait, and not be lost.
    signal.pthread_sigmask(signal.SIG_BLOCK, HEARD)
    try:
        started.start()
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, HEARD)
    return started


def _alone(task: Callable[[], None]) -> None:
    # In a session of its own, so that a Ctrl-C is heard by the first process alone.
    os.setsid()
    for each in HEARD:
        signal.signal(each, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, HEARD)
    if sys.platform == "linux":
        _end_with_parent()
    task()


def _end_with_parent() -> None:
    """Were the first process killed outright, the others would go on holding the port."""
    set_parent_death_signal = 1
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)


def _web(number: int, workers: int) -> None:
    from gunicorn.app.wsgiapp import run

    options = f"--bind fd://{number} --workers {workers} --preload --no-control-socket"
    # The server's heartbeat files belong in memory: on a slow disk a beat may be missed.
    if os.access("/dev/shm", os.W_OK):  # noqa: S108
        options += " --worker-tmp-dir /dev/shm"
    sys.argv = ["gunicorn", *options.split(), "--log-level", "warning", "frankpledge.config.wsgi"]
    run()


def _work() -> None:
    from django.core.management import call_command

    from frankpledge.asking import clock

    clock.run_beside()
    call_command("db_worker", startup_delay=False, reload=False, verbosity=0)


def _wait_until_answering(listening: socket.socket, web: BaseProcess, told: list[int]) -> None:
    host, port = listening.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104
    asked = Request(f"http://{host}:{port}/healthz", headers={"Host": _known_host()})
    opener = build_opener(ProxyHandler({}))
    while not told and web.is_alive():
        try:
            opener.open(asked, timeout=5).close()
        except HTTPError as error:
            raise Cannot(
                f"The site answers with a fault ({error.code}): what it said is above."
            ) from error
        except OSError:
            time.sleep(0.05)
        else:
            return


def _known_host() -> str:
    from django.conf import settings

    names = [name.lstrip(".") for name in settings.ALLOWED_HOSTS if name != "*"]
    return names[0] if names else "localhost"


def _stop(*processes: BaseProcess) -> None:
    for process in processes:
        process.terminate()
    until = time.monotonic() + GRACE
    for process in processes:
        process.join(max(0.1, until - time.monotonic()))
        if process.is_alive():
            process.kill()
            process.join()
