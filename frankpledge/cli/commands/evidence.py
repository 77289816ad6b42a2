"""frankpledge evidence: files in, and what was loaded."""

import argparse
from pathlib import Path
from typing import Any

from frankpledge.cli import asking
from frankpledge.cli.meter import Meter
from frankpledge.cli.shape import Below, command, family, offer_json, print_json
from frankpledge.cli.start import refusable, start
from frankpledge.config.cannot import Cannot


def add(commands: Below) -> None:
    below = family(
        commands,
        "evidence",
        "What happened: the police's monthly files, and other counts.",
        example="evidence load 2021-04-hertfordshire-street.csv",
    )
    _add_load(below)
    asking.add(below)
    made = command(
        below,
        "loads",
        "What was loaded: when, by whom, which rows were set aside and why.",
        example="evidence loads 12",
        run=loads,
    )
    made.add_argument("number", nargs="?", type=int, help="tell everything of this load")
    offer_json(made)
    covers = command(
        below,
        "months",
        "Which months of which force are here, and which are missing.",
        example="evidence months --json",
        run=months,
    )
    offer_json(covers)
    back = command(
        below,
        "restore",
        "Asks questions of an earlier generation again.",
        example="evidence restore 11",
        run=restore,
    )
    back.add_argument("generation", type=int, help="its number, from frankpledge evidence loads")
    command(
        below,
        "clear",
        "Clears generations that are neither current, nor among the newest, nor of the last day.",
        example="evidence clear",
        run=clear,
    )


def _add_load(below: Below) -> None:
    made = command(
        below,
        "load",
        "Takes in street, outcomes and stop-and-search files; or a partnership's own counts.",
        example="evidence load 2026-09.zip",
        run=load,
    )
    made.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files, folders, zips")
    made.add_argument("--as", dest="dataset", metavar="NAME", help="what other counts are called")
    made.add_argument("--partnership", metavar="SLUG", help="whose counts they are")
    made.add_argument(
        "--columns",
        metavar="MAP",
        help="period=…,area=…,n=…[,measure=…]: the headings; remembered after the first time",
    )


def load(chosen: argparse.Namespace) -> int:
    start()
    from frankpledge.evidence import changes
    from frankpledge.record.lines import System

    by = System("The command line")
    if chosen.dataset:
        return _load_counts(chosen, by)
    if chosen.partnership or chosen.columns:
        raise Cannot("Say with --as what these counts are called.")
    with refusable(), Meter() as meter:
        made = changes.load_evidence(paths=chosen.paths, by=by, told=meter.told)
    _say(made)
    return 0


def _load_counts(chosen: argparse.Namespace, by: Any) -> int:
    from frankpledge.evidence import changes
    from frankpledge.partnership.queries import partnership_by_slug

    if len(chosen.paths) != 1 or not chosen.partnership:
        raise Cannot("Name one file, and with --partnership whose counts they are.")
    partnership = partnership_by_slug(chosen.partnership)
    if partnership is None:
        raise Cannot(f"There is no partnership called {chosen.partnership}.")
    with refusable():
        made = changes.load_counts(
            path=chosen.paths[0],
            dataset=chosen.dataset,
            partnership=partnership,
            columns=_columns(chosen.columns),
            by=by,
        )
    _say(made)
    return 0


def _columns(text: str | None) -> dict[str, str] | None:
    if not text:
        return None
    pairs = [each.partition("=") for each in text.split(",")]
    if not all(equals for _, equals, _ in pairs):
        raise Cannot("Write --columns as period=Month,area=Ward code,n=Cases.")
    return {ours.strip(): theirs.strip() for ours, _, theirs in pairs}


def _say(made: Any) -> None:
    for note in made.notes:
        print(note)
    for file in made.files.all():
        for reason in file.reasons:
            aside = "" if reason["is_taken"] else "set aside: "
            print(f"{file.name}: {_rows(reason['count'])} {aside}{reason['reason']}.")
            print(f"    such as: {reason['samples'][0]}")
        if file.note:
            print(f"{file.name}: {file.note}")
    aside = f", {made.set_aside:,} set aside" if made.set_aside else ""
    rate = made.taken / made.seconds if made.seconds else 0
    print(
        f"Load {made.pk}: {_rows(made.taken)} taken{aside}, in {made.seconds:.1f} seconds "
        f"({rate:,.0f} a second)."
    )


def _rows(count: int) -> str:
    return f"{count:,} row" if count == 1 else f"{count:,} rows"


def loads(chosen: argparse.Namespace) -> int:
    start()
    from frankpledge.evidence import queries

    if chosen.number is not None:
        return _one_load(chosen)
    found = [_told(each) for each in queries.loads()]
    if chosen.json:
        print_json(found)
        return 0
    for each in found:
        mark = " (current)" if each["current"] else ""
        print(
            f"{each['load']:>4}  {each['at'][:16].replace('T', ' ')}  {each['kind']:<8} "
            f"{_in_column(each['files'], 'file')} {each['taken']:>11,} rows "
            f"{each['set_aside']:>7,} aside  "
            f"generation {each['generation']}{mark}  {each['by']}"
        )
    if not found:
        print("Nothing has been loaded yet: frankpledge evidence load --help")
    return 0


def _told(load: Any) -> dict[str, Any]:
    from django.utils import timezone

    return {
        "load": load.pk,
        "kind": load.kind,
        "at": timezone.localtime(load.made_at).isoformat(timespec="seconds"),
        "by": load.made_by,
        "partnership": load.partnership.slug if load.partnership else None,
        "files": getattr(load, "file_count", None),
        "taken": load.taken,
        "set_aside": load.set_aside,
        "seconds": round(load.seconds, 2),
        "generation": load.generation_id,
        "current": load.generation.is_current,
        "cleared": load.generation.cleared_at is not None,
        "notes": load.notes,
    }


def _one_load(chosen: argparse.Namespace) -> int:
    from frankpledge.evidence import queries

    found = queries.load_by_number(None, chosen.number)
    if found is None:
        raise Cannot(f"There is no load {chosen.number}. frankpledge evidence loads lists them.")
    if chosen.json:
        names = ("name", "sha256", "size", "dataset", "force", "months", "rows", "taken")
        files = [
            {name: getattr(file, name) for name in (*names, "reasons", "note")}
            for file in queries.files_of(found)
        ]
        print_json({**_told(found), "files": files})
    else:
        for file in queries.files_of(found):
            print(f"{file.name}  {file.taken:,} of {file.rows:,} rows  sha256 {file.sha256[:16]}")
        _say(found)
    return 0


def months(chosen: argparse.Namespace) -> int:
    start()
    from frankpledge.evidence import queries
    from frankpledge.evidence.asking.scope import number_of, spans

    with refusable():
        found = queries.coverage()
    if chosen.json:
        print_json([_covered(each) for each in found])
        return 0
    for each in found:
        rows = sum(month.rows for month in each.months)
        span = f"{each.months[0].month:%Y-%m} to {each.months[-1].month:%Y-%m}"
        count = _in_column(len(each.months), "month")
        print(f"{each.dataset:<9} {each.force:<24} {span}  {count} {rows:>11,} rows")
        if each.missing:
            print(f"    missing: {spans(map(number_of, each.missing))}")
    if not found:
        print("Nothing has been loaded yet: frankpledge evidence load --help")
    return 0


def _covered(each: Any) -> dict[str, Any]:
    return {
        "dataset": each.dataset,
        "force": each.force,
        "force_name": each.force_name,
        "months": [
            {"month": f"{month.month:%Y-%m}", "rows": month.rows, "unplaced": month.unplaced}
            for month in each.months
        ],
        "missing": [f"{month:%Y-%m}" for month in each.missing],
    }


def restore(chosen: argparse.Namespace) -> int:
    start()
    from frankpledge.evidence import changes, queries
    from frankpledge.record.lines import System

    found = queries.generation_by_number(chosen.generation)
    if found is None:
        raise Cannot(
            f"There is no generation {chosen.generation}. frankpledge evidence loads names them."
        )
    with refusable():
        changes.restore(generation=found, by=System("The command line"))
    print(f"Questions are asked of generation {found.pk} again.")
    return 0


def clear(chosen: argparse.Namespace) -> int:
    start()
    from frankpledge.evidence import changes
    from frankpledge.record.lines import System

    with refusable():
        old, left = changes.clear(by=System("The command line"))
    print(f"Cleared {old} old generations and {left} folders that failed loads had left.")
    return 0


def _in_column(n: int, what: str) -> str:
    """1 file, 12 files: of one width."""
    return f"{n:>5} {what}{' ' if n == 1 else 's'}"
