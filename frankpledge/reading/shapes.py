"""What each part of a plan file must look like, and what stands for what it leaves out."""

import datetime
from collections.abc import Callable
from typing import Any

Test = Callable[[Any], bool]
LONGEST = 200_000
COLOURS = {"red", "amber", "green", "blue", "grey"}
STATES = {
    "planned",
    "not-started",
    "in-progress",
    "complete",
    "part-complete",
    "delayed",
    "blocked",
    "struck",
    "through-another",
    "carried",
    "not-stated",
}


class Malformed(ValueError):
    """Not a plan file, said in the middle of a sentence."""


def need(fits: bool, why: str) -> None:
    if not fits:
        raise Malformed(why)


def filled(given: Any, shape: dict[str, tuple[Test, Any, str]], where: str) -> dict[str, Any]:
    """A copy that has every field of the shape; fields of no shape stay as they are."""
    need(isinstance(given, dict), f"{where} must be an object")
    found = dict(given)
    for name, (fits, otherwise, what) in shape.items():
        if name not in found:
            if otherwise is not ABSENT:
                found[name] = otherwise() if callable(otherwise) else otherwise
            elif what == REQUIRED:
                raise Malformed(f"{where} has no '{name}'")
            continue
        need(fits(found[name]), f"'{name}' of {where} must be {WHAT[fits]}")
    return found


def listed(given: dict[str, Any], name: str, most: int) -> list[Any]:
    found = given.get(name)
    need(isinstance(found, list), f"'{name}' must be a list")
    rows: list[Any] = list(found or ())
    need(len(rows) <= most, f"it has more {name} than a plan could have")
    return rows


def text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST


def text_or_none(value: Any) -> bool:
    return value is None or text(value)


def texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(text, value))


def one_of(words: set[str], value: Any) -> bool:
    """One of the words, or none. What is no text may not even be looked for in a set."""
    return value is None or (isinstance(value, str) and value in words)


def number_or_none(value: Any) -> bool:
    return value is None or (isinstance(value, int) and not isinstance(value, bool))


def anything(value: Any) -> bool:
    return True


def a_list(value: Any) -> bool:
    return isinstance(value, list)


def objects(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def an_object(value: Any) -> bool:
    return isinstance(value, dict)


def text_object(value: Any) -> bool:
    return isinstance(value, dict) and all(map(text, value.values()))


def rows(value: Any) -> bool:
    return isinstance(value, list) and all(map(texts, value))


def day_or_none(value: Any) -> bool:
    if value is None:
        return True
    try:
        return isinstance(value, str) and bool(datetime.date.fromisoformat(value))
    except ValueError:
        return False


def day(value: Any) -> bool:
    return value is not None and day_or_none(value)


def period(value: Any) -> bool:
    if value is None:
        return True
    has = isinstance(value, dict) and text(value.get("text"))
    if not has or not (day(value.get("start")) and day(value.get("end"))):
        return False
    return bool(value["start"] <= value["end"])


def status(value: Any) -> bool:
    if value is None:
        return True
    return (
        isinstance(value, dict)
        and text_or_none(value.get("text"))
        and one_of(COLOURS, value.get("colour"))
        and one_of(STATES, value.get("state"))
    )


def update(value: Any) -> bool:
    return value is None or _update(value)


def _update(value: Any) -> bool:
    return isinstance(value, dict) and text(value.get("text")) and day_or_none(value.get("as_at"))


def updates(value: Any) -> bool:
    return isinstance(value, list) and all(map(_update, value))


def leads(value: Any) -> bool:
    names = ("organisation", "person", "post", "group")
    return objects(value) and all(text_or_none(each.get(name)) for each in value for name in names)


def printed_rows(value: Any) -> bool:
    return objects(value) and all(
        text_or_none(each.get("priority", 0)) and text_object(each.get("cells")) for each in value
    )


def findings(value: Any) -> bool:
    return objects(value) and all(text(each.get("message")) for each in value)


def checks(value: Any) -> bool:
    """What was worked out again: every part of it a plain value."""
    return objects(value) and all(
        {"agrees", "printed", "computed"} <= set(each)
        and all(part is None or isinstance(part, str | int | float) for part in each.values())
        for each in value
    )


def closed(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and value.get("state") in ("struck", "carried")
        and day(value.get("on"))
        and text(value.get("by"))
        and text(value.get("why"))
        and bool(value["why"])
    )


def sayings(value: Any) -> bool:
    return objects(value) and all(
        text(each.get("state"))
        and one_of(STATES, each["state"])
        and day(each.get("said_on"))
        and day_or_none(each.get("period"))
        and all(text_or_none(each.get(name)) for name in SAID_TEXTS)
        for each in value
    )


def years(value: Any) -> bool:
    return objects(value) and all(
        text(each.get("name")) and day(each.get("starts")) and day(each.get("ends"))
        for each in value
    )


SAID_TEXTS = ("words", "condition", "said_by", "rating", "no_figure_because", "figure", "of")
ABSENT = object()
REQUIRED = "required"
MAY = "may"
WHAT: dict[Test, str] = {
    text: "text",
    text_or_none: "text or null",
    texts: "a list of texts",
    number_or_none: "a whole number or null",
    a_list: "a list",
    objects: "a list of objects",
    an_object: "an object",
    text_object: "an object of texts",
    rows: "a list of rows of texts",
    period: "a text with a start and an end that comes after it",
    status: "a text and a colour",
    update: "a text and a day",
    updates: "a list of texts with their days",
    leads: "a list of leads",
    printed_rows: "a list of rows, each with its priority and cells",
    findings: "a list of messages",
    checks: "a list of figures that were worked out again",
    closed: "a state, a day, who and why",
    sayings: "a list of what was said, each with its state and day",
    years: "a list of years with their days",
}
Shape = dict[str, tuple[Test, Any, str]]
HEAD: Shape = {
    "title": (text_or_none, None, MAY),
    "partnership": (text_or_none, None, MAY),
    "period": (period, None, MAY),
    "figures": (objects, list, MAY),
    "passages": (objects, list, MAY),
    "furniture": (texts, list, MAY),
    "unplaced": (texts, list, MAY),
    "findings": (findings, list, MAY),
    "introduction": (text, ABSENT, MAY),
    "funding_note": (text, ABSENT, MAY),
    "years": (years, ABSENT, MAY),
    "legend": (text_object, ABSENT, MAY),
}
PRIORITY: Shape = {
    "id": (text, ABSENT, REQUIRED),
    "ref": (text_or_none, None, MAY),
    "title": (text, ABSENT, REQUIRED),
    "parent": (text_or_none, None, MAY),
    "lead": (text_or_none, None, MAY),
    "indicators": (texts, list, MAY),
    "about": (text, ABSENT, MAY),
    "leads": (leads, ABSENT, MAY),
    "alignments": (objects, ABSENT, MAY),
}
ACTION: Shape = {
    "id": (text, ABSENT, MAY),
    "ref": (text_or_none, None, MAY),
    "priorities": (texts, list, MAY),
    "aim": (text_or_none, None, MAY),
    "action": (text, ABSENT, REQUIRED),
    "lead": (text_or_none, None, MAY),
    "support": (text_or_none, None, MAY),
    "leads": (leads, list, MAY),
    "supports": (leads, ABSENT, MAY),
    "timescale": (text_or_none, None, MAY),
    "resources": (texts, list, MAY),
    "outcomes": (objects, list, MAY),
    "update": (update, None, MAY),
    "status": (status, None, MAY),
    "updates": (updates, list, MAY),
    "variants": (an_object, dict, MAY),
    "printed": (printed_rows, list, MAY),
    "other": (text_object, ABSENT, MAY),
    "as_printed": (text_object, dict, MAY),
    "points": (texts, ABSENT, MAY),
    "said": (sayings, ABSENT, MAY),
    "closed": (closed, ABSENT, MAY),
    "timescales": (objects, ABSENT, MAY),
    "links": (objects, ABSENT, MAY),
}
# What may differ where a promise stands under another priority.
DIFFERS = "ref aim action lead support leads timescale resources outcomes update status updates"
VARIANT: Shape = {name: (ACTION[name][0], ABSENT, MAY) for name in (*DIFFERS.split(), "as_printed")}
OUTCOME: Shape = {
    "number": (number_or_none, None, MAY),
    "text": (text, ABSENT, REQUIRED),
    "status": (status, None, MAY),
    "said": (sayings, ABSENT, MAY),
    "closed": (closed, ABSENT, MAY),
    "targets": (objects, ABSENT, MAY),
    "timescales": (objects, ABSENT, MAY),
}
FIGURES: Shape = {
    "title": (text_or_none, None, MAY),
    "columns": (texts, ABSENT, REQUIRED),
    "rows": (rows, ABSENT, REQUIRED),
    "checks": (checks, ABSENT, MAY),
    "findings": (findings, ABSENT, MAY),
}
PASSAGE: Shape = {"heading": (text_or_none, None, MAY), "text": (text, ABSENT, REQUIRED)}
