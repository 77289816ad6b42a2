"""Statuses, dates and targets whose meaning is open."""

from collections.abc import Iterator
from typing import Any

from frankpledge.drafting.doubts.doubt import Doubt, Offer, change_text, label_of
from frankpledge.language import read_status
from frankpledge.language.states import State
from frankpledge.reading.words import worded

File = dict[str, Any]
Entry = dict[str, Any]
# What a colour says where no legend does.
FAR_FROM = {
    "green": {State.NOT_STARTED, State.BLOCKED, State.DELAYED},
    "red": {State.COMPLETE},
}
UNREAD = {"unread", "unknown"}


def promises(file: File) -> Iterator[tuple[Entry, Entry]]:
    """Each action and each of its outcomes, with its action."""
    for action in file["actions"]:
        yield action, action
        for outcome in action["outcomes"]:
            yield outcome, action


def statuses(file: File) -> Iterator[Doubt]:
    """Words that mean nothing to us once each; words and colour that disagree, each time."""
    asked: set[tuple[str, str]] = set()
    legend = file.get("legend", {})
    for entry, action in promises(file):
        status = entry["status"] or {}
        text, colour = status.get("text") or "", status.get("colour") or ""
        state = status.get("state") or ""
        said = (text.casefold(), "" if text else colour)
        if state:
            yield from _disagreeing(entry, action, legend)
        elif (worded(text) or colour) and said not in asked and colour not in legend:
            asked.add(said)
            yield _meaningless(entry, action, text, colour)


def _meaningless(entry: Entry, action: Entry, text: str, colour: str) -> Doubt:
    what = "These words" if text else f"The colour {colour}"
    given = {"of": entry["id"], "everywhere": True}
    return Doubt(
        kind="status",
        sentence=f"{what} did not say how the promise stands.",
        of=entry["id"],
        field="status",
        printed=text or colour,
        understood=f"Kept as printed, at ‘{label_of(action)}’",
        offers=[Offer("status", given, "It means…", "state")],
    )


def _disagreeing(entry: Entry, action: Entry, legend: dict[str, str]) -> Iterator[Doubt]:
    status = entry["status"]
    colour, state = status.get("colour") or "", status["state"]
    meant = read_status(legend[colour]).state if colour in legend else None
    near = {meant, State.NOT_STATED, None}
    far = state in FAR_FROM.get(colour, ()) or (meant is State.COMPLETE and state not in near)
    if not far or meant == state:
        return
    yield Doubt(
        kind="colour",
        sentence=f"The words and the colour disagree: the colour is {colour}.",
        of=entry["id"],
        field="status",
        printed=status.get("text") or "",
        understood=f"{State(state).words}, at ‘{label_of(action)}’",
        offers=[Offer("status", {"of": entry["id"]}, "It is…", "state")],
    )


def dates(file: File) -> Iterator[Doubt]:
    for action in file["actions"]:
        reading = (action.get("parsed") or {}).get("timescale")
        if not reading:
            continue
        findings = [
            *reading["findings"],
            *(f for part in reading["parts"] for f in part["findings"]),
        ]
        sentences = list(dict.fromkeys(each["message"] for each in findings))
        if not reading["parts"] or any(part["kind"] in UNREAD for part in reading["parts"]):
            sentences = sentences or ["No date could be read from this."]
        for sentence in sentences:
            yield Doubt(
                kind="date",
                sentence=sentence,
                of=action["id"],
                field="timescale",
                printed=action["timescale"] or "",
                understood=f"At ‘{label_of(action)}’",
                offers=[change_text(action["id"], "timescale", "Write another timescale")],
            )


def targets(file: File) -> Iterator[Doubt]:
    """One for each promise, however many of its outcomes are meant."""
    for action in file["actions"]:
        open_ones = [(each, why) for each in action["outcomes"] if (why := _why_not(each))]
        if not open_ones:
            continue
        first, why = open_ones[0]
        several = f" The same is true of {len(open_ones) - 1} more." if len(open_ones) > 1 else ""
        yield Doubt(
            kind="target",
            sentence=f"{why}{several if len({each for _, each in open_ones}) == 1 else ''}",
            of=first["id"],
            field="text",
            printed="\n".join(each["text"] for each, _ in open_ones),
            understood=f"Kept as printed and never judged, at ‘{label_of(action)}’",
            offers=[change_text(first["id"], "text", "Write it so that it can be judged")],
        )


def _why_not(outcome: Entry) -> str:
    read = (outcome.get("parsed") or {}).get("target") or {}
    targets = read.get("targets") or []
    if not targets or any(target["judgeable"] for target in targets):
        return ""
    return str(targets[0]["why_not"])
