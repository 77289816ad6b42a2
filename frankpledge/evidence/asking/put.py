"""A question from its file, put to the engine with only the values that it names."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from frankpledge.evidence.engines.engine import Engine, Rows

SQL = Path(__file__).parents[1] / "sql"
# What does not change while a generation lasts, and every answer asks for again. What one
# partnership counts is not among it: this is remembered for all.
STILL = frozenset({"called", "coverage", "forces", "members", "names", "placing", "sizes", "types"})
MOST_HELD = 200
_held: dict[tuple[object, ...], Rows] = {}


@cache
def text(name: str) -> str:
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


def put(asked: Engine, name: str, values: Mapping[str, object] | None = None, **parts: str) -> Rows:
    """Parts are names of columns and conditions of our own; what people type goes in as values."""
    sql = text(name).format(**parts)
    named = set(re.findall(r"\$(\w+)", sql))
    given = {key: each for key, each in (values or {}).items() if key in named}
    if name not in STILL or asked.generation is None:
        return asked.ask(sql, given)
    key = (type(asked), asked.generation.folder, sql, *sorted(given.items()))
    found = _held.get(key)
    if found is None:
        found = asked.ask(sql, given)
        while len(_held) >= MOST_HELD:
            _held.pop(next(iter(_held)), None)
        _held[key] = found
    return found
