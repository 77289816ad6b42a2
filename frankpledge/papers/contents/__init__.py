"""The papers. Each module here that says PAPER is one: to add a paper is to add a module."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from frankpledge.papers.contents.kinds import Kind

ORDER = ("board", "policing", "scrutiny", "table", "plan", "summary", "year-end", "annex")


@cache
def papers() -> dict[str, Kind]:
    found = {}
    for module in iter_modules(__path__):
        paper = getattr(import_module(f"{__name__}.{module.name}"), "PAPER", None)
        if isinstance(paper, Kind):
            found[paper.key] = paper
    return dict(sorted(found.items(), key=lambda item: _place(item[0])))


def _place(key: str) -> tuple[int, str]:
    return ORDER.index(key) if key in ORDER else len(ORDER), key
