"""Rows that are priorities, priorities that are rows, and what stands under what."""

from frankpledge.drafting.mending.work import (
    Entry,
    Given,
    Unfit,
    Work,
    new_action,
    new_outcome,
    new_priority,
    put_kept,
)
from frankpledge.drafting.words import action_texts, outcome_texts, printed
from frankpledge.language import read_leads

HEADED = {"ref", "action", "lead"}


def is_priority(work: Work, given: Given) -> None:
    row = work.action(given["action"])
    old = row["priorities"][0] if row["priorities"] else None
    parent = given.get("parent") or (work.priority(old)["parent"] if old else None)
    if parent:
        work.priority(parent)
    made = new_priority(work.fresh("p"), "", None, parent)
    for name, field in (("ref", "ref"), ("title", "action"), ("lead", "lead")):
        put_kept(made, name, row[field] or None, printed(row, field))
    made["title"] = made["title"] or row["aim"] or "(no words in the document)"
    _indicators(work, made, row)
    _rest_of_row(work, made, row)
    _rows_below(work, row, old, made["id"])
    _insert(work, made, after=old)
    work.file["actions"].remove(row)


def _indicators(work: Work, made: Entry, row: Entry) -> None:
    if "outcomes" in row["as_printed"]:
        work.loosen(row["as_printed"]["outcomes"])
        return
    made["indicators"] += [outcome_line(outcome) for outcome in row["outcomes"]]


def _rest_of_row(work: Work, made: Entry, row: Entry) -> None:
    """What a priority has no place for is said under its title."""
    empty = {**row, "ref": None, "action": "", "lead": None, "outcomes": []}
    empty["as_printed"] = {
        name: text
        for name, text in row["as_printed"].items()
        if name not in HEADED and name != "outcomes"
    }
    texts = [text for text in action_texts(empty) if text.strip()]
    if texts:
        work.keep_as_passage(made["title"], texts)


def _rows_below(work: Work, row: Entry, old: str | None, new: str) -> None:
    for action in work.file["actions"][work.index("actions", row) + 1 :]:
        if (action["priorities"][0] if action["priorities"] else None) != old:
            return
        action["priorities"] = [new, *action["priorities"][1:]]


def _insert(work: Work, made: Entry, after: str | None) -> None:
    listed = work.file["priorities"]
    at = work.index("priorities", work.priority(after)) + 1 if after else len(listed)
    listed.insert(at, made)


def is_action(work: Work, given: Given) -> None:
    priority = work.priority(given["priority"])
    under = given.get("under") or _before(work, priority)
    if under == priority["id"]:
        raise Unfit("It cannot stand under itself.")
    if under:
        work.priority(under)
    made = new_action(work.fresh("a"), "", [under] if under else [])
    for name, field in (("ref", "ref"), ("action", "title"), ("lead", "lead")):
        put_kept(made, name, priority[field] or None, printed(priority, field))
    made["leads"] = [lead.to_dict() for lead in read_leads(made["lead"] or "")]
    work.loosen(priority.get("as_printed", {}).get("indicators", ""))
    for text in priority["indicators"]:
        made["outcomes"].append(new_outcome(work.fresh("o"), text))
        made["outcomes"][-1]["id"] = f"{made['id']}.o{len(made['outcomes'])}"
    at = _place(work, priority["id"], under)
    work.file["priorities"].remove(priority)
    _move_what_was_under(work, priority, under)
    work.file["actions"].insert(at, made)


def _before(work: Work, priority: Entry) -> str | None:
    if priority["parent"]:
        return str(priority["parent"])
    at = work.index("priorities", priority)
    earlier = [each for each in work.file["priorities"][:at] if not each["parent"]]
    later = [each for each in work.file["priorities"][at + 1 :] if not each["parent"]]
    found = earlier[-1:] or later[:1]
    return str(found[0]["id"]) if found else None


def _place(work: Work, name: str, under: str | None) -> int:
    """Before the rows that were under it, else after those that it now stands among."""
    actions = work.file["actions"]
    own = [at for at, each in enumerate(actions) if name in each["priorities"]]
    among = [at + 1 for at, each in enumerate(actions) if under in each["priorities"]]
    return min(own) if own else max(among, default=len(actions))


def _move_what_was_under(work: Work, priority: Entry, under: str | None) -> None:
    gone = priority["id"]
    for child in work.file["priorities"]:
        if child["parent"] == gone:
            child["parent"] = priority["parent"]
    for action in work.file["actions"]:
        if gone in action["priorities"]:
            names = [under if each == gone else each for each in action["priorities"]]
            set_priorities(action, [each for each in names if each])


def set_priorities(action: Entry, names: list[str]) -> None:
    action["priorities"] = list(dict.fromkeys(names))
    elsewhere = action["priorities"][1:]
    # What a variant says is among the printed rows too.
    action["variants"] = {
        name: differs for name, differs in action["variants"].items() if name in elsewhere
    }


def under(work: Work, given: Given) -> None:
    action = work.action(given["action"])
    for name in given["priorities"]:
        work.priority(name)
    set_priorities(action, given["priorities"])


def nest(work: Work, given: Given) -> None:
    priority, parent = work.priority(given["priority"]), given["parent"] or None
    above = parent
    while above:
        if above == priority["id"]:
            raise Unfit("A priority cannot stand under itself.")
        above = work.priority(above)["parent"]
    priority["parent"] = parent


def add_priority(work: Work, given: Given) -> None:
    parent = given.get("parent") or None
    if parent:
        work.priority(parent)
    ref = given.get("ref") or None
    work.file["priorities"].append(new_priority(work.fresh("p"), given["title"], ref, parent))


def priority_texts(priority: Entry) -> list[str]:
    names = ("ref", "title", "lead", "indicators")
    return [text for text in (printed(priority, name) for name in names) if text]


def outcome_line(outcome: Entry) -> str:
    return " ".join(text for text in outcome_texts(outcome) if text)
