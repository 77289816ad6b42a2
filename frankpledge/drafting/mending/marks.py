"""Marks on a part of the file: struck, how it stands, who leads, looked at, matched."""

from frankpledge.drafting.mending.texts import kind_of
from frankpledge.drafting.mending.work import Entry, Given, Unfit, Work, put
from frankpledge.language.states import State
from frankpledge.reading.words import alike

COLOURS = ("", "red", "amber", "green", "blue", "grey")
WHO = ("organisation", "post", "group")


def struck(work: Work, given: Given) -> None:
    entry = _promise(work, given["of"])
    entry.pop("struck", None)
    if given["struck"]:
        entry["struck"] = True
    elif (entry["status"] or {}).get("state") == State.STRUCK:
        entry["status"] = {**entry["status"], "state": State.NOT_STATED.value}


def status(work: Work, given: Given) -> None:
    """How it stands; `everywhere`: and whatever else has the same words or colour and no state."""
    if given["state"] and given["state"] not in set(State):
        raise Unfit("That is not one of the states.")
    if given.get("colour", "") not in COLOURS:
        raise Unfit("That is not one of the colours.")
    entry = _promise(work, given["of"])
    alike_ones = _standing_alike(work, entry) if given.get("everywhere") else []
    for each in [entry, *alike_ones]:
        _set_status(each, given)


def _set_status(entry: Entry, given: Given) -> None:
    made = dict(entry["status"] or {"text": None, "colour": None})
    made.pop("state", None)
    if given["state"]:
        made["state"] = given["state"]
    if "colour" in given:
        made["colour"] = given["colour"] or None
    entry["status"] = made if any(made.values()) else None


def _standing_alike(work: Work, entry: Entry) -> list[Entry]:
    said = said_of(entry["status"])
    rows = [each for action in work.file["actions"] for each in (action, *action["outcomes"])]
    fit = [each for each in rows if each is not entry and said_of(each["status"]) == said]
    return [each for each in fit if said and not each["status"].get("state")]


def said_of(status: Entry | None) -> str:
    """The words of a status as they are remembered; without words, its colour."""
    if not status:
        return ""
    return alike(status.get("text") or "") or (status.get("colour") or "")


def _promise(work: Work, name: str) -> Entry:
    entry = work.entry(name)
    if kind_of(entry) not in ("action", "outcome"):
        raise Unfit("Only a promise or an outcome stands one way or another.")
    return entry


def lead(work: Work, given: Given) -> None:
    """Whom the printed lead means, as this partnership calls them."""
    action = work.action(given["action"])
    name = alike(action["lead"] or "")
    rows = [action]
    if given.get("everywhere") and name:
        rows += [row for row in work.file["actions"] if alike(row["lead"] or "") == name]
    for row in rows:
        row["leads"] = [lead_named(given["who"])]
    if not action["lead"]:
        put(action, "lead", given["who"].partition(":")[2])


def lead_named(who: str) -> Entry:
    part, _, name = who.partition(":")
    if part not in WHO or not name.strip():
        raise Unfit("Choose an organisation, a post or a group.")
    return {**dict.fromkeys((*WHO, "person")), part: name.strip()}


def seen(work: Work, given: Given) -> None:
    work.seen.add(given["doubt"])


def all_seen(work: Work, given: Given) -> None:
    work.seen.update(given["doubts"])


def match(work: Work, given: Given) -> None:
    work.action(given["action"])
    if given["to"] == "guess":
        work.matches.pop(given["action"], None)
    else:
        work.matches[given["action"]] = given["to"]
