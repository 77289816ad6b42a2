"""Makes the demonstration county, in a home that holds nothing else."""

import multiprocessing
import os
import shutil
import sys
from pathlib import Path

from frankpledge.cli.start import start
from frankpledge.config.cannot import Cannot
from frankpledge.config.home import home_folder, make_home

MARK = "demonstration"
# Not the key: processes that run hold it already.
KEPT = ["db.sqlite3", "db.sqlite3-wal", "db.sqlite3-shm", "media", "outbox", "evidence"]


def make_county(*, fresh: bool = False, static: bool = False) -> None:
    os.environ["FRANKPLEDGE_DEMO"] = "1"
    home = home_folder()
    make_home(home)
    if fresh and _is_ours(home):
        _start_over(home)
    start(static=static)
    from frankpledge.demo import build

    _claim(home)
    if not build.is_built():
        print("Building Loamshire ...", file=sys.stderr, flush=True)
        build.build()


def build_apart(*, fresh: bool) -> None:
    """In a process of its own: threads that counting has begun must not be there when we part."""
    apart = multiprocessing.get_context("fork").Process(target=_build_and_end, args=[fresh])
    apart.start()
    apart.join()
    if apart.exitcode:
        sys.exit(abs(apart.exitcode))  # it has said why


def _build_and_end(fresh: bool) -> None:
    from frankpledge.cli.main import main

    sys.exit(main(["demo", "build", *(["--fresh"] if fresh else [])]))


def welcome(address: str) -> str:
    from frankpledge.demo.signin import links

    lines = ["", f"Loamshire is open: {address}/", "", "Sign in as:"]
    lines += [f"  {label}: {url}" for label, url in links(address)]
    return "\n".join([*lines, "", "Press Ctrl-C to stop."])


def _is_ours(home: Path) -> bool:
    return (home / MARK).exists()


def _claim(home: Path) -> None:
    """A home that somebody works in for real is never built over, nor started over."""
    from frankpledge.partnership.queries.tenants import all_partnerships

    if _is_ours(home):
        return
    if all_partnerships():
        raise Cannot(
            f"{home} holds partnerships that are not the demonstration's: name another folder in "
            "FRANKPLEDGE_HOME."
        )
    (home / MARK).write_text("This folder holds the demonstration and may be thrown away.\n")


def _start_over(home: Path) -> None:
    if os.environ.get("DATABASE_URL"):
        raise Cannot(
            "--fresh starts over in SQLite only: unset DATABASE_URL, or empty that database "
            "yourself."
        )
    for name in KEPT:
        path = home / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
