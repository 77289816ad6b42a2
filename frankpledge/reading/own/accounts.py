"""What stands in a document of ours and came to nothing: somebody wrote it in since."""

from collections.abc import Iterator
from typing import Any

from frankpledge.reading.blocks import Document, Grid
from frankpledge.reading.own import layout
from frankpledge.reading.understanding.accounts import lost, of_plan
from frankpledge.reading.words import tally, words

PlanFile = dict[str, Any]
COLOURS = ("red", "amber", "green", "blue", "grey")


def left_over(document: Document, plan: PlanFile) -> list[str]:
    """Priorities are written in every row and read once: so a word is lost only where the plan
    has it nowhere."""
    known = of_plan(plan) + tally(_ours(plan))
    missing = {word for word in lost(document, plan) if word not in known}
    found = []
    for text in _texts(document) if missing else ():
        own = [word for word in words(text) if word in missing]
        if own:
            found.append(" ".join(own))
    return found


def _ours(plan: PlanFile) -> Iterator[str]:
    yield from (*layout.ORDER, *layout.MONTHS, *COLOURS)
    yield from (layout.PLAN, layout.PARTNERSHIP, layout.PERIOD, layout.BESIDE, layout.UNNAMED)
    yield from (layout.NO_HEADING, layout.FIGURES, layout.TEXTS, layout.LEAD, layout.INDICATOR)
    yield from (layout.OVERALL, layout.NO_COLOUR, layout.STRUCK, layout.GONE, layout.AS_AT)
    yield from ("to", "Also under")
    if plan["period"]:
        yield from (plan["period"]["text"], *_day(plan["period"]["start"]))
        yield from _day(plan["period"]["end"])
    for action in plan["actions"]:
        for each in (action, *action["variants"].values()):
            yield from _day((each.get("update") or {}).get("as_at"))
    for each in plan["figures"]:
        yield each["title"] or ""


def _day(day: str | None) -> list[str]:
    return [str(int(part)) for part in day.split("-")] if day else []


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Grid):
            yield from (cell.own for row in block.rows for cell in row.cells)
        else:
            yield block.text
