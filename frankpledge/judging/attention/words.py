"""The weekly letter: what is new in full, what is still so in one line each. Pure."""

from frankpledge.judging.attention.gathered import Attention, Told

MOST_STILL = 20
FOOT = (
    "This goes to the coordinators at the beginning of each week, and only where there is "
    "something to tell. What is restricted stands on that page alone."
)


def subject(name: str, found: Attention) -> str:
    still = len(found.told) - len(found.new)
    if not found.new:
        return f"{name}: nothing new, {still} still so"
    return f"{name}: {len(found.new)} new to look at" + (f", {still} still so" if still else "")


def body(found: Attention, address: str) -> str:
    parts = [_new(found), _still(found), f"All of it, with where to do it:\n{address}"]
    return "\n\n".join(part for part in [*parts, found.looked, FOOT] if part)


def _new(found: Attention) -> str:
    said = []
    for part in found.parts:
        new = [each for each in part.told if each.is_new]
        if new:
            said.append("\n\n".join([f"{part.title}:", *map(_line, new)]))
    return "\n\n".join(said)


def _line(told: Told) -> str:
    do = told.matter.do
    return f"- {told.matter.sentence}\n  Next: {do[:1].lower()}{do[1:]}"


def _still(found: Attention) -> str:
    still = [each for each in found.told if not each.is_new]
    if not still:
        return ""
    lines = [f"- {each.matter.sentence}" for each in still[:MOST_STILL]]
    if len(still) > MOST_STILL:
        lines.append(f"- and {len(still) - MOST_STILL} more")
    return "\n".join(["Still so:", *lines])
