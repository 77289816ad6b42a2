"""Sends every form of the desk everything that is odd, for longer than a test may take.

Needs no server: SQLite in a folder of its own, or the PostgreSQL that DATABASE_URL names, where it
makes a database for the while and removes it. Ends with 1 where a form did not refuse in words, and
prints what was sent.
"""

import argparse
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

# Letters of every kind, among them those that are never seen or turn a line round.
ALPHABET = (
    "aZ09 <>&\"'{}%\\/\r\n\t\x00\x07\x1b\x7f\u00a0\u0301\u200b\u200d\u202e\u2066\u2028\ufeff\uffff"
    "éßłçمرحبا漢字🧑\u200d🌾\ud800\udfff"
)


def random_words(chance: random.Random) -> str:
    length = chance.choice([1, 3, 10, 60, 121, 301, 1000, 20_001])
    return "".join(chance.choice(ALPHABET) for _ in range(length))


def mutated(chance: random.Random, form: Any) -> dict[str, list[str]]:
    """A fair form with some of its fields spoilt, left out, said twice or swapped."""
    from tests.hostile import filling

    sent: dict[str, list[str]] = form.fair()
    names = list(sent) or [""]
    for _ in range(chance.randint(1, 4)):
        name = chance.choice(names)
        spoil = chance.randrange(6)
        if spoil == 0:
            sent.pop(name, None)
        elif spoil == 1:
            sent[name] = [random_words(chance)]
        elif spoil == 2:
            sent[name] = [*sent.get(name, []), chance.choice(filling.IDS)]
        elif spoil == 3:
            sent[name] = [chance.choice(filling.IDS)]
        elif spoil == 4:
            sent[name] = sent.get(chance.choice(names), [""])
        else:
            sent[random_words(chance)[:50]] = [random_words(chance)]
    return sent


def rounds(seconds: float, chance: random.Random) -> Iterator[tuple[str, Any]]:
    """What to send, by its kind: a function of one form that gives what goes over the wire."""
    from tests.hostile import filling

    for kind, words in filling.TEXTS.items():
        yield f"words: {kind}", lambda form, w=words: [filling.with_words(form, w)]
    for kind, length in filling.LONG.items():
        yield f"long: {kind}", lambda form, n=length: [filling.with_words(form, "W" * n)]
    for day in filling.DATES:
        yield "dates", lambda form, d=day: [filling.with_date(form, d)] if form.dates else []
    for value in filling.IDS:
        yield "forged", lambda form, v=value: [s for _, s in filling.with_forged(form, v)]
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        yield "mutated", lambda form: [mutated(chance, form)]


def main() -> int:
    asked = argparse.ArgumentParser(prog="script/bench hostile", description=__doc__)
    asked.add_argument("--seconds", type=float, default=60, help="how long to make things up")
    asked.add_argument("--seed", type=int, default=1, help="the same seed makes up the same")
    chosen = asked.parse_args()
    import django

    django.setup()
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    setup_test_environment()
    made = setup_databases(verbosity=0, interactive=False)
    try:
        return run(chosen.seconds, chosen.seed)
    finally:
        teardown_databases(made, verbosity=0)


def run(seconds: float, seed: int) -> int:
    import logging

    from frankpledge.plan.models import Plan
    from frankpledge.record import checks
    from tests import universe
    from tests.hostile import trying

    logging.disable(logging.CRITICAL)
    universe.build_universe()
    world = universe.found()
    client = universe.signed_in(world.alice)
    draft = Plan.objects.get(partnership=world.marshwick, status="draft")
    forms = trying.every_form(client, world.marshwick, [world.plan, draft])
    counts: Counter[str] = Counter()
    faults = []
    for kind, made in rounds(seconds, random.Random(seed)):
        for name, form in forms:
            for sent in made(form):
                fault = fault_of(client, form, sent, kind)
                counts[kind] += 1
                if fault:
                    faults.append((kind, name, fault, {k: str(v)[:60] for k, v in sent.items()}))
    tried = trying.try_ids_of_others(client, forms, world.thornhay)
    for kind, count in counts.items():
        print(f"{kind:24} {count:7,}")
    print(f"{len(forms)} forms, {sum(counts.values()):,} sent, others' ids in {len(tried)} fields")
    broken = [fault for chain in checks.chains() for fault in checks.verify(chain)]
    for fault in [*faults[:20], *broken]:
        print("FAULT", fault)
    print(f"{len(faults)} faults, record {'broken' if broken else 'whole'}")
    return 1 if faults or broken else 0


def fault_of(client: Any, form: Any, sent: Any, kind: str) -> str:
    from tests.hostile import filling, trying

    try:
        status, gained, page = trying.send(client, form, sent)
    except Exception as wrong:  # each is one to be told of
        return f"{type(wrong).__name__}: {wrong}"[:200]
    if status not in trying.ANSWERED:
        return f"answered {status}"
    if status != 302 and gained:
        return f"answered {status} and kept {gained} lines"
    if kind in ("dates", "forged") and status == 302:
        return "took it"
    return "showed it raw" if any(harm in page for harm in filling.HARM) else ""


if __name__ == "__main__":
    sys.exit(main())
