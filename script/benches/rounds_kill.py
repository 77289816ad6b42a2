"""Kills the web, the worker and the shell at random moments while a round is asked and answered.

Afterwards: no round is half asked, no answer is lost that somebody was told is kept, no letter came
twice, and none is gone without a trace. Takes some minutes. PostgreSQL where DATABASE_URL names an
empty database, SQLite otherwise.
"""

import argparse
import asyncio
import contextlib
import datetime
import http.client
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

HOME = tempfile.mkdtemp(prefix="frankpledge-kill-")
ROOT = Path(__file__).resolve().parents[2]
LEADS = 25
TOKEN = re.compile(r"/answer/([^/\s]+)/")
SHELL = [sys.executable, "-m", "frankpledge.cli.main"]


def free_port() -> int:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class MailBox:
    """A mail server that takes its time, so that posting is often what is cut short."""

    def __init__(self) -> None:
        self.taken: Counter[tuple[str, str]] = Counter()

    async def handle_DATA(  # noqa: N802 - its name is given
        self, server: Any, session: Any, envelope: Any
    ) -> str:
        await asyncio.sleep(random.uniform(0, 0.12))
        message = message_from_bytes(envelope.content, policy=policy.default)
        found = TOKEN.search(message.get_content())  # type: ignore[attr-defined]
        kind = "ask" if "to answer for" in str(message["Subject"]) else "remind"
        self.taken[found[1] if found else "", kind] += 1
        return "250 Taken"


class Site:
    """The pages and their worker; any process of them may be killed."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [*SHELL, "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def processes(self) -> list[int]:
        """The first and everything that came of it."""
        assert self.process is not None
        found = [self.process.pid]
        for pid in found:
            found += _children(pid)
        return found

    def keep_up(self) -> None:
        """As systemd would: where the first process has ended, it is started again."""
        if self.process is None or self.process.poll() is not None:
            self.start()

    def kill_one(self) -> None:
        below = self.processes()[1:]
        if below:
            _kill(random.choice(below))

    def kill_all(self) -> None:
        for pid in self.processes():
            _kill(pid)
        assert self.process is not None
        self.process.wait()


def _children(pid: int) -> list[int]:
    found = []
    for task in Path("/proc").glob(f"{pid}/task/*/children"):
        with contextlib.suppress(OSError):
            found += [int(one) for one in task.read_text().split()]
    return found


def _kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


class Lead(threading.Thread):
    """Answers every promise of one link, presses again where no answer comes, and remembers."""

    def __init__(self, port: int, token: str, items: list[int], rating: int) -> None:
        super().__init__(daemon=True)
        self.port, self.token, self.items, self.rating = port, token, items, rating
        self.told: list[str] = []  # the words of answers that we were told are kept

    def run(self) -> None:
        for item in self.items:
            words = f"What was done, {self.token[-12:]} {item}"
            for _ in range(400):
                if self._send(item, words):
                    self.told.append(words)
                    break
                time.sleep(random.uniform(0.02, 0.2))

    def _send(self, item: int, words: str) -> bool:
        fields = {
            "press": f"p{item}",
            "do": "send",
            "how-whole": f"rating-{self.rating}",
            "happened": words,
        }
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            line.request(
                "POST",
                f"/answer/{self.token}/{item}/",
                urlencode(fields),
                {"Content-Type": "application/x-www-form-urlencoded", "Host": "127.0.0.1"},
            )
            return line.getresponse().status == 302
        except (OSError, http.client.HTTPException):
            return False
        finally:
            line.close()


def prepare(smtp: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "frankpledge.config.settings")
    os.environ["FRANKPLEDGE_HOME"] = HOME
    os.environ["ALLOWED_HOSTS"] = "127.0.0.1"
    os.environ["EMAIL_URL"] = f"smtp://127.0.0.1:{smtp}"
    os.environ.pop("FRANKPLEDGE_DEMO", None)
    from frankpledge.cli.start import start

    start(static=True)


def partnership() -> Any:
    """One plan, with as many leads as there are promises."""
    from frankpledge.partnership import changes as people
    from frankpledge.partnership.models import Post
    from frankpledge.partnership.models.dated import today
    from frankpledge.plan import changes as plans
    from frankpledge.record.lines import System

    by = System("The bench")
    made = people.open_partnership(slug="killed", name="Safer Killed", by=by)
    first = datetime.date(today().year - 1, 4, 1)
    plan = plans.draft_plan(
        partnership=made, title="Plan", starts=first, ends=first.replace(year=first.year + 9), by=by
    )
    priority = plans.add_priority(plan=plan, title="All", by=by)
    for number in range(LEADS):
        post = Post.objects.create(
            partnership=made, title=f"Lead {number}", mailbox=f"lead{number}@killed.example"
        )
        action = plans.add_action(plan=plan, priority=priority, words=f"Promise {number}", by=by)
        plans.set_leads(of=action, leads=[plans.LeadGiven(post=post)], by=by)
    plans.adopt(plan=plan, on=today(), decided_by="The board", by=by)
    return plan


def shell(*words: str, killed_after: float | None = None) -> int:
    process = subprocess.Popen(
        [*SHELL, "round", *words], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    if killed_after is not None:
        time.sleep(killed_after)
        process.kill()
    return process.wait()


class Bench:
    def __init__(self, kills: int) -> None:
        self.kills, self.done = kills, 0
        self.told: list[str] = []
        self.faults: list[str] = []
        self.rounds = 0

    def run(self, plan: Any, site: Site) -> None:
        while self.done < self.kills:
            self.one_round(plan, site)

    def one_round(self, plan: Any, site: Site) -> None:
        round_ = self._plan(plan)
        of = ("--partnership", "killed", "--round", f"{round_.name}..{round_.ends:%Y-%m}")
        for _ in range(3):  # asked, cut short, until it is asked
            shell("open", *of, killed_after=random.uniform(0.2, 1.1))
            self.done += 1
            self._half(round_)
        round_.refresh_from_db()
        if round_.stage != "asked" and shell("open", *of):
            self.faults.append(f"round {self.rounds} could not be asked")
        self._yesterday(round_)
        shell("remind", *of, killed_after=random.uniform(0.3, 1.1))
        self.done += 1
        shell("remind", *of)
        self._answers(round_, site)

    def _plan(self, plan: Any) -> Any:
        from frankpledge.progress import changes, queries
        from frankpledge.record.lines import System

        self.rounds += 1
        starts, ends = queries.next_period(plan, queries.rhythm_of(plan.partnership))
        from frankpledge.partnership.models.dated import today

        due = today() + datetime.timedelta(days=9)
        return changes.plan_round(
            partnership=plan.partnership,
            plan=plan,
            starts=starts,
            ends=ends,
            opens_on=today(),
            due_on=due,
            by=System("The bench"),
        )

    def _half(self, round_: Any) -> None:
        from frankpledge.asking.models import Letter

        round_.refresh_from_db()
        requests = list(round_.requests.all())
        asked = [one for one in requests if one.asked_at]
        letters = Letter.objects.filter(about__in=[one.about for one in requests]).count()
        fits = {
            "planned": (0, 0, 0),
            "open": (LEADS, 0, 0),
            "asked": (LEADS, LEADS, LEADS),
        }[round_.stage]
        if (len(requests), len(asked), letters) != fits:
            self.faults.append(f"round {self.rounds} is half {round_.stage}")

    def _yesterday(self, round_: Any) -> None:
        """As if they had been asked the day before: nobody is reminded on the day of asking."""
        from frankpledge.asking.models import Letter

        about = [one.about for one in round_.requests.all()]
        for letter in Letter.objects.filter(about__in=about):
            made = letter.made_at - datetime.timedelta(days=1, hours=2)
            Letter.objects.filter(pk=letter.pk).update(made_at=made)

    def _answers(self, round_: Any, site: Site) -> None:
        from frankpledge.asking import links
        from frankpledge.partnership.models import Rating

        rating = Rating.objects.filter(
            partnership=round_.partnership, implies="in-progress"
        ).first()
        assert rating is not None
        leads = [
            Lead(site.port, links.token_of(one.link), [i.pk for i in one.items.all()], rating.pk)
            for one in round_.requests.select_related("link")
        ]
        for lead in leads:
            lead.start()
        for number in range(8):
            time.sleep(random.uniform(0.05, 0.6))
            self.done += 1
            if number == 4:
                site.kill_all()
                site.start()
            else:
                site.kill_one()
            site.keep_up()
        while any(lead.is_alive() for lead in leads):
            site.keep_up()
            time.sleep(0.5)
        for lead in leads:
            self.told += lead.told
            if len(lead.told) != len(lead.items):
                self.faults.append("a lead could not answer within two minutes")

    def look(self, box: MailBox) -> None:
        from frankpledge.asking import links
        from frankpledge.asking.models import Letter
        from frankpledge.plan.models import Standing
        from frankpledge.progress.models import Answer
        from frankpledge.record import checks

        kept = Counter(Answer.objects.values_list("happened", flat=True))
        said = set(Standing.objects.values_list("words", flat=True))
        for words in self.told:
            if kept[words] != 1 or words not in said:
                self.faults.append(f"an answer is there {kept[words]} times")
        came = box.taken.copy()
        for letter in Letter.objects.select_related("link"):
            assert letter.link is not None
            times = came.pop((links.token_of(letter.link), letter.kind), 0)
            allowed = {"sent": {1}, "posting": {0, 1}, "unknown": {0, 1}}
            if times not in allowed.get(letter.state, {0}):
                self.faults.append(f"a letter that is {letter.state} came {times} times")
        self.faults += [f"a letter came that nobody wrote: {kind}" for (_, kind) in came]
        self.faults += [str(one) for one in checks.verify("partnership:1")]


def wait_for_letters(seconds: float = 90) -> None:
    from frankpledge.asking.models import Letter

    until = time.monotonic() + seconds
    while Letter.objects.filter(state="waiting").exists() and time.monotonic() < until:
        time.sleep(0.5)


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=100)
    asked.add_argument("--seed", type=int, default=int(time.time()))
    chosen = asked.parse_args()
    random.seed(chosen.seed)
    from aiosmtpd.controller import Controller

    box, smtp = MailBox(), free_port()
    controller = Controller(box, hostname="127.0.0.1", port=smtp)
    controller.start()
    prepare(smtp)
    site = Site(free_port())
    bench = Bench(chosen.kills)
    plan = partnership()
    site.start()
    try:
        bench.run(plan, site)
        site.keep_up()
        wait_for_letters()
    finally:
        site.kill_all()
        controller.stop()
    bench.look(box)
    from frankpledge.asking.models import Letter

    print(
        json.dumps(
            {
                "seed": chosen.seed,
                "kills": bench.done,
                "rounds": bench.rounds,
                "answers told as kept": len(bench.told),
                "letters": dict(Counter(Letter.objects.values_list("state", flat=True))),
                "faults": bench.faults,
            },
            indent=2,
        )
    )
    return 1 if bench.faults else 0


if __name__ == "__main__":
    sys.exit(main())
