"""A plan file in, bytes out: the same bytes each time."""

import json
from collections.abc import Callable
from typing import Any

from frankpledge.writing.errors import Unwritable
from frankpledge.writing.values import values
from frankpledge.writing.word import word
from frankpledge.writing.workbook import workbook

__all__ = ["FORMATS", "Unwritable", "write"]

PlanFile = dict[str, Any]


def _json(plan: PlanFile) -> bytes:
    return (json.dumps(plan, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


FORMATS: dict[str, Callable[[PlanFile], bytes]] = {
    "json": _json,
    "xlsx": workbook,
    "docx": word,
    "csv": values,
}


def write(plan: PlanFile, kind: str) -> bytes:
    if kind not in FORMATS:
        raise Unwritable(f"A plan is written as {', '.join(FORMATS)}, not as {kind}.")
    return FORMATS[kind](plan)
