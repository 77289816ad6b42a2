"""The weekly letter: what is new in full, what is still so in one line each. Pure."""

from frankpledge.judging.attention.gathered import Attention, Told

MOST_STILL = 20


def subject(name: str, found: Attention) -> str:
    still = len(found.told) - len(found.new)
    if not found.new:
        return f"{name}: nothing new, {still} still so"
    return f"{name}: {len(found.new)} new to look at" + (f", {still} still so" if still else "")


def body(found: Attention, address: str) -> str:
    parts = [_new(found), _still(found), f"All of it, with what one could do next:\n{address}"]
    return "\n\n".join(part for part in [*parts, found.looked] if part)


def _new(found: Attention) -> str:
    said = []
    for part in found.parts:
        new = [each for each in part.told if each.is_new]
        if new:
            said.append("\n".join([part.title, *map(_line, new)]))
    return "\n\n".join(said)


def _line(told: Told) -> str:
    return f"- {told.matter.sentence}\n  {told.matter.do}"


def _still(found: Attention) -> str:
    still = [each for each in found.told if not each.is_new]
    if not still:
        return ""
    lines = [f"- {each.matter.sentence}" for each in still[:MOST_STILL]]
    if len(still) > MOST_STILL:
        lines.append(f"- and {len(still) - MOST_STILL} more")
    return "\n".join(["Still so:", *lines])
