"""What the reading tests share."""

from pathlib import Path
from typing import Any

from frankpledge.reading import read

PlanFile = dict[str, Any]


def seed(shared: Path, number: str) -> Path:
    return next((shared / "seeds").glob(f"{number}_*.txt"))


def plan_of(shared: Path, number: str) -> PlanFile:
    return read(seed(shared, number).read_bytes(), f"{number}.txt")


def by_ref(plan: PlanFile, ref: str) -> dict[str, Any]:
    return next(action for action in plan["actions"] if action["ref"] == ref)


def starting(plan: PlanFile, words: str) -> dict[str, Any]:
    return next(action for action in plan["actions"] if action["action"].startswith(words))


def tab(*rows: str) -> bytes:
    """Rows of a text table, a cell between bars."""
    return "\n".join(row.replace("|", "\t") for row in rows).encode()
