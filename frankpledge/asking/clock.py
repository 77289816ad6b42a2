"""What is done every few minutes by whichever worker gets to it first. Each job is safe in many."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import close_old_connections, connections

logger = logging.getLogger(__name__)
Work = Callable[[], object]


@dataclass
class Job:
    work: Work
    seconds: float
    next_at: float = 0.0  # by the clock of this process alone


_jobs: list[Job] = []


def every(minutes: float) -> Callable[[Work], Work]:
    def register(work: Work) -> Work:
        if not any(job.work is work for job in _jobs):
            _jobs.append(Job(work, minutes * 60))
        return work

    return register


def run_due(*, all_of_them: bool = False) -> None:
    """One job that fails keeps no other from its turn, and has its own again next time."""
    now = time.monotonic()
    for job in _jobs:
        if all_of_them or job.next_at <= now:
            job.next_at = now + job.seconds
            try:
                job.work()
            except Exception:
                logger.exception("A job of the clock failed and will be tried again.")


def run_beside(pause: float = 5.0) -> None:
    """Goes on in a thread of its own for as long as the process lives."""
    threading.Thread(target=_tick, args=[pause], name="clock", daemon=True).start()


def _tick(pause: float) -> None:
    while True:
        close_old_connections()
        run_due()
        connections.close_all()
        time.sleep(pause)
