"""Leads whom nobody here goes by."""

from collections.abc import Callable, Iterator
from typing import Any

from frankpledge.drafting.doubts.doubt import Doubt, Offer, change_text, label_of
from frankpledge.reading.words import alike

File = dict[str, Any]


def leads(file: File, known: Callable[[dict[str, Any]], bool]) -> Iterator[Doubt]:
    """Each printed name once, however many promises have it."""
    asked: set[str] = set()
    for action in file["actions"]:
        name = alike(action["lead"] or "")
        if not name or name in asked or known(action):
            continue
        asked.add(name)
        same = sum(1 for each in file["actions"] if alike(each["lead"] or "") == name)
        more = f" {same} promises name it so." if same > 1 else ""
        given = {"action": action["id"], "everywhere": True}
        yield Doubt(
            kind="lead",
            sentence=f"Nobody of this partnership goes by this name.{more}",
            of=action["id"],
            field="lead",
            printed=action["lead"],
            understood=f"Kept as printed, at ‘{label_of(action)}’",
            offers=[
                Offer("lead", given, "It is…", "who"),
                change_text(action["id"], "lead", "Write it another way"),
            ],
        )
