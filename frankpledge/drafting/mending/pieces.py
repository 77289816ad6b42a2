"""Loose pieces and passages that find their place, and what is taken out of the plan."""

from frankpledge.drafting.mending.priorities import outcome_line, priority_texts
from frankpledge.drafting.mending.rows import texts_of
from frankpledge.drafting.mending.texts import FIELDS, LISTS, kind_of
from frankpledge.drafting.mending.work import (
    Entry,
    Given,
    Unfit,
    Work,
    new_action,
    new_outcome,
    new_priority,
    put_kept,
    together,
)
from frankpledge.drafting.words import printed
from frankpledge.language import read_leads


def place(work: Work, given: Given) -> None:
    entry, field = work.entry(given["of"]), given["field"]
    if entry.get("id") == given["piece"]:
        raise Unfit("A passage cannot go into itself.")
    if field == "number" or field not in FIELDS[kind_of(entry)]:
        raise Unfit("It cannot go there.")
    text = _taken(work, given["piece"])
    if field in LISTS:
        was = "\n".join(each for each in (printed(entry, field), text) if each)
        put_kept(entry, field, [*entry[field], text], was)
    elif field == "update":
        _into_update(entry, text)
    else:
        was = together(printed(entry, field), text)
        put_kept(entry, field, together(entry[field], text), was)
    if field == "lead" and "leads" in entry:
        entry["leads"] = [lead.to_dict() for lead in read_leads(entry["lead"])]


def _into_update(entry: Entry, text: str) -> None:
    old = entry["update"] or {"text": "", "as_at": None}
    was = together(printed(entry, "update"), text)
    put_kept(entry, "update", {**old, "text": together(old["text"], text)}, was)
    if entry["updates"]:
        entry["updates"][-1]["text"] = entry["update"]["text"]


def _taken(work: Work, name: str) -> str:
    """The words of a loose piece or a passage, which is gone from where it was."""
    for piece in work.file["pieces"]:
        if piece["id"] == name:
            work.file["pieces"].remove(piece)
            return str(piece["text"])
    passage = work.passage(name)
    work.file["passages"].remove(passage)
    return together(printed(passage, "heading"), printed(passage, "text"))


def make(work: Work, given: Given) -> None:
    under = given.get("under") or ""
    if given["what"] == "outcome":
        action = work.action(given.get("action") or under)
        text = _taken(work, given["piece"])
        _add_outcome(work, action, text)
        return
    if under:
        work.priority(under)
    text = _taken(work, given["piece"])
    if given["what"] == "priority":
        made = new_priority(work.fresh("p"), text, None, under or None)
        work.file["priorities"].append(made)
    else:
        _add_action(work, text, under)


def _add_action(work: Work, text: str, under: str) -> None:
    """Last among those of its priority."""
    made = new_action(work.fresh("a"), text, [under] if under else [])
    actions = work.file["actions"]
    among = [at + 1 for at, each in enumerate(actions) if under in each["priorities"]]
    actions.insert(max(among, default=len(actions)), made)


def _add_outcome(work: Work, action: Entry, text: str) -> None:
    action["outcomes"].append(new_outcome(work.fresh("o"), text))
    if "outcomes" in action["as_printed"]:
        kept = action["as_printed"]
        kept["outcomes"] = together(kept["outcomes"], text)


def add_action(work: Work, given: Given) -> None:
    under = given.get("priority") or ""
    if under:
        work.priority(under)
    _add_action(work, given["text"], under)


def add_outcome(work: Work, given: Given) -> None:
    _add_outcome(work, work.action(given["action"]), given["text"])


def move_outcome(work: Work, given: Given) -> None:
    action, outcome = work.outcome(given["outcome"])
    to = work.action(given["to"])
    if to is action:
        raise Unfit("It is that promise's outcome already.")
    action["outcomes"].remove(outcome)
    to["outcomes"].append(outcome)
    if "outcomes" in to["as_printed"]:
        kept = to["as_printed"]
        kept["outcomes"] = together(kept["outcomes"], outcome_line(outcome))


def aside(work: Work, given: Given) -> None:
    entry = work.entry(given["of"])
    kind = kind_of(entry)
    if kind == "action":
        work.file["actions"].remove(entry)
        work.keep_as_passage(*_headed(printed(entry, "action"), texts_of(entry)))
    elif kind == "outcome":
        action, _ = work.outcome(entry["id"])
        action["outcomes"].remove(entry)
        work.keep_as_passage("", [outcome_line(entry)])
    elif kind == "priority":
        _priority_aside(work, entry)
    else:
        raise Unfit("That is not a part of the plan.")


def _priority_aside(work: Work, priority: Entry) -> None:
    name = priority["id"]
    if any(name in action["priorities"] for action in work.file["actions"]):
        raise Unfit("There are promises under this priority. Put them under another first.")
    if any(each["parent"] == name for each in work.file["priorities"]):
        raise Unfit("There are priorities under this one. Put them elsewhere first.")
    work.file["priorities"].remove(priority)
    work.keep_as_passage(*_headed(printed(priority, "title"), priority_texts(priority)))


def _headed(heading: str, texts: list[str]) -> tuple[str, list[str]]:
    """The heading once, and the other texts."""
    if heading in texts:
        texts.remove(heading)
    return heading, texts
