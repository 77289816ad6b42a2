"""Sixty actions over forty pages read alike from every format."""

import pytest

from frankpledge.reading import read
from tests.reading.large import large_plans, plan

NAMES = ["large.docx", "large.xlsx", "large.pdf", "large.txt"]


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    return large_plans()


@pytest.mark.parametrize("name", NAMES)
def test_each_format_gives_the_plan_back(written: dict[str, bytes], name: str) -> None:
    found = read(written[name], name)
    rows = [row for _, rows in plan() for row in rows]
    assert [action["ref"] for action in found["actions"]] == [row[0] for row in rows]
    assert [action["action"] for action in found["actions"]] == [row[1] for row in rows]
    assert [action["update"]["text"] for action in found["actions"]] == [row[5] for row in rows]
    assert {len(action["outcomes"]) for action in found["actions"]} == {2}
    assert {action["status"]["state"] for action in found["actions"]} == {"complete"}
    assert len(found["priorities"]) == 4
    assert found["unplaced"] == []
