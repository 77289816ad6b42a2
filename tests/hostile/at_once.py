"""Many writers at the same moment, each with a connection of its own."""

import threading
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connections

from frankpledge.record.errors import Refused, Stale


def at_once(writes: Sequence[Callable[[], Any]]) -> Counter[str]:
    """How each ended: 'done', 'Stale', 'Refused', or the name of what went wrong."""
    ended: list[str] = []
    ready = threading.Barrier(len(writes))

    def run(write: Callable[[], Any]) -> None:
        ready.wait(timeout=120)
        try:
            write()
            ended.append("done")
        except (Stale, Refused) as expected:
            ended.append(type(expected).__name__)
        except Exception as wrong:  # whatever it is, the test says so
            ended.append(f"{type(wrong).__name__}: {wrong}"[:200])
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(write,)) for write in writes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=300)
    assert len(ended) == len(writes), "somebody is still waiting"
    return Counter(ended)
