"""SQL kept in files. Values go in as literals: COPY and CREATE VIEW take no parameters."""

from functools import cache
from pathlib import Path
from string import Template


@cache
def _template(path: Path) -> Template:
    return Template(path.read_text(encoding="utf-8"))


def filled(folder: Path, name: str, **values: str) -> str:
    return _template(folder / f"{name}.sql").substitute(values)


def literal(value: object) -> str:
    return "'" + str(value).replace("'", "''") + "'"
