"""How long the desk's plan table takes, alone and among 350 partnerships.

Server time for one request at a time, through every middleware and the template, in this process.
The rows are written in bulk: what is measured is reading them. PostgreSQL where DATABASE_URL
names one.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "frankpledge.config.settings")
os.environ["FRANKPLEDGE_HOME"] = tempfile.mkdtemp(prefix="frankpledge-bench-")
os.environ["ALLOWED_HOSTS"] = "testserver"

LIMITS = {"alone": 60.0, "among 350": 80.0}
MOST_QUERIES = 13


def prepare() -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    if connection.vendor == "postgresql" and connection.introspection.table_names():
        sys.exit("This needs an empty PostgreSQL database: it fills it with made-up rows.")
    from frankpledge.config.prepare import prepare as make_ready

    make_ready(static=True)
    call_command("check", verbosity=0)


def partnership(number: int, actions: int, outcomes: int) -> Any:
    """One partnership with an adopted plan of so many actions and outcomes."""
    from frankpledge.partnership.models import Organisation, Partnership, Post, Rating
    from frankpledge.plan.models import (
        Action,
        Lead,
        Outcome,
        Placement,
        Plan,
        Priority,
        Standing,
        Timescale,
    )

    here = Partnership.objects.create(slug=f"district-{number}", name=f"Safer District {number}")
    scale = [("Stuck", "square", "madder"), ("Slipping", "triangle", "amber")]
    scale += [("On track", "circle", "lincoln"), ("Done", "tick", "ink")]
    ratings = [
        Rating.objects.create(
            partnership=here, label=label, shape=shape, colour=colour, severity=severity
        )
        for severity, (label, shape, colour) in enumerate(scale, start=1)
    ]
    body = Organisation.objects.create(name=f"Council {number}", kind="council")
    posts = Post.objects.bulk_create(
        Post(partnership=here, title=f"Post {n}", organisation=body) for n in range(14)
    )
    plan = Plan.objects.create(
        partnership=here,
        title="The plan, 2026 to 2029",
        starts=date(2026, 4, 1),
        ends=date(2029, 3, 31),
        status="adopted",
        adopted_on=date(2026, 4, 1),
        adopted_by="The board",
    )
    priorities = Priority.objects.bulk_create(
        Priority(plan=plan, ref=str(n), title=f"Priority {n}", order=n) for n in range(1, 7)
    )
    promised = Action.objects.bulk_create(
        Action(plan=plan, ref=f"{n % 6 + 1}.{n // 6}", words=f"Promise {n}: " + "visit shops " * 8)
        for n in range(actions)
    )
    Placement.objects.bulk_create(
        Placement(action=a, priority=priorities[n % 6], ref=a.ref, order=n)
        for n, a in enumerate(promised)
    )
    Lead.objects.bulk_create(Lead(action=a, post=posts[n % 14]) for n, a in enumerate(promised))
    Timescale.objects.bulk_create(
        Timescale(action=a, printed="March 2027", kind="date", due=date(2027, 3, 31))
        for a in promised
    )
    today = date.today()  # noqa: DTZ011  any day does
    results = Outcome.objects.bulk_create(
        Outcome(
            action=promised[n % actions],
            number=n // actions + 1,
            words=f"Result {n}",
            order=n,
            rating=ratings[n % 4],
            state="in-progress",
            said_on=today,
        )
        for n in range(outcomes)
    )
    Standing.objects.bulk_create(
        Standing(
            outcome=o,
            state="in-progress",
            rating=o.rating,
            words="It goes on. " * 10,
            said_on=today - timedelta(days=90 * back),
            said_by="Somebody",
        )
        for o in results
        for back in range(4)
    )
    return here


def coordinator(here: Any) -> Any:
    from frankpledge.partnership.models import Account, Person, RoleHolding

    person = Person.objects.create(name="Alice Archer")
    RoleHolding.objects.create(partnership=here, person=person, role="coordinator")
    return Account.objects.create(email="alice@example.org", person=person)


def measure(client: Any, url: str, times: int) -> dict[str, Any]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for _ in range(5):
        assert client.get(url).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    queries = len(captured)
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        client.get(url)
        taken.append((time.perf_counter() - began) * 1000)
    taken.sort()
    return {
        "median_ms": round(statistics.median(taken), 1),
        "p95_ms": round(taken[int(len(taken) * 0.95)], 1),
        "queries": queries,
        "kilobytes": round(len(client.get(url).content) / 1024),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--partnerships", type=int, default=350)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    prepare()
    from django.db import connection, transaction
    from django.test import Client

    with transaction.atomic():
        here = partnership(0, 60, 150)
    client = Client()
    client.force_login(
        coordinator(here), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    url = f"/desk/{here.slug}/plan/"
    found = {"alone": measure(client, url, asked.times)}
    for number in range(1, asked.partnerships):
        with transaction.atomic():
            partnership(number, 43, 107)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # as it does by itself when rows come slowly
    found[f"among {asked.partnerships}"] = measure(client, url, asked.times)
    return tell(found, connection.vendor, as_json=asked.json)


def tell(found: dict[str, dict[str, Any]], database: str, *, as_json: bool) -> int:
    if as_json:
        print(json.dumps({"database": database, **found}))
    else:
        print(f"The plan table, 60 actions and 150 outcomes, on {database}:")
        for where, one in found.items():
            print(
                f"  {where:<12} median {one['median_ms']} ms, 95th percentile {one['p95_ms']} ms,"
                f" {one['queries']} queries, {one['kilobytes']} KB"
            )
    slow = [w for w, one in found.items() if one["p95_ms"] > LIMITS.get(w, 80.0)]
    many = [w for w, one in found.items() if one["queries"] > MOST_QUERIES]
    return 1 if slow or many else 0


if __name__ == "__main__":
    raise SystemExit(main())
