"""An entry of a table as an action of the plan file."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

from frankpledge.language import read_leads
from frankpledge.reading.understanding.entries import Entry
from frankpledge.reading.understanding.lists import parts
from frankpledge.reading.understanding.outcomes import outcomes
from frankpledge.reading.understanding.periods_of_columns import as_at, period_named
from frankpledge.reading.words import fold, words

Action = dict[str, Any]
SAME = re.compile(
    r"\W*(?:as above|ditto|do\.?|same as above|see above|as per above|〃|\")\W*\Z", re.I
)
PLACED = {"ref", "aim", "action", "lead", "support", "timescale", "start", "end"}
PLACED |= {"resources", "outcomes", "update", "status", "priority", "child"}


def action_of(entry: Entry) -> tuple[Action, list[str]]:
    """The action, and what of its row found no place in it."""
    _newest_status(entry)
    listed, status, left = outcomes(entry)
    action: Action = {
        "ref": entry.text("ref") or None,
        "priorities": [entry.priority] if entry.priority else [],
        "aim": entry.text("aim") or None,
        "action": entry.text("action"),
        "lead": entry.text("lead") or None,
        "support": entry.text("support") or None,
        "leads": leads(entry),
        "timescale": _timescale(entry),
        "resources": [
            _numbered(part.number, part.text)
            for column in entry.of("resources")
            for part in parts(entry.pieces.get(column, []))
        ],
        "outcomes": listed,
        "update": None,
        "status": status,
        "updates": [],
        "variants": {},
        "printed": [],
        "as_printed": {},
    }
    _updates(entry, action)
    _marks(entry, action)
    return action, left


def _newest_status(entry: Entry) -> None:
    """Of a rating for each quarter the newest that was given counts; those before stand beside."""
    columns = entry.of("status")
    heads = [entry.columns.heads[column] for column in columns]
    if len(columns) < 2 or not all(map(period_named, heads)):
        return
    shaded = {column for _, column in entry.shades}
    given = [column for column in columns if entry.pieces.get(column) or column in shaded]
    newest = given[-1] if given else columns[-1]
    roles = [
        None if at in columns and at != newest else role
        for at, role in enumerate(entry.columns.roles)
    ]
    entry.columns = replace(entry.columns, roles=tuple(roles))


def _numbered(number: int | None, text: str) -> str:
    return f"{number}. {text}" if number is not None else text


def _timescale(entry: Entry) -> str | None:
    ends = " \N{EN DASH} ".join(text for text in (entry.text("start"), entry.text("end")) if text)
    texts = [entry.text("timescale"), ends]
    return fold(" ".join(text for text in texts if text)) or None


def leads(entry: Entry) -> list[dict[str, Any]]:
    text = ""
    for piece in entry.all("lead"):
        # In plain text a line is only print; a blank stretch or a bracket ends a name.
        parted = piece.apart or text.endswith(")") or not entry.loose
        between = "" if not text else "\n" if parted else " "
        text += f"{between}{piece.text}"
    return [
        {
            "organisation": lead.organisation or None,
            "person": lead.person or None,
            "post": lead.post or None,
            "group": lead.group or None,
            **({"everyone": True} if lead.everyone else {}),
        }
        for lead in read_leads(text)
    ]


def _updates(entry: Entry, action: Action) -> None:
    columns = [column for column in entry.of("update") if entry.pieces.get(column)]
    made = []
    for column in columns:
        head = entry.columns.heads[column]
        text = fold(" ".join(piece.text for piece in entry.pieces[column]))
        made.append({"text": text, "as_at": as_at(head), "period": period_named(head)})
    made += [{"text": text, "as_at": None, "period": None} for text in entry.told]
    if made:
        action["update"] = {"text": made[-1]["text"], "as_at": made[-1]["as_at"]}
    if len(entry.of("update")) > 1 or len(made) > 1:
        action["updates"] = made


def _marks(entry: Entry, action: Action) -> None:
    """What has no field of its own: further columns, strikes, hidden rows, where it stood."""
    other = {
        head: text
        for head, text in entry.cells().items()
        for column in [_column(entry, head)]
        if column is not None and entry.columns.roles[column] not in PLACED
    }
    if other:
        action["other"] = other
    if entry.struck:
        action["struck"] = True
    else:
        gone = [piece.text for held in entry.pieces.values() for piece in held if piece.struck]
        if gone:
            action["struck_words"] = gone
    if entry.hidden:
        action["hidden"] = True
    if entry.place:
        action["at"] = entry.place


def _column(entry: Entry, head: str) -> int | None:
    plain = head.removesuffix(" (again)")
    if plain in entry.columns.heads:
        return entry.columns.heads.index(plain)
    if plain.startswith("column ") and plain[7:].isdecimal():
        return int(plain[7:]) - 1
    return None


def activities_only(entry: Entry) -> bool:
    """A table that only lists what will be done under each priority, several things to a cell."""
    return {role for role in entry.columns.roles if role} <= {"priority", "child", "action"}


def activities(entry: Entry) -> list[Action]:
    base, _ = action_of(entry)
    listed = parts(entry.all("action"))
    return [
        {
            **base,
            "ref": str(part.number) if part.number else None,
            "action": part.text,
            "as_printed": {},
        }
        for part in listed
    ]


def resolve_as_above(actions: list[Action]) -> None:
    """ "As above" means what stands in the row above; the words themselves stay."""
    for above, action in pairwise(actions):
        for name in ("aim", "lead", "support", "timescale"):
            if action[name] and SAME.match(action[name]) and above[name]:
                action["as_printed"][name] = action[name]
                action[name] = above[name]
                if name == "lead":
                    action["leads"] = above["leads"]
        if _same_outcomes(action) and above["outcomes"]:
            action["as_printed"]["outcomes"] = action["outcomes"][0]["text"]
            action["outcomes"] = [dict(each) for each in above["outcomes"]]
        if action["update"] and SAME.match(action["update"]["text"]) and above["update"]:
            action["as_printed"]["update"] = action["update"]["text"]
            action["update"] = dict(above["update"])


def _same_outcomes(action: Action) -> bool:
    return len(action["outcomes"]) == 1 and bool(SAME.match(action["outcomes"][0]["text"]))


def says_something(action: Action) -> bool:
    return bool(words(action["action"]) or action["outcomes"] or action["update"])
