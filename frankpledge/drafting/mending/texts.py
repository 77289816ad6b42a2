"""Any text of the file, changed."""

from collections.abc import Callable

from frankpledge.drafting.mending.work import Entry, Given, Unfit, Work, put
from frankpledge.drafting.words import as_text
from frankpledge.language import read_leads

# By the kind of thing: the fields that can be changed, and what they are called.
FIELDS: dict[str, dict[str, str]] = {
    "action": {
        "ref": "reference",
        "aim": "aim",
        "action": "action",
        "lead": "lead",
        "support": "support",
        "timescale": "timescale",
        "resources": "resources",
        "update": "update",
    },
    "outcome": {"number": "number", "text": "outcome"},
    "priority": {"ref": "reference", "title": "title", "lead": "lead", "indicators": "indicators"},
    "passage": {"heading": "heading", "text": "text"},
    "plan": {"title": "title", "partnership": "partnership"},
}
NEEDED = {"action", "title", "text"}
LISTS = {"resources", "indicators"}
LONGEST_NUMBER = 3  # figures


def kind_of(entry: Entry) -> str:
    for kind, mark in (("plan", "actions"), ("action", "priorities"), ("priority", "indicators")):
        if mark in entry:
            return kind
    return "outcome" if "number" in entry else "passage"


def words(work: Work, given: Given) -> None:
    entry, field = work.entry(given["of"]), given["field"]
    kind = kind_of(entry)
    if field not in FIELDS[kind]:
        raise Unfit("That cannot be changed here.")
    text = given["text"].strip()
    if not text and field in NEEDED and kind != "plan":
        raise Unfit(f"The {FIELDS[kind][field]} needs its words.")
    if text != as_text(entry[field]):
        PUT.get(field, _put_text)(entry, field, text)


def several(work: Work, given: Given) -> None:
    """What was typed on one page is one mend, taken back as one."""
    for field, text in given["texts"].items():
        words(work, {"of": given["of"], "field": field, "text": text})


def _put_text(entry: Entry, field: str, text: str) -> None:
    put(entry, field, text or None if field not in NEEDED or "actions" in entry else text)


def _put_lead(entry: Entry, field: str, text: str) -> None:
    put(entry, field, text or None)
    if "leads" in entry:
        entry["leads"] = [lead.to_dict() for lead in read_leads(text)]


def _put_list(entry: Entry, field: str, text: str) -> None:
    put(entry, field, [line.strip() for line in text.splitlines() if line.strip()])


def _put_number(entry: Entry, field: str, text: str) -> None:
    if text and not (text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER):
        raise Unfit("The number is a whole number, such as 3.")
    put(entry, field, int(text) if text else None)


def _put_update(entry: Entry, field: str, text: str) -> None:
    old = entry["update"] or {"as_at": None}
    put(entry, field, {"text": text, "as_at": old["as_at"]} if text else None)
    if entry["updates"]:
        entry["updates"][-1]["text"] = text


Put = Callable[[Entry, str, str], None]
PUT: dict[str, Put] = {
    "lead": _put_lead,
    "number": _put_number,
    "update": _put_update,
    **dict.fromkeys(LISTS, _put_list),
}
