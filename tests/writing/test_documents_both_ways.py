"""Every document that the tests read goes out in each format and comes back."""

from typing import Any

import pytest

from frankpledge.reading import read
from frankpledge.writing import write
from frankpledge.writing.layout import clean, passages_of
from tests.reading import documents
from tests.reading.kit import seed
from tests.writing.test_both_ways import TABLES, agree

Plan = dict[str, Any]
NAMES = [*documents.ALL, "000", "001", "002", "003", "004"]


@pytest.fixture
def plan(request: pytest.FixtureRequest) -> Plan:
    name = request.param
    if name in documents.ALL:
        written = documents.ALL[name]()
        return read(written.data, written.name)
    return read(seed(request.getfixturevalue("shared"), name).read_bytes(), f"{name}.txt")


@pytest.mark.parametrize("plan", NAMES, indirect=True)
def test_each_format_brings_back_what_it_can_hold(plan: Plan) -> None:
    assert read(write(plan, "json"), "plan.json") == plan
    for kind in TABLES:
        back = read(write(plan, kind), f"plan.{kind}")
        agree(back, plan)
        if kind != "csv":
            assert passages_of(back) == passages_of(plan)
            assert figures(back) == figures(plan)
        if kind == "docx":
            assert beside(back) == beside(plan)


def figures(plan: Plan) -> list[Any]:
    return [
        (
            clean(table["title"]),
            [list(map(clean, row)) for row in (table["columns"], *table["rows"])],
        )
        for table in plan["figures"]
    ]


def beside(plan: Plan) -> list[Any]:
    """Who leads a priority and how it is measured, which only Word has room for."""
    return [(each["lead"], list(map(clean, each["indicators"]))) for each in plan["priorities"]]
