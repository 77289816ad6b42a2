"""Loads killed at fifty random moments: each leaves the old evidence answering, or the new."""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
TIMES = 50
ROWS = 4000
LOAD = """
import sys
import django
django.setup()
from pathlib import Path
from frankpledge.evidence import changes
from frankpledge.record.lines import System
print("ready", flush=True)
changes.load_evidence(paths=[Path(each) for each in sys.argv[1:]], by=System("The bench"))
"""


def begin(*paths: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", LOAD, *map(str, paths)]
    made = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert made.stdout
    assert made.stdout.readline() == "ready\n"
    return made


def state() -> tuple[int, int, int]:
    """Rows that answer, loads that are listed, lines of the record that do not verify."""
    from frankpledge.evidence import store
    from frankpledge.evidence.models import Load
    from frankpledge.record import checks
    from frankpledge.record.models import HOST

    with store.opened() as asked:
        found = asked.execute("SELECT coalesce(sum(n), 0)::BIGINT FROM cube").fetchall()
        raw = asked.execute("SELECT count(*) FROM street").fetchall()
    assert found == raw, (found, raw)
    return found[0][0], Load.objects.count(), len(checks.verify(HOST))


def main() -> int:
    folder = Path(tempfile.mkdtemp(prefix="frankpledge-kill-"))
    os.environ |= {
        "FRANKPLEDGE_HOME": str(folder / "home"),
        "SECRET_KEY": "bench",
        "DJANGO_SETTINGS_MODULE": "frankpledge.config.settings",
    }
    try:
        return kill_often(folder)
    finally:
        shutil.rmtree(folder)


def kill_often(folder: Path) -> int:
    import django

    (folder / "home").mkdir()
    django.setup()
    from django.core.management import call_command

    from tests.evidence.makers import many, street

    call_command("migrate", verbosity=0)
    months = [f"{year}-{month:02}" for year in (2020, 2021) for month in range(1, 13)]
    for month in months:
        street(folder, month, many(ROWS, month=month))
    loading = begin(folder)
    began = time.perf_counter()
    loading.communicate()
    whole = time.perf_counter() - began
    expected, loads, faults = state()
    assert (expected, loads, faults) == (ROWS * len(months), 1, 0)
    chance = random.Random(5)
    done = 0
    for number in range(TIMES):
        for month in months:
            street(folder, month, many(ROWS + number + 1, month=month))
        loading = begin(folder)
        time.sleep(chance.uniform(0, whole))
        loading.kill()
        loading.communicate()
        rows, now, faults = state()
        new = (ROWS + number + 1) * len(months)
        assert (rows, now) in ((expected, loads), (new, loads + 1)), (number, rows, now)
        assert faults == 0
        done += now - loads
        expected, loads = rows, now
    print(
        f"{TIMES} loads were killed: {done} had been switched to, {TIMES - done} changed nothing."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
