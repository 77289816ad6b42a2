"""What moved since the round before, as lists: forward, back, changed. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from frankpledge.language.states import State
from frankpledge.papers.blocks import Cell, Items
from frankpledge.papers.contents import parts
from frankpledge.papers.marks import Mark
from frankpledge.papers.promises import Promise, day_in_words, promises_of
from frankpledge.papers.source import Doc, Source
from frankpledge.plan.showing import Shown

MOST = 8
TOLD = ("better", "worse", "changed", "none")


@dataclass
class Moved:
    forward: list[Cell] = field(default_factory=list)
    back: list[Cell] = field(default_factory=list)
    changed: list[Cell] = field(default_factory=list)
    first: int = 0  # of which nothing was said before

    def add(self, one: Promise, before: Promise | None) -> None:
        if before is None:
            self.changed.append(_item(one, "new in the plan"))
        elif one.shown.label == before.shown.label:
            return
        elif not one.shown.is_open and not one.shown.is_good:
            self.changed.append(_item(one, _ended(one)))
        elif before.shown.state == State.NOT_STATED:
            self.first += 1  # from nothing no way leads forward, but what begins badly is told
            self.back += [_item(one, f"{one.shown.label.lower()} at first")] * _is_short(one)
        else:
            better = one.shown.badness > before.shown.badness
            side = self.forward if better else self.back
            side.append(_item(one, f"was {before.shown.label.lower()}"))


def _is_short(one: Promise) -> bool:
    return one.falls is not None and one.falls.label == one.shown.label


def columns(source: Source) -> tuple[tuple[str, Items], ...] | None:
    """Nothing where there was no round before."""
    if source.before is None:
        return None
    then = {one.pk: one for one in promises_of(_then(source, source.before))}
    moved = Moved()
    for one in promises_of(source):
        moved.add(one, then.get(one.pk))
    for key, cell in _signals(source):
        {"better": moved.forward, "worse": moved.back}.get(key, moved.changed).append(cell)
    first = [Cell(f"{moved.first} said for the first time")] if moved.first else []
    changed = [*moved.changed, *first, *_answers(source)]
    lists = (("Forward", moved.forward), ("Back", moved.back), ("Changed", changed))
    return tuple((name, Items(tuple(_few(cells)))) for name, cells in lists)


def _signals(source: Source) -> Iterator[tuple[str, Cell]]:
    """Where figures say another thing than they said then."""
    for one in promises_of(source):
        for outcome in one.outcomes:
            signal = (outcome.judged or {}).get("signal")
            if not signal or signal["key"] not in TOLD:
                continue
            then = _label(source.before_signals.get(outcome.pk, ""))
            if then and then != _label(signal["words"]):
                told = f"figures {_label(signal['words'])}, {then} then"
                yield signal["key"], _item(one, told, parts.signal_of(outcome.judged).mark)


def _label(words: str) -> str:
    return words.partition(":")[0].lower().removesuffix(" yet")


def _then(source: Source, plan: Doc) -> Source:
    from dataclasses import replace

    return replace(source, plan=plan, answers={}, unreported={}, fresh={}, judgements={})


def _item(one: Promise, words: str, mark: Mark | None = None) -> Cell:
    return Cell(f"{one.ref} {_name(one)}: {words}".strip(), mark or _mark(one.shown))


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
