"""frankpledge read: what is understood of a plan in a document."""

import argparse
import sys
from pathlib import Path
from typing import Any

from frankpledge.cli.shape import Below, command, offer_json, print_json
from frankpledge.config.cannot import Cannot

Results = list[tuple[Path, dict[str, Any]]]
WIDTHS = {"ref": 6, "under": 8, "action": 44, "lead": 24, "timescale": 20, "outcomes": 8}


def add(commands: Below) -> None:
    made = command(
        commands,
        "read",
        "Reads a plan from a document (.docx .xlsx .pdf .odt .html .csv .txt .json) or a folder.",
        example='read "Action plan 2026-27.docx" --table',
        run=run,
    )
    made.add_argument("file", type=Path, metavar="FILE", help="the document, or a folder")
    made.add_argument("--table", action="store_true", help="print the actions as a table")
    offer_json(made)


def run(chosen: argparse.Namespace) -> int:
    folder = chosen.file.is_dir()
    results, failed = _read(_files(chosen.file))
    if chosen.json and folder:
        print_json([{"file": path.name, "plan": plan} for path, plan in results])
    elif chosen.json:
        for _, plan in results:
            print_json(plan)
    else:
        for path, plan in results:
            print("\n".join(_table(plan) if chosen.table else _summary(path, plan)))
    return 2 if failed else 0


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(each for each in path.iterdir() if each.is_file() and each.name[0] != ".")
    if not files:
        raise Cannot(f"{path} holds no documents.")
    return files


def _read(files: list[Path]) -> tuple[Results, bool]:
    from frankpledge.reading.errors import Unreadable
    from frankpledge.reading.limited import read_file

    results: Results = []
    failed = False
    for path in files:
        try:
            results.append((path, read_file(path)))
        except Unreadable as error:
            print(f"{path.name} {error}.", file=sys.stderr)
            failed = True
    return results, failed


def _summary(path: Path, plan: dict[str, Any]) -> list[str]:
    lines = [f"{path.name}: {plan['title'] or 'no title'}"]
    if plan["partnership"]:
        lines.append(f"  Partnership: {plan['partnership']}")
    if plan["period"]:
        lines.append(f"  Period: {plan['period']['start']} to {plan['period']['end']}")
    outcomes = sum(len(action["outcomes"]) for action in plan["actions"])
    counts = [("Priorities", len(plan["priorities"])), ("Actions", len(plan["actions"]))]
    counts += [("Outcomes", outcomes), ("Tables of figures", len(plan["figures"]))]
    lines += [f"  {name}: {count}" for name, count in counts]
    findings = list(plan["findings"])
    for table in plan["figures"]:
        findings += table["findings"]
    lines += [f"  {finding['message']}" for finding in findings]
    if plan["unplaced"]:
        lines.append(f"  Pieces without a place: {len(plan['unplaced'])}")
    return lines


def _table(plan: dict[str, Any]) -> list[str]:
    rows = [{name: name for name in WIDTHS}]
    rows += [
        {
            "ref": action["ref"] or "",
            "under": " ".join(action["priorities"]),
            "action": action["action"],
            "lead": action["lead"] or "",
            "timescale": action["timescale"] or "",
            "outcomes": str(len(action["outcomes"])),
        }
        for action in plan["actions"]
    ]
    return ["  ".join(_cut(row[name], width) for name, width in WIDTHS.items()) for row in rows]


def _cut(text: str, width: int) -> str:
    short = text if len(text) <= width else f"{text[: width - 1]}\N{HORIZONTAL ELLIPSIS}"
    return short.ljust(width)
