"""Rows that may be something else, or that lack what the others have."""

import re
from collections.abc import Iterator
from typing import Any

from frankpledge.drafting.doubts.doubt import Doubt, Offer, change_text, label_of
from frankpledge.reading.words import words

File = dict[str, Any]
Action = dict[str, Any]
FIELDS = ("lead", "support", "timescale", "update", "status", "aim")
SAME = re.compile(r"\W*(?:as (?:per )?above|ditto|do\.?|same as above|see above|〃|\")\W*\Z", re.I)
TEXT_OF = {"update": "text", "outcomes": "outcomes"}
HEADING_WORDS = 8


def bare(file: File) -> Iterator[Doubt]:
    """Nothing but words: the rest of the row above, a heading, or a promise that says little."""
    actions = file["actions"]
    said = [action for action in actions if not _is_bare(action)]
    above: Action | None = None
    for action in actions:
        if not words(action["action"]):
            yield _wordless(action, above)
        elif above and action["action"][:1].islower():
            yield _doubt(action, above, "It begins in the middle of a sentence.")
        elif _is_bare(action) and said:
            yield _doubt(action, above, "It has no lead, no date and no measure, as others have.")
        above = action


def _is_bare(action: Action) -> bool:
    return not (action["outcomes"] or action["resources"] or any(action[name] for name in FIELDS))


def _doubt(action: Action, above: Action | None, sentence: str) -> Doubt:
    offers = _joins(action, above)
    if len(words(action["action"])) <= HEADING_WORDS:
        offers.append(Offer("is-priority", {"action": action["id"]}, "It is a priority"))
    offers.append(Offer("aside", {"of": action["id"]}, "It is no promise: keep it as prose"))
    return Doubt(
        kind="row",
        sentence=sentence,
        of=action["id"],
        field="action",
        printed=action["action"],
        understood=f"A promise of its own, below ‘{label_of(above)}’" if above else "A promise",
        offers=offers,
    )


def _joins(action: Action, above: Action | None) -> list[Offer]:
    if above is None:
        return []
    given = {"action": action["id"], "of": above["id"]}
    return [
        Offer("continues", given, "It goes on with the row above"),
        Offer("is-outcome", given, "It is an outcome of the row above"),
    ]


def _wordless(action: Action, above: Action | None) -> Doubt:
    texts = [action["ref"], action["aim"], *(each["text"] for each in action["outcomes"])]
    return Doubt(
        kind="wordless",
        sentence="This row does not say what will be done.",
        of=action["id"],
        field="action",
        printed="\n".join(text for text in texts if text),
        offers=[
            change_text(action["id"], "action", "Write what will be done"),
            *_joins(action, above),
            Offer("aside", {"of": action["id"]}, "It is no promise: keep it as prose"),
        ],
    )


def without_priority(file: File) -> Iterator[Doubt]:
    if not file["priorities"]:
        return
    for action in file["actions"]:
        if not action["priorities"]:
            yield Doubt(
                kind="no-priority",
                sentence="It stands under no priority.",
                of=action["id"],
                printed=label_of(action, 200),
                offers=[Offer("under", {"action": action["id"]}, "It is under…", "priorities")],
            )


def without(file: File, field: str, sentence: str) -> Iterator[Doubt]:
    """Only where most of the others have it: a plan without the column lacks it for a reason."""
    having = sum(1 for action in file["actions"] if action[field])
    if having * 2 < len(file["actions"]):
        return
    for action in file["actions"]:
        if not action[field] and not _is_bare(action) and words(action["action"]):
            yield Doubt(
                kind=f"no-{field}",
                sentence=sentence,
                of=action["id"],
                field=field,
                printed=label_of(action, 200),
                offers=[change_text(action["id"], field, f"Write the {field}")],
            )


def repeated(file: File) -> Iterator[Doubt]:
    for action in file["actions"]:
        for field, was in action["as_printed"].items():
            if SAME.match(was) and (understood := _said(action, field)):
                yield Doubt(
                    kind="as-above",
                    sentence="The document only points to the row above.",
                    of=action["id"],
                    field=field,
                    printed=was,
                    understood=understood,
                    offers=_other_words(action, field),
                )


def _said(action: Action, field: str) -> str:
    if field == "outcomes":
        return "\n".join(each["text"] for each in action["outcomes"])
    value = action.get(field)
    return str(value["text"] if isinstance(value, dict) else value or "")


def _other_words(action: Action, field: str) -> list[Offer]:
    if field == "outcomes":
        return []
    return [change_text(action["id"], field, "Write something else")]


def joined(file: File) -> Iterator[Doubt]:
    titles = {each["id"]: each["title"] for each in file["priorities"]}
    for action in file["actions"]:
        if len(action["priorities"]) > 1 and action["printed"]:
            names = [titles.get(name, name) for name in action["priorities"]]
            yield Doubt(
                kind="joined",
                sentence=f"The same promise stands under {len(names)} priorities. It is kept "
                "as one; what differs is kept beside it.",
                of=action["id"],
                printed=label_of(action, 200),
                understood="\n".join(names),
                offers=_apart(action, titles),
            )


def _apart(action: Action, titles: dict[str, str]) -> list[Offer]:
    rows = {row["priority"] for row in action["printed"]}
    return [
        Offer(
            "apart",
            {"action": action["id"], "priority": name},
            f"Under ‘{_cut(titles.get(name, name))}’ it is another promise",
        )
        for name in action["priorities"][1:]
        if name in rows
    ]


def _cut(title: str, most: int = 60) -> str:
    return title if len(title) <= most else f"{title[: most - 1].rstrip()}…"
