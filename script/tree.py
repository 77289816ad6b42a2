"""Looks at what is kept in the tree and what is installed: sizes, locks, definitions, licences."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

import yaml

MOST = 40 * 1024
# Ours is MIT: these may be used beside it, unchanged.
FITTING = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Zlib|Unlicense|0BSD|CNRI"
    r"|MPL[- ]?2|Mozilla Public License 2|OFL|LGPL|Lesser General|HPND|PostgreSQL"
    r"|CC0|Public Domain",
    re.IGNORECASE,
)
# Read by a person: the licence is in the package or its repository, though not in its metadata.
READ = {
    "axe-playwright-python": "MIT; axe-core inside is MPL-2.0",
    "frankpledge": "MIT",
    "sqlparse": "BSD",
}


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    return [path for name in listed.split("\0") if name and (path := Path(name)).is_file()]


def too_large(paths: list[Path]) -> Iterator[str]:
    for path in paths:
        definition = path.suffix in {".py", ".yaml", ".yml", ".json"}
        if definition and path.name != "package-lock.json" and path.stat().st_size > MOST:
            yield f"{path} is over 40 KB: part it."


def unreadable(paths: list[Path]) -> Iterator[str]:
    for path in paths:
        try:
            if path.suffix in {".yaml", ".yml"}:
                yaml.safe_load(path.read_text())
            elif path.suffix == ".json":
                json.loads(path.read_text())
        except ValueError as error:
            yield f"{path} cannot be read: {error}"


def addresses_in_locks(paths: list[Path]) -> Iterator[str]:
    locks = [path for path in paths if path.parent.name == "requirements"]
    for path in [*locks, Path("package-lock.json")]:
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if "://" in line or line.startswith(
                ("-i ", "-f ", "--index", "--extra-index", "--find")
            ):
                yield f"{path}:{number} holds an address: {line.strip()}"


def without_hash(paths: list[Path]) -> Iterator[str]:
    for path in (path for path in paths if path.parent.name == "requirements"):
        pins = re.findall(r"^[a-zA-Z0-9].*?==.*?(?=^[a-zA-Z0-9]|\Z)", path.read_text(), re.M | re.S)
        yield from (f"{path}: {pin.split()[0]} has no hash" for pin in pins if "sha256:" not in pin)
        if not pins:
            yield f"{path} is empty: run script/lock"


def licence(package: Distribution) -> str:
    told = package.metadata
    classifiers = [line for line in told.get_all("Classifier", []) if line.startswith("License")]
    short = (told.get("License") or "").splitlines()[:1]
    return " ".join([told.get("License-Expression") or "", *short, *classifiers])


def unfitting() -> Iterator[str]:
    for package in distributions():
        name = package.metadata["Name"]
        if name.lower() not in READ and not FITTING.search(licence(package)):
            yield f"{name}: its licence ({licence(package).strip() or 'none told'}) was not read"


def main() -> int:
    paths = tracked()
    checks = [too_large, unreadable, addresses_in_locks, without_hash]
    faults = [fault for check in checks for fault in check(paths)] + list(unfitting())
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
