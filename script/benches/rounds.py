"""200 leads answer within a minute: how long each page takes them, and whether anything is lost.

Each opens the link, starts, reads a promise, types (saved twice on the way), sends it, then the
next one, and reads what was sent. They begin at random moments of the minute, against the web
server as it is run, with two workers; whoever asks shares the two cores. SQLite, or PostgreSQL
where DATABASE_URL names an empty database.
"""

import argparse
import http.client
import os
import random
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ["DJANGO_SETTINGS_MODULE"] = "frankpledge.config.settings"
os.environ["FRANKPLEDGE_HOME"] = tempfile.mkdtemp(prefix="frankpledge-bench-")
LIMIT = 300.0  # ms, 95 of 100
EACH = 2  # promises of each lead


def prepare(leads: int) -> tuple[int, list[tuple[str, list[tuple[int, int]]]]]:
    """A round with so many leads: their tokens, with the ids of their items and outcomes."""
    import django

    django.setup()
    from django.db import connection

    if connection.vendor == "postgresql" and connection.introspection.table_names():
        sys.exit("This needs an empty PostgreSQL database: it fills it with made-up rows.")
    from frankpledge.config.prepare import prepare as make_ready

    make_ready(static=True)
    return _asked(_plan(leads))


def _plan(leads: int) -> Any:
    from frankpledge.partnership.models import Organisation, Partnership, Post, Rating
    from frankpledge.plan import changes
    from frankpledge.plan.models import Target
    from frankpledge.record.lines import System

    by = System("The bench")
    here = Partnership.objects.create(slug="bench", name="Safer Bench")
    scale = [("Stuck", "square", "madder"), ("Slipping", "triangle", "amber")]
    scale += [("On track", "circle", "lincoln"), ("Done", "tick", "ink")]
    for severity, (label, shape, colour) in enumerate(scale, start=1):
        Rating.objects.create(
            partnership=here, label=label, shape=shape, colour=colour, severity=severity
        )
    body = Organisation.objects.create(name="The council", kind="council")
    plan = changes.draft_plan(
        partnership=here,
        title="The plan",
        starts=date.today() - timedelta(days=200),  # noqa: DTZ011
        ends=date.today() + timedelta(days=800),  # noqa: DTZ011
        by=by,
    )
    priority = changes.add_priority(plan=plan, title="Fair trade", by=by)
    for number in range(leads):
        post = Post.objects.create(
            partnership=here,
            title=f"Post {number}",
            organisation=body,
            mailbox=f"post{number}@example.org",
        )
        for nth in range(EACH):
            action = changes.add_action(
                plan=plan, priority=priority, words=f"Promise {nth} of {number}", by=by
            )
            outcome = changes.add_outcome(action=action, number=1, words="Eight days", by=by)
            Target.objects.create(
                outcome=outcome, printed="Eight", kind="count-at-least", number=8, counts="days"
            )
            changes.set_leads(of=action, leads=[changes.LeadGiven(post=post)], by=by)
    changes.adopt(plan=plan, on=date.today(), decided_by="The board", by=by)  # noqa: DTZ011
    return plan


def _asked(plan: Any) -> tuple[int, list[tuple[str, list[tuple[int, int]]]]]:
    from frankpledge.asking.links import token_of
    from frankpledge.asking.models import Letter
    from frankpledge.partnership.models import Rating
    from frankpledge.progress import changes
    from frankpledge.progress.models import Item, Request
    from frankpledge.record.lines import System

    by = System("The bench")
    today = date.today()  # noqa: DTZ011
    round_ = changes.plan_round(
        partnership=plan.partnership,
        plan=plan,
        starts=today - timedelta(days=90),
        ends=today - timedelta(days=1),
        due_on=today + timedelta(days=20),
        by=by,
    )
    changes.open_round(round_=round_, by=by)
    changes.ask(round_=round_, by=by)
    Letter.objects.update(state="sent")
    asked = []
    for request in Request.objects.filter(round=round_).select_related("link"):
        items = Item.objects.filter(request=request).prefetch_related("action__outcomes")
        ids = [(item.pk, item.action.outcomes.all()[0].pk) for item in items]
        asked.append((token_of(request.link), ids))
    return Rating.objects.get(label="On track").pk, asked


class Lead:
    """One person with one browser: each page is timed from asking to its last byte."""

    def __init__(self, port: int, token: str, took: dict[str, list[float]]) -> None:
        self.port, self.base, self.took, self.cookie = port, f"/answer/{token}/", took, ""

    def ask(self, what: str, tail: str, typed: dict[str, str] | None = None) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if typed is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = urlencode(typed) if typed is not None else None
        began = time.perf_counter()
        method = "GET" if typed is None else "POST"
        connection.request(method, self.base + tail, body, headers)
        answer = connection.getresponse()
        answer.read()
        self.took[what].append((time.perf_counter() - began) * 1000)
        if answer.status not in (200, 302):
            raise RuntimeError(f"{what}: {answer.status}")
        if given := answer.getheader("Set-Cookie"):
            self.cookie = given.split(";")[0]
        connection.close()

    def answers(self, rating: int, items: list[tuple[int, int]], pause: float) -> None:
        self.ask("the link", "")
        self.ask("start", "", {})
        self.ask("the list", "promises/")
        for item, outcome in items:
            typed = {"press": f"p{item}", f"how-{outcome}": f"rating-{rating}"}
            typed |= {f"figure-{outcome}": "7", "happened": f"Words of {item}."}
            self.ask("a promise", f"{item}/")
            for _ in range(2):
                time.sleep(pause)
                self.ask("saved while typing", f"{item}/save/", typed)
            time.sleep(pause)
            self.ask("sent", f"{item}/", {**typed, "do": "send"})
        self.ask("what was sent", "sent/")


def started(workers: int) -> tuple[subprocess.Popen[bytes], int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(ROOT / ".venv/bin/gunicorn"), "--bind", f"127.0.0.1:{port}", "--preload"]
    command += ["--workers", str(workers), "--log-level", "warning", "--no-control-socket"]
    running = subprocess.Popen([*command, "frankpledge.config.wsgi"], cwd=ROOT)
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return running, port
    sys.exit("The web server did not start.")


def run(
    port: int, rating: int, asked: list[Any], seconds: float
) -> tuple[dict[str, Any], list[str]]:
    took: dict[str, list[float]] = defaultdict(list)
    faults: list[str] = []
    chance = random.Random(1)

    def one(token: str, items: list[tuple[int, int]], after: float) -> None:
        time.sleep(after)
        try:
            Lead(port, token, took).answers(rating, items, pause=1.0)
        except Exception as fault:  # whatever it is, it is told
            faults.append(f"{type(fault).__name__}: {fault}")

    # The last begins early enough to be done within the time.
    starts = [chance.uniform(0, max(1.0, seconds - 3 * EACH - 4)) for _ in asked]
    threads = [
        threading.Thread(target=one, args=(token, items, after))
        for (token, items), after in zip(asked, starts, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return took, faults


def lost(leads: int) -> list[str]:
    from django.db import connection

    from frankpledge.plan.models import Standing
    from frankpledge.progress.models import Answer, Typing
    from frankpledge.record import checks

    found = []
    said = set(Answer.objects.values_list("item_id", "happened"))
    if said != {(item, f"Words of {item}.") for item, _ in said} or len(said) != leads * EACH:
        found.append(f"{len(said)} answers of {leads * EACH}")
    if Answer.objects.count() != leads * EACH or Typing.objects.exists():
        found.append("answers twice, or typing left over")
    if Standing.objects.filter(words_only=False).count() != leads * EACH:
        found.append("what was sent is not what the plan says")
    found += [f"the record: {fault}" for chain in checks.chains() for fault in checks.verify(chain)]
    print(f"{connection.vendor}: {len(said)} answers kept")
    return found


def main() -> int:
    asked_for = argparse.ArgumentParser(prog="script/bench rounds", description=__doc__)
    asked_for.add_argument("--leads", type=int, default=200)
    asked_for.add_argument("--seconds", type=float, default=60)
    chosen = asked_for.parse_args()
    rating, asked = prepare(chosen.leads)
    server, port = started(2)
    try:
        began = time.perf_counter()
        took, faults = run(port, rating, asked, chosen.seconds)
        seconds = time.perf_counter() - began
    finally:
        server.terminate()
        server.wait(20)
    faults += lost(chosen.leads)
    every = [one for each in took.values() for one in each]
    for what, each in took.items():
        print(f"{what:<20} {len(each):6} {_p95(each):8.0f} ms (95 of 100)")
    worst, half = _p95(every), statistics.median(every)
    pace = f"{len(every)} pages, {len(every) / seconds:.0f} a second"
    print(f"{chosen.leads} leads in {seconds:.0f} s, {pace}")
    print(f"{_server_seconds() / len(every) * 1000:.1f} ms of the processor for each page")
    print(f"95 of 100 pages within {worst:.0f} ms (limit {LIMIT:.0f}), half within {half:.0f}")
    for fault in faults[:10]:
        print(f"LOST OR WRONG: {fault}")
    return 1 if faults or worst > LIMIT else 0


def _server_seconds() -> float:
    """The web server's own, whatever else the machine was doing. It has ended by now."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    raise SystemExit(main())
