"""A plan that is written and read again is the same plan, in every format."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings

from frankpledge.reading import read
from frankpledge.writing import write
from frankpledge.writing.layout import opening_of, rows_of
from tests.writing import plans

Plan = dict[str, Any]
TABLES = ("xlsx", "docx", "csv")
MANY = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
FEWER = settings(MANY, max_examples=12)


def rows(plan: Plan) -> list[Any]:
    """Every promise under each of its priorities, field by field, as a reader of it sees it.

    A promise under several priorities comes where it first stands, so the order is left out.
    """
    titles = {each["id"]: (each["ref"], each["title"]) for each in plan["priorities"]}
    found = [
        (
            titles[row.priority["id"]] if row.priority else None,
            {name: [line.text for line in lines] for name, lines in row.cells.items()},
            row.colour,
            row.struck,
        )
        for row in rows_of(plan)
    ]
    return sorted(found, key=repr)


def tree(plan: Plan) -> list[Any]:
    titles = {each["id"]: each["title"] for each in plan["priorities"]}
    return [(each["ref"], each["title"], titles.get(each["parent"])) for each in plan["priorities"]]


def same(plan: Plan, kind: str) -> None:
    agree(read(write(plan, kind), f"plan.{kind}"), plan)


def agree(back: Plan, plan: Plan) -> None:
    assert tree(back) == tree(plan)
    assert rows(back) == rows(plan)
    assert opening_of(back) == opening_of(plan)
    assert shared(back) == shared(plan)


def shared(plan: Plan) -> list[int]:
    """Under how many priorities each promise stands: it is one promise there and here."""
    return sorted(len(each["priorities"]) for each in plan["actions"])


@MANY
@given(plans.plan())
def test_values_come_back(plan: Plan) -> None:
    same(plan, "csv")


@FEWER
@given(plans.plan())
def test_a_workbook_comes_back(plan: Plan) -> None:
    same(plan, "xlsx")


@FEWER
@given(plans.plan())
def test_a_word_document_comes_back(plan: Plan) -> None:
    same(plan, "docx")


@MANY
@given(plans.plan())
def test_json_comes_back_wholly(plan: Plan) -> None:
    assert read(write(plan, "json"), "plan.json") == plan
    assert read(write(plan, "json")) == json.loads(write(plan, "json"))


@FEWER
@given(plans.plan())
def test_the_same_plan_is_the_same_bytes(plan: Plan) -> None:
    for kind in ("json", *TABLES):
        assert write(plan, kind) == write(plan, kind)
