"""Reads many thousands of broken documents: each is read, or refused in a sentence.

script/bench reading_fuzz [HOW MANY] [FIRST SEED]
"""

import copy
import io
import json
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
BATCH = 500
SLOW = 5.0
ODD = (b"\0", b"\xff\xfe", b"<", b"&", b"\t", b"|", b"1.", b"As above", b"\n\n", b"9999999", b"%")
VALUES = ("", "0", "-1", "7", "1000000", "99999999999999", "A1:ZZ9999999", "red", "r1", "restart")
TEXTS = ("", "As above", "1. 2. 3.", "Lead", "Action", "100%", "\u0661\u0662", "x" * 5000, "\u00b2")


def mutated(data: bytes, chance: random.Random) -> bytes:
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _repacked(data, chance)
    if data.startswith(b"{") and chance.random() < 0.8:
        return _retold(data, chance)
    return _bytes(data, chance)


def _retold(data: bytes, chance: random.Random) -> bytes:
    """Entries of a plan file are lost, doubled, moved and become something else: still JSON."""
    told = json.loads(data)
    for _ in range(chance.randint(1, 6)):
        holders = list(_holders(told))
        holder = chance.choice(holders)
        place = chance.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
        kind = chance.randrange(4)
        if kind == 0:
            del holder[place]
        elif kind == 1 and isinstance(holder, list):
            holder.insert(place, copy.deepcopy(holder[place]))
        elif kind == 2:
            holder[place] = copy.deepcopy(chance.choice(holders))
        else:
            holder[place] = chance.choice((*VALUES, *TEXTS, None, True, -1, 10**30, 0.5, [], {}))
    return json.dumps(told).encode()


def _holders(told: object) -> Iterator[Any]:
    inside = told.values() if isinstance(told, dict) else told if isinstance(told, list) else ()
    if inside:
        yield told
    for each in inside:
        yield from _holders(each)


def _repacked(data: bytes, chance: random.Random) -> bytes:
    """The parts are broken, the packing is whole: so the breaks reach the readers."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(held, "w") as target:
        names = source.namelist()
        chosen = {chance.choice(names), chance.choice(names)}
        likely = ("document.xml", "sheet1.xml", "content.xml", "sharedStrings.xml", "styles.xml")
        chosen |= {name for name in names if name.endswith(likely) and chance.random() < 0.5}
        for name in names:
            part = source.read(name)
            if name in chosen:
                part = _markup(part, chance) if chance.random() < 0.7 else _bytes(part, chance)
            if chance.random() < 0.99:
                target.writestr(name, part)
    return held.getvalue()


def _markup(data: bytes, chance: random.Random) -> bytes:
    """Whole elements are lost, doubled, moved, nested; numbers change: still well-formed."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return _bytes(data, chance)
    for _ in range(chance.randint(1, 10)):
        each = chance.choice(list(root.iter()))
        parent = each.getparent()
        kind = chance.randrange(6)
        if kind == 0 and parent is not None:
            parent.remove(each)
        elif kind == 1 and parent is not None:
            parent.extend([copy.deepcopy(each) for _ in range(chance.randint(1, 5))])
        elif kind == 2:
            inside = chance.choice(list(root.iter()))
            inside.append(copy.deepcopy(each))
        elif kind == 3 and each.attrib:
            each.attrib[chance.choice(list(each.attrib))] = chance.choice(VALUES)
        elif kind == 4:
            each.text = chance.choice(TEXTS)
        else:
            each.clear()
    return bytes(etree.tostring(root))


def _bytes(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(made) + 1)
        kind = chance.randrange(6)
        if kind == 0 and made:
            made[at % len(made)] = chance.randrange(256)
        elif kind == 1:
            del made[at : at + chance.randint(1, 200)]
        elif kind == 2:
            made[at:at] = made[at : at + chance.randint(1, 400)] * chance.randint(1, 4)
        elif kind == 3:
            made[at:at] = chance.choice(ODD) * chance.randint(1, 20)
        elif kind == 4 and chance.random() < 0.2:
            del made[at:]
        else:
            there = chance.randrange(len(made) + 1)
            piece = made[at : at + 60]
            made[there:there] = piece
    return bytes(made)


def sources() -> list[tuple[str, bytes]]:
    from tests.reading import documents

    made = [make() for make in documents.ALL.values()]
    found = [(each.name, each.data) for each in made]
    found += [(f"ours.{kind}", ours) for kind, ours in _written(made[0].data, made[0].name)]
    shared = ROOT.parent / "shared" / "seeds"
    return found + [(each.name, each.read_bytes()) for each in sorted(shared.glob("00*.txt"))]


def _written(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """A plan as we write it, which is read by rules of its own."""
    from frankpledge.reading import read
    from frankpledge.writing import write

    plan = read(data, name)
    yield from ((kind, write(plan, kind)) for kind in ("json", "docx", "xlsx", "csv"))


def batch(seed: int, count: int) -> None:
    """In a process of its own: one line for each fault, and one for where it stands."""
    from frankpledge.reading import Unreadable, read
    from frankpledge.reading.planfile import is_json
    from frankpledge.reading.reader import blocks_of

    files = sources()
    for number in range(seed, seed + count):
        chance = random.Random(number)
        name, data = files[number % len(files)]
        broken = mutated(data, chance)
        print(json.dumps({"at": number}), flush=True)
        start = time.perf_counter()
        try:
            plan = read(broken, name)
            if not is_json(broken, name) and _lost(blocks_of(broken, name), plan):
                print(json.dumps({"seed": number, "name": name, "fault": "lost words"}), flush=True)
        except Unreadable:
            pass
        except Exception as error:
            fault = f"{type(error).__name__}: {error}"
            print(json.dumps({"seed": number, "name": name, "fault": fault[:200]}), flush=True)
        taken = time.perf_counter() - start
        if taken > SLOW:
            fault = f"took {taken:.1f} s"
            print(json.dumps({"seed": number, "name": name, "fault": fault}), flush=True)


def _lost(document: Any, plan: dict[str, Any]) -> bool:
    from frankpledge.reading.own.document import is_own
    from frankpledge.reading.understanding.accounts import lost, of_plan

    if not is_own(document):
        return bool(lost(document, plan))
    rows = [row for each in document.blocks for row in getattr(each, "rows", [])]
    return not of_plan(plan) and bool(rows)


def run(seed: int) -> list[dict[str, object]]:
    command = [sys.executable, __file__, "--batch", str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    faults = [line for line in lines if "fault" in line]
    if done.returncode:
        at = lines[-1].get("at", lines[-1].get("seed")) if lines else seed
        fault = f"the process ended with {done.returncode} {done.stderr[-300:]}"
        faults.append({"seed": at, "name": "", "fault": fault})
    return faults


def main() -> int:
    if sys.argv[1:2] == ["--batch"]:
        batch(int(sys.argv[2]), BATCH)
        return 0
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    start = time.perf_counter()
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(run, range(first, first + count, BATCH)))
    faults = [fault for found in results for fault in found]
    for fault in faults[:40]:
        print(f"{fault['seed']}  {fault['name']}  {fault['fault']}")
    taken = time.perf_counter() - start
    print(f"{count} broken documents, {len(faults)} faults, {taken:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
