"""How quick the pure rooms are, and a page's marks: the figures that no test asserts."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "frankpledge.config.settings")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

JUNK = "at least 5 by June 2026 - each quarter of the " * 2200


def best(work: Callable[[], object], times: int = 5) -> float:
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken) * 1000


def marks() -> None:
    from frankpledge.ui.marks import state, tally

    for row in range(60):
        for colour in ("lincoln", "amber", "madder"):
            state(f"word {row}", "circle", colour)
        tally([True, False, True, bool(row % 2)])


def main() -> int:
    import django

    django.setup()
    from frankpledge.figures.small import suppress
    from frankpledge.figures.worked.again import work_again
    from frankpledge.language import read_leads, read_status, read_target, read_timescale

    wards = [[(ward * 7 + kind * 5) % 23 for kind in range(14)] for ward in range(110)]
    rows = [[f"area {at}", str(at + 50), str(2 * at + 60), f"{at + 10:+d}"] for at in range(4000)]
    measured: list[tuple[str, Callable[[], object]]] = [
        ("a timescale of 100 KB of junk", lambda: read_timescale(JUNK)),
        ("a target of 100 KB of junk", lambda: read_target(JUNK)),
        ("a status of 100 KB of junk", lambda: read_status(JUNK)),
        ("a lead of 100 KB of junk", lambda: read_leads(JUNK)),
        ("a county of wards by type, suppressed", lambda: suppress(wards)),
        (
            "a table of 4,000 rows, worked out again",
            lambda: work_again([["Area", "2007", "2008", "Change"], *rows]),
        ),
        ("the marks of a plan of 60", marks),
    ]
    for what, work in measured:
        print(f"{what:<42} {best(work):8.1f} ms")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
