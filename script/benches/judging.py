"""Judging 15,000 outcomes over 350 partnerships, one plan of 60, and what the odds are worth.

script/bench judging [FOLDER]   FOLDER holds months of police.uk files, in folders of their own,
for the reliability of the odds on real series; without it only series made up are asked.
"""

import argparse
import csv
import datetime
import importlib.util
import os
import resource
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
PARTNERSHIPS, OUTCOMES, DISTRICTS, MONTHS = 350, 43, 20, 54
FIRST = 2022 * 12 + 3
STARTS, ENDS = datetime.date(2025, 4, 1), datetime.date(2028, 3, 31)
AS_AT = datetime.date(2026, 10, 20)
TYPES = {
    "shoplifting": "Shoplifting",
    "asb": "Anti-social behaviour",
    "burglary": "Burglary",
    "vehicle-crime": "Vehicle crime",
    "robbery": "Robbery",
    "criminal-damage": "Criminal damage and arson",
    "public-order": "Public order",
    "bicycle-theft": "Bicycle theft",
    "drugs": "Drugs",
    "other-theft": "Other theft",
    "theft-from-person": "Theft from the person",
    "violence": "Violence and sexual offences",
    "weapons": "Possession of weapons",
}


def start(home: Path) -> None:
    os.environ.update(
        FRANKPLEDGE_HOME=str(home), DJANGO_SETTINGS_MODULE="frankpledge.config.settings"
    )
    import django

    django.setup()


def build(home: Path) -> None:
    start(home)
    from django.core.management import call_command

    from frankpledge.evidence import changes
    from frankpledge.record.lines import System

    call_command("migrate", verbosity=0)
    by = System("The bench")
    changes.load_areas(paths=areas(home), by=by)
    changes.load_evidence(paths=[crimes(home / "files")], by=by)
    plans()


def codes(district: int) -> tuple[str, list[str]]:
    return f"E0700{district:04d}", [f"E0101{district:02d}{at:02d}" for at in range(2)]


def areas(folder: Path) -> list[Path]:
    lsoas = ["LSOA21CD,LSOA21NM,WD25CD,WD25NM,LADCD,LADNM,census2021_usual_residents"]
    uppers = ["LAD25CD,LAD25NM,UTLA25CD,UTLA25NM"]
    for district in range(DISTRICTS):
        code, parts = codes(district)
        uppers.append(f"{code},District {district},E10000001,The county")
        for at, lsoa in enumerate(parts):
            ward = f"E05{district:04d}{at:02d}"
            lsoas.append(
                f"{lsoa},District {district} 00{at + 1}A,{ward},Ward {district}-{at},{code},"
                f"District {district},50000"
            )
    made = []
    for name, lines in (("wards.csv", lsoas), ("counties.csv", uppers)):
        path = folder / name
        path.write_text("\n".join([*lines, ""]))
        made.append(path)
    return made


HEADS = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
    "Crime type,Last outcome category,Context"
)


def crimes(folder: Path) -> Path:
    folder.mkdir()
    draw = np.random.default_rng(5)
    level = np.exp(draw.uniform(np.log(3), np.log(80), (DISTRICTS, len(TYPES))))
    for at in range(MONTHS):
        month = f"{(FIRST + at) // 12}-{(FIRST + at) % 12 + 1:02d}"
        season = 1 + 0.15 * np.cos(2 * np.pi * (FIRST + at - 6) / 12)
        counts = draw.poisson(level * season)
        with (folder / f"{month}-county-street.csv").open("w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(HEADS.split(","))
            for district in range(DISTRICTS):
                _, parts = codes(district)
                for kind, many in zip(TYPES.values(), counts[district], strict=True):
                    for n in range(many):
                        lsoa = parts[n % 2]
                        name = f"District {district} 00{n % 2 + 1}A"
                        rows.writerow(
                            [
                                "",
                                month,
                                "County Police",
                                "County Police",
                                "-1.0",
                                "52.0",
                                "On or near Mill Lane",
                                lsoa,
                                name,
                                kind,
                                "",
                                "",
                            ]
                        )
    return folder


def plans() -> None:
    from frankpledge.partnership.models import Area, Partnership
    from frankpledge.plan.models import Plan

    for at in range(PARTNERSHIPS):
        partnership = Partnership.objects.create(slug=f"place-{at}", name=f"Safer Place {at}")
        partnership.areas.add(Area.objects.get(code=codes(at % DISTRICTS)[0]))
        plan = Plan.objects.create(
            partnership=partnership,
            title="The plan",
            starts=STARTS,
            ends=ENDS,
            status="adopted",
            adopted_on=STARTS,
            adopted_by="The board",
        )
        fill(plan, OUTCOMES)
    sixty = Partnership.objects.create(slug="sixty", name="Safer Sixty")
    sixty.areas.add(Area.objects.get(code=codes(0)[0]))
    plan = Plan.objects.create(
        partnership=sixty,
        title="The plan of sixty",
        starts=STARTS,
        ends=ENDS,
        status="adopted",
        adopted_on=STARTS,
        adopted_by="The board",
    )
    fill(plan, 60)


def fill(plan: Any, many: int) -> None:
    from frankpledge.judging.models import Meaning
    from frankpledge.plan.models import Action, Outcome, Standing, Target

    action = Action.objects.create(plan=plan, ref="1.1", words="A promise")
    outcomes = Outcome.objects.bulk_create(
        Outcome(action=action, number=at + 1, words=f"Outcome {at}", order=at, state="in-progress")
        for at in range(many)
    )
    targets, meanings, standings = [], [], []
    for at, outcome in enumerate(outcomes):
        target = _target(outcome, at)
        targets.append(target)
        if at % 4 < 3:
            meanings.append(_meaning(outcome, target, at))
        else:
            standings += _standings(outcome)
    Target.objects.bulk_create(targets)
    Meaning.objects.bulk_create(meanings)
    Standing.objects.bulk_create(standings)


def _target(outcome: Any, at: int) -> Any:
    from frankpledge.plan.models import Target

    given: dict[str, Any] = {"outcome": outcome, "printed": f"Target {at}"}
    if at % 4 == 3:
        return Target(**given, kind="count-at-least", number=20, counts="patrols", per="quarter")
    if at % 4 == 2:
        return Target(**given, kind="rate-ceiling", number=2, of="1,000 people", per="year")
    per = "quarter" if at % 4 else "year"
    return Target(
        **given,
        kind="change",
        number=5,
        is_percent=True,
        direction="down",
        per=per,
        comparator="year-before",
    )


def _meaning(outcome: Any, target: Any, at: int) -> Any:
    from frankpledge.judging.models import Meaning

    return Meaning(
        outcome=outcome,
        printed=target.printed,
        indicator=list(TYPES)[at % len(TYPES)],
        decided_by="The bench",
        decided_on=STARTS,
    )


def _standings(outcome: Any) -> list[Any]:
    from frankpledge.plan.models import Standing

    return [
        Standing(
            outcome=outcome,
            state="in-progress",
            said_on=datetime.date(2025 + at // 4, 3 * (at % 4) + 3, 28),
            said_by="A lead",
            figure=Decimal(18 + at),
            period=datetime.date(2025 + at // 4, 3 * (at % 4) + 1, 1),
        )
        for at in range(1, 6)
    ]


def judge(home: Path) -> bool:
    start(home)
    from frankpledge.judging.queries import judge_plan
    from frankpledge.plan.models import Plan

    judge_plan(Plan.objects.get(partnership__slug="place-0"), AS_AT)  # libraries are fetched
    sixty = Plan.objects.select_related("partnership").get(partnership__slug="sixty")
    began = time.perf_counter()
    found = judge_plan(sixty, AS_AT)
    one = time.perf_counter() - began
    print(f"one plan of {len(found.outcomes)} outcomes judged in {one:.2f} s (at most 1.5)")
    rows = list(Plan.objects.select_related("partnership").exclude(pk=sixty.pk).order_by("pk")[1:])
    tenth, whole, verdicts = 0.0, 0, dict[str, int]()
    began, worked = time.perf_counter(), time.process_time()
    for at, plan in enumerate(rows, start=1):
        made = judge_plan(plan, AS_AT)
        whole += len(made.outcomes)
        for each in made.outcomes.values():
            verdicts[each.judgement.verdict] = verdicts.get(each.judgement.verdict, 0) + 1
        if at == len(rows) // 10:
            tenth = time.process_time() - worked
    taken, work = time.perf_counter() - began, time.process_time() - worked
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{whole:,} outcomes over {len(rows)} partnerships in {taken:.1f} s (at most 60)")
    # Growth is told by the work and not by the clock, which others on the machine move.
    print(f"of which this process worked {work:.1f} s")
    print(
        f"the first tenth of them was {tenth:.1f} s of work: ten times that is {10 * tenth:.1f} s"
    )
    print(f"most memory: {memory:.0f} MB (at most 1024)")
    print("verdicts:", ", ".join(f"{name} {many}" for name, many in sorted(verdicts.items())))
    return one <= 1.5 and taken <= 60 and memory <= 1024 and work <= 15 * tenth


def worth(folder: Path | None) -> bool:
    """The reliability of the odds and what news costs: measured by the bench of the odds."""
    spec = importlib.util.spec_from_file_location("bench_odds", Path(__file__).parent / "odds.py")
    if spec is None or spec.loader is None:
        return False
    odds: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(odds)
    return bool(odds.alarms()) and bool(odds.calibration(folder))


def main() -> int:
    given = argparse.ArgumentParser(description="Measures judging.")
    given.add_argument("folder", nargs="?", type=Path)
    given.add_argument("--only-speed", action="store_true", help="without what the odds are worth")
    given.add_argument("--judge", type=Path, help=argparse.SUPPRESS)
    chosen = given.parse_args()
    if chosen.judge:
        return int(not judge(chosen.judge))
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        began = time.perf_counter()
        build(home)
        print(f"{PARTNERSHIPS} partnerships made in {time.perf_counter() - began:.0f} s")
        again = [sys.executable, __file__, "--judge", str(home)]
        good = subprocess.run(again, check=False).returncode == 0
    if not chosen.only_speed:
        good = worth(chosen.folder) and good
    print("\nAll of it holds." if good else "\nSomething promised does not hold.")
    return int(not good)


if __name__ == "__main__":
    raise SystemExit(main())
