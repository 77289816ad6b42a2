"""Kills the web and the shell at random moments while plans are brought in, mended and taken in.

Afterwards: no draft without its document and its line, no plan that is half there, no reading that
keeps the next one waiting; and what was cut short is done when it is asked for again. PostgreSQL
where DATABASE_URL names an empty database, SQLite otherwise.
"""

import argparse
import http.client
import json
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from rounds_kill import HOME, ROOT, SHELL, Site, free_port, prepare

ROWS, OUTCOMES = 60, 2
SLUG = "killed"
CSRF = "c" * 32
ANSWERS = (302, 409, 422)


def document(number: int) -> bytes:
    head = "Ref\tAction\tLead\tTimescale\tMeasure\tZest"
    rows = [
        f"1.{row}\tVisit street {row} and mend its lamps in turn {number}\tPolice\tMarch 2027\t"
        f"1. At least {row + 2} visits 2. Lamps stay lit\tLemon {row}"
        for row in range(1, ROWS + 1)
    ]
    title = f"Safer Killed action plan 2026/27 number {number}"
    return "\n".join([title, "", "Priority 1: Streets", head, *rows, ""]).encode()


def partnership() -> str:
    """One partnership and the session of its coordinator."""
    from django.test import Client

    from frankpledge.partnership import changes
    from frankpledge.record.lines import System
    from tests.desk.people import BACKEND, account

    made = changes.open_partnership(slug=SLUG, name="Safer Killed", by=System("The bench"))
    client = Client()
    client.force_login(account("Alice Archer", made, "coordinator"), backend=BACKEND)
    return client.cookies["sessionid"].value


@dataclass
class Browser:
    port: int
    session: str

    def upload(self, number: int) -> tuple[int, str]:
        mark = "-----------kill"
        head = f'--{mark}\r\nContent-Disposition: form-data; name="'
        fields = "".join(
            f'{head}{name}"\r\n\r\n{value}\r\n'
            for name, value in (("csrfmiddlewaretoken", CSRF), ("version", "0"))
        )
        file = f'{head}file"; filename="plan {number}.txt"\r\nContent-Type: text/plain\r\n\r\n'
        body = (fields + file).encode() + document(number) + f"\r\n--{mark}--\r\n".encode()
        return self._post("drafts/new/", body, f"multipart/form-data; boundary={mark}")

    def press(self, tail: str, **fields: str) -> tuple[int, str]:
        body = urlencode({"csrfmiddlewaretoken": CSRF, **fields}).encode()
        return self._post(tail, body, "application/x-www-form-urlencoded")

    def is_answered(self) -> bool:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            line.request("GET", "/healthz", headers={"Host": "127.0.0.1"})
            return bool(line.getresponse().read())
        except (OSError, http.client.HTTPException):
            return False
        finally:
            line.close()

    def _post(self, tail: str, body: bytes, kind: str) -> tuple[int, str]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        cookies = f"sessionid={self.session}; csrftoken={CSRF}"
        try:
            head = {"Content-Type": kind, "Cookie": cookies, "Host": "127.0.0.1"}
            line.request("POST", f"/desk/{SLUG}/{tail}", body, head)
            answer = line.getresponse()
            return answer.status, answer.read().decode()
        except (OSError, http.client.HTTPException):
            return 0, ""  # what we talk to was killed
        finally:
            line.close()


@dataclass
class Bench:
    site: Site
    browser: Browser
    done: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)  # cut short after it was kept
    faults: list[str] = field(default_factory=list)
    whole: dict[str, float] = field(default_factory=dict)  # seconds, where nobody cuts it short
    waited: float = 0.0  # the longest that a killed reading kept the next one out

    def run(self, kills: int) -> None:
        number = 0
        while sum(self.done.values()) < kills:
            self.upload(number)
            self.column(number)
            self.adopt(number)
            self.shell(1000 + number)
            number += 1

    def cut(self, what: str, act: Callable[[], Any]) -> bool:
        """Begins it, kills at a random moment, and starts the site again. The first is measured."""
        began = time.monotonic()
        doing = threading.Thread(target=act)
        doing.start()
        if what not in self.whole:
            doing.join()
            self.whole[what] = time.monotonic() - began
            return False
        time.sleep(random.uniform(0, 1.2 * self.whole[what]))
        if random.random() < 0.5:
            self.site.kill_one()
            doing.join()
        self.site.kill_all()
        doing.join()
        self.site.start()
        self.answering()
        self.done[what] += 1
        return True

    def answering(self) -> None:
        until = time.monotonic() + 60
        while not self.browser.is_answered():
            if time.monotonic() > until:
                raise SystemExit("The site did not start again.")
            time.sleep(0.05)

    def upload(self, number: int) -> None:
        if self.cut("bringing in", lambda: self.browser.upload(number)):
            self.held["bringing in"] += bool(drafts(number))
        self.look()
        until, began = time.monotonic() + 15, time.monotonic()
        status, page = self.browser.upload(number)
        while "is being read" in page and time.monotonic() < until:
            time.sleep(0.1)
            status, page = self.browser.upload(number)
        self.waited = max(self.waited, time.monotonic() - began)
        if status not in (302, 422) or len(drafts(number)) != 1:
            self.faults.append(f"bringing in {number} again gave {status}, {len(drafts(number))}")

    def column(self, number: int) -> None:
        """A column is named, for which the document is read again."""
        draft = drafts(number)[0]
        means = ("resources", "aim", "update")[number % 3]
        given = json.dumps({"head": "Zest", "means": means})

        def press() -> int:
            fields = {"kind": "column", "given": given, "version": str(draft.version)}
            return self.browser.press(f"drafts/{draft.pk}/mend/", **fields)[0]

        if self.cut("naming a column", press):
            self.held["naming a column"] += draft.mends.exists()
        self.look()
        if press() not in ANSWERS or draft.mends.count() != 1:
            self.faults.append(f"the column of {number} was named {draft.mends.count()} times")

    def adopt(self, number: int) -> None:
        draft = drafts(number)[0]

        def press() -> int:
            tail = f"drafts/{draft.pk}/take-in/"
            return self.browser.press(tail, version=str(draft.version))[0]

        if self.cut("taking in", press):
            draft.refresh_from_db()
            self.held["taking in"] += draft.state == "adopted"
        self.look()
        press()
        draft.refresh_from_db()
        if draft.state != "adopted" or plans(number) != 1:
            self.faults.append(f"draft {number} became {plans(number)} plans when asked again")

    def shell(self, number: int) -> None:
        path = Path(HOME) / f"plan {number}.txt"
        path.write_bytes(document(number))
        command = [*SHELL, "plan", "import", str(path), "--partnership", SLUG]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": ROOT}
        began = time.monotonic()
        process = subprocess.Popen(command, **quiet)  # type: ignore[call-overload]
        if "plan import" in self.whole:
            time.sleep(random.uniform(0.2, 1.1) * self.whole["plan import"])
            process.kill()
            self.done["plan import"] += 1
        process.wait()
        if self.done["plan import"]:
            self.held["plan import"] += plans(number)
        self.whole.setdefault("plan import", time.monotonic() - began)
        self.look()
        if not plans(number):
            subprocess.run(command, check=True, **quiet)  # type: ignore[call-overload]
        if plans(number) != 1:
            self.faults.append(f"plan {number} was imported {plans(number)} times")

    def look(self) -> None:
        """Nothing is half there, and every line of the record verifies."""
        from frankpledge.drafting.models import Draft
        from frankpledge.plan.models import Plan
        from frankpledge.record import checks

        for draft in Draft.objects.all():
            self.faults += [f"draft {draft.pk} {why}" for why in half_draft(draft)]
        for plan in Plan.objects.all():
            self.faults += [f"plan {plan.pk} {why}" for why in half_plan(plan)]
        self.faults += [str(one) for one in checks.verify("partnership:1")]


def drafts(number: int) -> list[Any]:
    from frankpledge.drafting.models import Draft

    return list(Draft.objects.filter(name=f"plan {number}.txt"))


def plans(number: int) -> int:
    from frankpledge.plan.models import Plan

    return Plan.objects.filter(title__endswith=f"number {number}").count()


def half_draft(draft: Any) -> list[str]:
    from frankpledge.drafting.present import columns_of, key_of
    from frankpledge.record.models import Line

    found = []
    if bytes(draft.original.data) != document(int(draft.name[5:-4])):
        found.append("has not its whole document")
    columns = key_of(columns_of(draft, list(draft.mends.all())))
    if draft.readings.filter(key=columns).count() != 1:
        found.append("was not read with the columns that it says")
    if draft.version != 1 + draft.mends.count() + (draft.state == "adopted"):
        found.append(f"is of version {draft.version} with {draft.mends.count()} mends")
    verbs = Counter(
        Line.objects.filter(subject_kind="draft", subject_id=str(draft.pk)).values_list(
            "verb", flat=True
        )
    )
    if verbs["draft.opened"] != 1 or verbs["draft.taken-in"] != (draft.state == "adopted"):
        found.append(f"has lines {dict(verbs)}")
    if (draft.state == "adopted") != bool(draft.adopted_as_id):
        found.append(f"is {draft.state} without its plan, or with one")
    return found


def half_plan(plan: Any) -> list[str]:
    from frankpledge.plan.models import Action, Outcome
    from frankpledge.record.models import Line

    actions = Action.objects.filter(plan=plan)
    outcomes = Outcome.objects.filter(action__plan=plan)
    lines = Line.objects.filter(verb="action.added", subject_id__in=[str(a.pk) for a in actions])
    counts = (actions.count(), outcomes.count(), lines.count())
    return [] if counts == (ROWS, ROWS * OUTCOMES, ROWS) else [f"is half there: {counts}"]


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=60)
    asked.add_argument("--seed", type=int, default=int(time.time()))
    chosen = asked.parse_args()
    random.seed(chosen.seed)
    sys.path.insert(0, str(ROOT))
    prepare(1)
    site = Site(free_port())
    bench = Bench(site, Browser(site.port, partnership()))
    site.start()
    bench.answering()
    try:
        bench.run(chosen.kills)
    finally:
        site.kill_all()
    from django.db import connection

    told: dict[str, Any] = {"database": connection.vendor, "seed": chosen.seed}
    told |= {"kills": dict(bench.done), "kept all the same": dict(bench.held)}
    told["whole, s"] = {what: round(one, 2) for what, one in bench.whole.items()}
    told |= {"longest wait for a turn, s": round(bench.waited, 1), "faults": bench.faults}
    print(json.dumps(told, indent=2))
    return 1 if bench.faults else 0


if __name__ == "__main__":
    sys.exit(main())
