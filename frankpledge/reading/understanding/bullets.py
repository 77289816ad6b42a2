"""Plans written as headings and bullets: a promise in a line, with who and when beside it."""

import re
from typing import Any

from frankpledge.language import read_leads
from frankpledge.reading.understanding.aligning import NAMELY, TIME
from frankpledge.reading.understanding.columns import role_of
from frankpledge.reading.understanding.outline import Outline, Section
from frankpledge.reading.understanding.priorities import Priorities
from frankpledge.reading.understanding.statuses import status
from frankpledge.reading.understanding.titles import LABELLED
from frankpledge.reading.words import fold

NAMES = ("organisation", "person", "post", "group")
Action = dict[str, Any]
LABEL = re.compile(
    r"(?:\A|(?<=[\s(;,.]))((?:lead(?: agency| officer)?|led by|owner|responsible|partners?|support|"
    r"by when|by|when|timescale|deadline|target|measure|outcome|success|status|rag|update|progress|"
    r"success (?:measures?|criteria)|performance (?:measures?|indicators?)|kpis?|outputs?|"
    r"measures|outcomes|targets|milestones?|target date|due date|"
    r"resources?))\s*:\s*",
    re.I,
)
WILL = re.compile(r"(?:\bwe will|\bactions?|\bwhat we will do|\bwe shall|\bcommitments)\W*\Z", re.I)
ASIDE = re.compile(r"\A(.*\S)\s*(?:\(([^()]{3,120})\)|\[([^\[\]]{3,120})\])\s*\.?\Z", re.S)
NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})?)[.)]?\s+(?=[A-Z])")


def actions_in(outline: Outline, priorities: Priorities) -> list[Action]:
    found: list[Action] = []
    for section in outline.sections:
        items = sorted(section.items)
        if items and section.unused() and _are_promises(section, items):
            found += _taken(section, items, priorities)
    return found


def _are_promises(section: Section, items: list[int]) -> bool:
    """Most lines say who or when; or the part is called a priority and says "we will"."""
    marked = [at for at in items if _annotated(section.texts[at])]
    labelled = any(_labels_only(text) for text in section.texts)
    if len(marked) * 2 >= len(items) or (labelled and marked):
        return True
    called = any(LABELLED.match(section.headings[at].text) for at in section.unused())
    return called and items[0] > 0 and bool(WILL.search(section.texts[items[0] - 1]))


def _annotated(text: str) -> bool:
    if LABEL.search(text):
        return True
    aside = ASIDE.match(text)
    inner = (aside.group(2) or aside.group(3)) if aside else ""
    return bool(inner) and any(TIME.search(piece) for piece in _pieces(inner))


def _labels_only(text: str) -> bool:
    return bool(LABEL.match(text))


def _pieces(text: str) -> list[str]:
    return [fold(piece) for piece in re.split(r"[;,]|\s[–—-]\s", text) if fold(piece)]


def _taken(section: Section, items: list[int], priorities: Priorities) -> list[Action]:
    heading = section.unused()[-1]
    section.used.add(heading)
    priority = priorities.open(section.headings[heading].text)
    found: list[Action] = []
    kept: list[str] = []
    for at, text in enumerate(section.texts):
        labelled = _labels_only(text)
        if found and labelled:
            _labelled(found[-1], text, priorities)
        elif at in section.items and not labelled:
            found.append(_action(text, priority, priorities))
        else:
            kept.append(text)
    section.texts = kept
    section.items = set()
    for action in found:
        _name_leads(action)
    return found


def _name_leads(action: Action) -> None:
    action["leads"] = [
        {name: getattr(lead, name) or None for name in ("organisation", "person", "post", "group")}
        for lead in read_leads(action["lead"] or "")
    ]


def labelled_action(
    text: str, labels: list[str], priority: str | None, priorities: Priorities
) -> Action:
    """A promise that is a heading, with lines under it that say what they are."""
    ref, text = _numbered(text)
    action = _empty(ref, priority) | {"action": text}
    for label in labels:
        _labelled(action, label, priorities)
    _name_leads(action)
    return action


def _numbered(text: str) -> tuple[str | None, str]:
    numbered = NUMBER.match(text)
    return (numbered.group(1), text[numbered.end() :]) if numbered else (None, text)


def _empty(ref: str | None, priority: str | None) -> Action:
    action: Action = dict.fromkeys(("aim", "lead", "support", "timescale", "update", "status"))
    under = [priority] if priority else []
    action |= {"ref": ref, "priorities": under, "action": "", "leads": [], "resources": []}
    action |= {"outcomes": [], "updates": [], "variants": {}, "printed": [], "as_printed": {}}
    return action


def _action(text: str, priority: str, priorities: Priorities) -> Action:
    ref, text = _numbered(text)
    action = _empty(ref, priority)
    label = LABEL.search(text)
    if label:
        action["action"] = fold(text[: label.start()]).rstrip(" (")
        _labelled(action, text[label.start() :].strip(), priorities)
        return action
    aside = ASIDE.match(text)
    if aside and _annotated(text):
        action["action"] = fold(aside.group(1))
        _aside(action, aside.group(2) or aside.group(3))
    else:
        action["action"] = text
    return action


def _aside(action: Action, text: str) -> None:
    for piece in _pieces(text):
        when = TIME.search(piece) and not NAMELY.match(piece.split(" by ")[0])
        when = when or bool(re.match(r"by\b|from\b|in\b|during\b|until\b", piece, re.I))
        _put(action, "timescale" if when or TIME.fullmatch(piece) else "lead", piece)


def _labelled(action: Action, text: str, priorities: Priorities) -> None:
    labels = list(LABEL.finditer(text))
    for at, label in enumerate(labels):
        end = labels[at + 1].start() if at + 1 < len(labels) else len(text)
        priorities.furniture.append(label.group(1))
        said = fold(text[label.end() : end]).strip(" ;,()").removesuffix(".")
        role = "timescale" if label.group(1).lower() == "by" else role_of(label.group(1))
        first, *others = said.split(";") if role == "lead" else [said]
        _put(action, role or "update", first.strip())
        for other in filter(None, map(fold, others)):
            _put(action, _beside(other), other)


def _beside(text: str) -> str:
    """What stands after the lead without a label of its own: when, or how many."""
    if re.match(r"(?:by|from|in|during|until)\b", text, re.I) or TIME.fullmatch(text):
        return "timescale"
    return "outcomes" if any(map(str.isdigit, text)) else "lead"


def _put(action: Action, role: str, text: str) -> None:
    if role == "outcomes":
        action["outcomes"].append({"number": None, "text": text, "status": None})
    elif role == "resources":
        action["resources"].append(text)
    elif role == "update":
        action["update"] = {"text": text, "as_at": None}
    elif role == "status":
        action["status"] = status(text)
    else:
        field = role if role in {"lead", "support", "timescale"} else "timescale"
        action[field] = f"{action[field]}, {text}" if action[field] else text
