"""A face gathers from queries and sends to changes: it has no way of its own to the database."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "frankpledge"
FACES = ("desk", "public", "replying")
MANAGERS = {"objects", "_default_manager", "_base_manager", "cursor"}
WRITES = {"save", "delete", "create", "bulk_create", "bulk_update", "get_or_create"}
# What a face may send by: the changes themselves, and the form whose page sends one.
SENDERS = {"changes", "editing"}


def reaches(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS:
            yield f"line {node.lineno}: .{node.attr}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            sent = isinstance(owner, ast.Name) and owner.id in SENDERS
            if node.func.attr in WRITES and not sent:
                yield f"line {node.lineno}: .{node.func.attr}()"


@pytest.mark.parametrize(
    "module",
    [path for face in FACES for path in sorted((ROOT / face).rglob("*.py"))],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_a_face_reaches_the_database_only_through_queries_and_changes(module: Path) -> None:
    assert list(reaches(module.read_text())) == []


@pytest.mark.parametrize(
    "line",
    ["Action.objects.get(pk=pk)", "action.save()", "type(a)._default_manager.all()"],
)
def test_the_lint_sees_what_it_looks_for(line: str) -> None:
    assert list(reaches(line))


def test_the_lint_lets_changes_pass() -> None:
    assert not list(reaches("changes.say(of=outcome)\noutcome.targets.all()"))
