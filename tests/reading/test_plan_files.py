"""A plan file as JSON is read as it is; JSON that is none is refused in one sentence."""

import json
from typing import Any

import pytest

from frankpledge.reading import Unreadable, read, read_bytes

PLAN: dict[str, Any] = {
    "priorities": [{"id": "p1", "title": "Safer streets"}],
    "actions": [{"action": "Light the path", "priorities": ["p1"]}],
}


def written(**more: Any) -> bytes:
    return json.dumps({**PLAN, **more}).encode()


def test_what_a_plan_file_leaves_out_is_filled_in() -> None:
    plan = read(written(), "plan.json")
    assert plan["title"] is None
    assert plan["passages"] == []
    assert plan["actions"][0]["outcomes"] == []
    assert plan["priorities"][0]["parent"] is None


def test_the_parts_of_what_was_said_are_filled_in_too() -> None:
    told = {"status": {"colour": "red"}, "update": {"text": "Begun"}}
    outcomes = [{"text": "Lamps", "status": {"text": "Done"}}]
    action = {"action": "Light", "priorities": ["p1"], **told, "outcomes": outcomes}
    other = {**PLAN["actions"][0], "variants": {"p1": {"outcomes": [{"text": "Lamps"}]}}}
    made, varied = read(written(actions=[action, other]), "plan.json")["actions"]
    assert made["status"] == {"text": None, "colour": "red"}
    assert made["update"] == {"text": "Begun", "as_at": None}
    assert made["outcomes"][0]["status"] == {"text": "Done", "colour": None}
    assert varied["variants"]["p1"]["outcomes"][0]["number"] is None


def test_added_keys_stay_and_the_name_need_not_say_json() -> None:
    plan = read(written(colour="mauve"), "plan")
    assert plan["colour"] == "mauve"


def test_it_is_read_in_the_limited_process_as_any_document() -> None:
    assert read_bytes(written(title="Plan"), "plan.json")["title"] == "Plan"


def test_words_in_curly_brackets_are_still_words() -> None:
    assert read(b"{We met} on Tuesday and talked of lamps.\n", "note.txt")["passages"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"{", "is not whole JSON"),
        (b"[1, 2]", "no list of priorities"),
        (b'{"a": 1}', "no list of priorities"),
        (b'{"priorities": [], "actions": NaN}', "is not whole JSON"),
        (written(title=7), "'title' of the plan must be text or null"),
        (written(actions=[[]]), "action 1 must be an object"),
        (written(priorities=[]), "a priority that is not there"),
        (written(period={"text": "x", "start": "2027-01-01", "end": "2026-01-01"}), "'period'"),
        (
            written(actions=[{"action": "x", "status": {"text": "x", "colour": "mauve"}}]),
            "'status'",
        ),
        # Found by breaking plan files at random: what is no text cannot be looked for in a set.
        (written(actions=[{"action": "x", "status": {"text": "x", "colour": {}}}]), "'status'"),
        (written(actions=[{"action": "x", "status": {"text": "x", "state": []}}]), "'status'"),
        (
            written(actions=[{"action": "x", "said": [{"state": [], "said_on": "2026-05-01"}]}]),
            "'said'",
        ),
        (written(actions=[{"action": "x", "printed": [{"cells": 7}]}]), "'printed'"),
        (written(actions=[{"action": "x", "printed": [{"cells": {}}]}]), "'printed'"),
        (written(actions=[{"action": "x", "other": {"Zest": 7}}]), "'other'"),
        (written(actions=[{**PLAN["actions"][0], "variants": {"p1": {"points": 7}}}]), "texts"),
        (written(actions=[{**PLAN["actions"][0], "variants": {"p1": {"lead": 7}}}]), "'lead'"),
        (written(figures=[{"columns": [], "rows": [], "checks": [{"agrees": 0}]}]), "'checks'"),
        (written(findings=[{"code": "sum"}]), "'findings'"),
        (
            written(actions=[{"action": "x", "outcomes": [{"number": "1", "text": "y"}]}]),
            "'number'",
        ),
        (written(priorities=[PLAN["priorities"][0]] * 2), "two priorities have the id p1"),
        (written(actions=[PLAN["actions"][0]] * 6000), "more actions than a plan could have"),
        (b'{"priorities": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "nested deeper"),
        (b'{"priorities": [], "actions": [], "n": ' + b"9" * 9000 + b"}", "is not whole JSON"),
    ],
)
def test_what_is_no_plan_file_is_refused_in_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(data, "plan.json")
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)
