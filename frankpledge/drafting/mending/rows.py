"""A row that goes on with another, or that is an outcome of it."""

from itertools import zip_longest

from frankpledge.drafting.mending.work import (
    Entry,
    Given,
    Unfit,
    Work,
    new_outcome,
    put_kept,
    together,
)
from frankpledge.drafting.words import ACTION, action_texts, outcome_texts, printed, status_text
from frankpledge.language import read_leads

FIRST = "There is no promise above this one."
KNOWN = {"id", "priorities", "leads", "resources", "outcomes", "update", "updates", "status"}
KNOWN |= {"variants", "printed", "as_printed", "other", "struck_words", "parsed", "at", *ACTION}


def continues(work: Work, given: Given) -> None:
    row = work.action(given["action"])
    _merge(work, _other(work, row, given.get("of")), row)
    work.file["actions"].remove(row)


def is_outcome(work: Work, given: Given) -> None:
    row = work.action(given["action"])
    base = _other(work, row, given.get("of"))
    ref = printed(row, "ref")
    outcome = new_outcome(work.fresh("o"), "")
    put_kept(outcome, "text", row["action"], printed(row, "action"))
    outcome["number"] = int(ref) if _small(ref) else None
    outcome["status"] = row["status"]
    if row.get("struck"):
        outcome["struck"] = True
    if outcome["number"] is None:
        work.loosen(ref)
    _without(row, "action")
    _without(row, "ref")
    row["status"] = None
    if "outcomes" in row["as_printed"]:
        work.loosen(row["as_printed"].pop("outcomes"))
        row["outcomes"] = []
    row["outcomes"].insert(0, outcome)
    _merge(work, base, row)
    work.file["actions"].remove(row)


def _small(ref: str) -> bool:
    return ref.isascii() and ref.isdecimal() and len(ref) < 4 and str(int(ref)) == ref


def _without(row: Entry, name: str) -> None:
    row[name] = "" if name == "action" else None
    row["as_printed"].pop(name, None)


def _other(work: Work, row: Entry, name: str | None) -> Entry:
    if name:
        if name == row["id"]:
            raise Unfit("A promise cannot go on with itself.")
        return work.action(name)
    at = work.index("actions", row)
    if at == 0:
        raise Unfit(FIRST)
    above: Entry = work.file["actions"][at - 1]
    return above


def _merge(work: Work, base: Entry, row: Entry) -> None:
    for name in ACTION:
        _go_on(base, row, name)
    base["leads"] = _leads(base) if row["lead"] else base["leads"]
    both = [*base["resources"], *row["resources"]]
    put_kept(base, "resources", both, _printed_both(base, row, "resources", "\n"))
    _updates(base, row)
    _outcomes(work, base, row)
    base["status"] = _status(base, row)
    _rest(base, row)


def _printed_both(base: Entry, row: Entry, name: str, between: str = " ") -> str:
    return between.join(text for text in (printed(base, name), printed(row, name)) if text)


def _go_on(base: Entry, row: Entry, name: str) -> None:
    if not printed(row, name) and not row[name]:
        return
    was = _printed_both(base, row, name)
    same = row[name] == base[name] or (name == "ref" and base["ref"])
    put_kept(base, name, base[name] if same else together(base[name], row[name]), was)


def _leads(base: Entry) -> list[Entry]:
    return [lead.to_dict() for lead in read_leads(base["lead"] or "")]


def _updates(base: Entry, row: Entry) -> None:
    if base["updates"] or row["updates"]:
        _columns_of_updates(base, row)
    was = _printed_both(base, row, "update")
    parts = [each for each in (base["update"], row["update"]) if each]
    texts = list(dict.fromkeys(each["text"] for each in parts))
    days = [each["as_at"] for each in parts if each["as_at"]]
    joined = {"text": together(*texts), "as_at": max(days, default=None)}
    put_kept(base, "update", joined if parts else None, was)
    if base["updates"] and parts:
        base["updates"][-1]["text"] = joined["text"]


def _columns_of_updates(base: Entry, row: Entry) -> None:
    """Update columns of two rows, column by column; the last is the update itself."""
    made = []
    pairs = list(zip_longest(reversed(base["updates"]), reversed(row["updates"])))
    for one, other in reversed(pairs):
        first, second = one or other, other if one else None
        made.append({**first, "text": together(first["text"], second and second["text"])})
    base["updates"] = made


def _outcomes(work: Work, base: Entry, row: Entry) -> None:
    if "outcomes" in row["as_printed"]:  # they only repeat those of another row
        work.loosen(row["as_printed"]["outcomes"])
        return
    if not row["outcomes"]:
        return
    if "outcomes" in base["as_printed"]:
        texts = [text for each in row["outcomes"] for text in outcome_texts(each)]
        base["as_printed"]["outcomes"] = together(base["as_printed"]["outcomes"], *texts)
    if base["outcomes"] and _goes_on(row["outcomes"][0]):
        _join_outcome(work, base["outcomes"][-1], row["outcomes"].pop(0))
    base["outcomes"] += row["outcomes"]


def _goes_on(outcome: Entry) -> bool:
    return outcome["number"] is None and outcome["text"][:1].islower()


def _join_outcome(work: Work, last: Entry, outcome: Entry) -> None:
    was = _printed_both(last, outcome, "text")
    put_kept(last, "text", together(last["text"], outcome["text"]), was)
    if last["status"]:
        work.loosen(status_text(outcome))
    else:
        last["status"] = outcome["status"]


def _status(base: Entry, row: Entry) -> Entry | None:
    one, other = base["status"], row["status"]
    if not one or not other:
        status: Entry | None = one or other
        return status
    was = together(status_text(base), status_text(row))
    joined: Entry = {**other, **{key: each for key, each in one.items() if each}}
    joined.pop("repeated", None)
    return {**joined, "text": together(one["text"], other["text"]) or None, "printed": was}


def _rest(base: Entry, row: Entry) -> None:
    for head, text in row.get("other", {}).items():
        other = base.setdefault("other", {})
        other[head] = together(other.get(head), text)
    if "struck_words" in row:
        base["struck_words"] = [*base.get("struck_words", []), *row["struck_words"]]
    base["printed"] += row["printed"]
    for name in row["priorities"][1:]:
        if name not in base["priorities"]:
            base["priorities"].append(name)
    for name, differs in row["variants"].items():
        if name in base["priorities"][1:]:
            base["variants"].setdefault(name, differs)
    for key in row.keys() - KNOWN:
        base.setdefault(key, row[key])


def texts_of(action: Entry) -> list[str]:
    return [text for text in action_texts(action) if text]
