"""Every word of the source, and every word of the plan file: the two counted against each other."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from frankpledge.reading.blocks import Document, Grid
from frankpledge.reading.words import tally

PlanFile = dict[str, Any]


def of_source(document: Document) -> Counter[str]:
    texts: list[str] = [*document.furniture, *document.deleted]
    for block in document.blocks:
        if isinstance(block, Grid):
            texts += [cell.own for row in block.rows for cell in row.cells]
        else:
            texts.append(block.text)
    return tally(texts)


def of_plan(plan: PlanFile) -> Counter[str]:
    return tally(_texts(plan))


def _texts(plan: PlanFile) -> Iterator[str]:
    yield plan["title"] or ""
    yield "" if plan.get("derived_partnership") else plan["partnership"] or ""
    for priority in plan["priorities"]:
        yield from (priority["ref"] or "", priority["title"], priority["lead"] or "")
        yield from priority["indicators"]
    for action in plan["actions"]:
        yield from _action(action)
    for table in plan["figures"]:
        yield table["title"] or "" if table.get("titled") else ""
        yield from table["columns"]
        yield from (cell for row in table["rows"] for cell in row)
    for passage in plan["passages"]:
        yield from (passage["heading"] or "", passage["text"])
    yield from (*plan["furniture"], *plan["unplaced"], *plan.get("deleted", ()))


def _action(action: dict[str, Any]) -> Iterator[str]:
    for name in ("ref", "aim", "action", "lead", "support", "timescale"):
        yield action["as_printed"].get(name) or action[name] or ""
    yield from action["resources"]
    yield from action.get("other", {}).values()
    if "outcomes" in action["as_printed"]:
        yield action["as_printed"]["outcomes"]
    else:
        yield from _outcomes(action["outcomes"])
    updates = action["updates"] or ([action["update"]] if action["update"] else [])
    for update in updates:
        yield action["as_printed"].get("update") or update["text"]
    yield _status(action["status"])
    for printed in action["printed"]:
        yield from printed["cells"].values()


def _outcomes(outcomes: list[dict[str, Any]]) -> Iterator[str]:
    for outcome in outcomes:
        number = outcome["number"]
        yield f"{number if number is not None else ''} {outcome['text']}"
        yield _status(outcome["status"])


def _status(status: dict[str, Any] | None) -> str:
    if not status or status.get("repeated"):
        return ""
    return str(status.get("printed") or status["text"] or "")


def lost(document: Document, plan: PlanFile) -> Counter[str]:
    return of_source(document) - of_plan(plan)


def repeated(document: Document, plan: PlanFile) -> Counter[str]:
    return of_plan(plan) - of_source(document)
