"""The indicators that come with the product: one file a family, checked before each release."""

import datetime
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from frankpledge.judging.indicators import Indicator, faults_of, made


@cache
def library() -> Mapping[str, Indicator]:
    """By key, in the order of the files."""
    return {one.key: one for _, one in read_all()}


def read_all() -> Iterator[tuple[str, Indicator]]:
    for path in sorted(files(__package__).iterdir(), key=lambda each: each.name):
        if path.name.endswith(".yaml"):
            yield from read_file(path.name, path.read_text(encoding="utf-8"))


def read_file(name: str, text: str) -> Iterator[tuple[str, Indicator]]:
    """What a family shares stands once, under `all`."""
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    said = yaml.load(text, Loader=loader)  # noqa: S506 (safe ones)
    shared = said.get("all", {})
    for each in said["indicators"]:
        yield name, made({**shared, **each})


def faults(today: datetime.date | None = None) -> list[str]:
    """Of every file, in sentences; with a day, also what is overdue for review."""
    found, seen = [], set[str]()
    for name, one in read_all():
        found += [f"{name}: {one.key}: {fault}." for fault in faults_of(one)]
        if one.key in seen:
            found.append(f"{name}: {one.key}: there is another of this key.")
        if today and one.is_due(today):
            found.append(f"{name}: {one.key}: its review was due on {one.next_review}.")
        seen.add(one.key)
    return found
