"""What is kept in the tree: locked, hashed, without addresses, under licences that fit."""

import subprocess
import sys

from tests.tooling.run import ROOT

sys.path.insert(0, str(ROOT / "script"))
import tree


def test_locks_hold_hashes_and_no_addresses() -> None:
    paths = [path for path in tree.tracked() if path.parent.name == "requirements"]
    assert {path.name for path in paths} >= {"base.txt", "dev.txt", "postgres.txt", "setup.txt"}
    assert list(tree.addresses_in_locks(paths)) == []
    assert list(tree.without_hash(paths)) == []


def test_every_package_has_a_licence_that_fits() -> None:
    assert list(tree.unfitting()) == []


def test_every_dependency_says_why_it_is_there() -> None:
    lines = (ROOT / "pyproject.toml").read_text().splitlines()
    start = lines.index("dependencies = [")
    listed = lines[start + 1 : lines.index("]", start)]
    pairs = list(zip(listed[::2], listed[1::2], strict=True))
    assert pairs
    for why, what in pairs:
        assert why.strip().startswith("# "), what
        assert what.strip().startswith('"'), what


def test_scripts_are_run_by_name() -> None:
    for name in ["setup", "demo", "serve", "test", "check", "bench", "lock"]:
        ended = subprocess.run(["bash", "-n", ROOT / "script" / name], check=False)
        assert ended.returncode == 0
        assert (ROOT / "script" / name).stat().st_mode & 0o111
