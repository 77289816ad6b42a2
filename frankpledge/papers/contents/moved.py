"""What moved since the round before, as lists: forward, back, changed. Pure."""

from frankpledge.papers.blocks import Cell, Items
from frankpledge.papers.marks import Mark
from frankpledge.papers.promises import Promise, day_in_words, promises_of
from frankpledge.papers.source import Doc, Source
from frankpledge.plan.showing import Shown

MOST = 8


def columns(source: Source) -> tuple[tuple[str, Items], ...] | None:
    """Nothing where there was no round before."""
    if source.before is None:
        return None
    then = {one.pk: one for one in promises_of(_then(source, source.before))}
    forward: list[Cell] = []
    back: list[Cell] = []
    changed: list[Cell] = []
    for one in promises_of(source):
        before = then.get(one.pk)
        if before is None:
            changed.append(_item(one, "new in the plan"))
        elif one.shown.label != before.shown.label:
            if not one.shown.is_open and not one.shown.is_good:
                changed.append(_item(one, _ended(one)))
            else:
                side = forward if one.shown.badness > before.shown.badness else back
                side.append(_item(one, f"was {before.shown.label.lower()}"))
    lists = (("Forward", forward), ("Back", back), ("Changed", [*changed, *_answers(source)]))
    return tuple((name, Items(tuple(_few(cells)))) for name, cells in lists)


def _then(source: Source, plan: Doc) -> Source:
    from dataclasses import replace

    return replace(source, plan=plan, answers={}, unreported={}, fresh={}, judgements={})


def _item(one: Promise, words: str) -> Cell:
    return Cell(f"{one.ref} {_name(one)}: {words}".strip(), _mark(one.shown))


def _name(one: Promise, most: int = 7) -> str:
    words = one.words.split()
    return " ".join(words[:most]) + ("…" if len(words) > most else "")


def _mark(shown: Shown) -> Mark:
    return Mark("delivery", shown.shape, shown.colour)


def _ended(one: Promise) -> str:
    on = f" {day_in_words(one.closed_on)}" if one.closed_on else ""
    return f"{one.shown.label.lower()}{on}"


def _answers(source: Source) -> list[Cell]:
    asked = {
        item["action_id"]
        for request in (source.round or {}).get("requests", [])
        for item in request["items"]
    } & {action["pk"] for action in source.plan["actions"]}
    if not asked:
        return []
    told = sum(pk in source.answers for pk in asked)
    return [Cell(f"{told} of {len(asked)} reported in this round")]


def _few(cells: list[Cell]) -> list[Cell]:
    if not cells:
        return [Cell("None")]
    rest = len(cells) - MOST
    return [*cells[:MOST], *([Cell(f"and {rest} more")] if rest > 0 else [])]
