"""Every word that a file holds as its document printed it: what a mend may move and never lose."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from frankpledge.reading.words import tally

Entry = dict[str, Any]
ACTION = ("ref", "aim", "action", "lead", "support", "timescale")
PRIORITY = ("ref", "title", "lead")


def words_of(file: Entry) -> Counter[str]:
    return tally(_texts(file))


def printed(entry: Entry, field: str) -> str:
    """What the document says there, whatever it was changed to."""
    if field in entry.get("as_printed", {}):
        return str(entry["as_printed"][field] or "")
    return as_text(entry.get(field))


def as_text(value: Any) -> str:
    if isinstance(value, dict):
        return str(value.get("text") or "")
    if isinstance(value, list):
        return "\n".join(value)
    return "" if value is None else str(value)


def _texts(file: Entry) -> Iterator[str]:
    yield printed(file, "title")
    yield "" if file.get("derived_partnership") else printed(file, "partnership")
    for priority in file["priorities"]:
        yield from (printed(priority, field) for field in (*PRIORITY, "indicators"))
    for action in file["actions"]:
        yield from action_texts(action)
    for table in file["figures"]:
        yield table["title"] or "" if table.get("titled") else ""
        yield from table["columns"]
        yield from (cell for row in table["rows"] for cell in row)
    for passage in file["passages"]:
        yield from (printed(passage, "heading"), printed(passage, "text"))
    yield from (piece["text"] for piece in file["pieces"])


def action_texts(action: Entry) -> Iterator[str]:
    yield from (printed(action, field) for field in (*ACTION, "resources", "update"))
    yield from action.get("other", {}).values()
    yield from (update["text"] for update in action["updates"][:-1])
    if "outcomes" in action["as_printed"]:
        yield action["as_printed"]["outcomes"]
    else:
        for outcome in action["outcomes"]:
            yield from outcome_texts(outcome)
    yield status_text(action)
    for row in action["printed"]:
        yield from row["cells"].values()


def outcome_texts(outcome: Entry) -> Iterator[str]:
    yield printed(outcome, "number")
    yield printed(outcome, "text")
    yield status_text(outcome)


def status_text(entry: Entry) -> str:
    status = entry["status"]
    if not status or status.get("repeated"):
        return ""
    return str(status.get("printed") or status["text"] or "")
