"""Which promise and outcome each row that came back speaks of: by its mark, else by its words."""

import difflib
from dataclasses import dataclass, field

from frankpledge.progress.forms.returned import Row
from frankpledge.progress.forms.scale import folded
from frankpledge.progress.forms.told import outcome_words
from frankpledge.progress.queries.replying import ItemHere

ALIKE = 0.75
FAR = 0.5
Place = tuple[int, str]  # item id; outcome id, 'whole', or 'all' for the promise


@dataclass
class Placed:
    rows: dict[Place, list[Row]] = field(default_factory=dict)
    unplaced: list[Row] = field(default_factory=list)

    def of(self, here: ItemHere) -> list[tuple[str, Row]]:
        pk = here.item.pk
        return [(key, row) for (item, key), all_ in self.rows.items() for row in all_ if item == pk]


def place(rows: list[Row], heres: list[ItemHere]) -> Placed:
    placed = Placed()
    by_id = {here.item.pk: here for here in heres}
    for row in rows:
        at = _by_mark(row, by_id) or _by_words(row, heres)
        if at:
            placed.rows.setdefault(at, []).append(row)
        elif has_words(row):
            placed.unplaced.append(row)
    return placed


def has_words(row: Row) -> bool:
    return any(row.cells.values()) or bool(row.extra)


def _by_mark(row: Row, by_id: dict[int, ItemHere]) -> Place | None:
    here = by_id.get(row.item)
    if here is None or not (row.outcome == "all" or _has(here, row.outcome)):
        return None
    if _contradicts(row, here):
        return None  # one column was sorted without the others: the words are what people read
    return row.item, row.outcome


def _has(here: ItemHere, key: str) -> bool:
    return any(one.key == key for one in here.outcomes)


def _contradicts(row: Row, here: ItemHere) -> bool:
    ref, words = row.cells.get("ref", ""), row.cells.get("promise", "")
    other_ref = bool(ref and here.action.ref) and folded(ref) != folded(here.action.ref)
    if other_ref or words:
        if words and alike(words, here.action.words) < FAR:
            return True
        outcome = next((one for one in here.outcomes if one.key == row.outcome), None)
        said = row.cells.get("outcome", "")
        return bool(outcome and said) and alike(said, outcome_words(outcome)) < FAR  # type: ignore[arg-type]
    return False


def _by_words(row: Row, heres: list[ItemHere]) -> Place | None:
    here = _item_like(row, heres)
    if here is None:
        return None
    said = row.cells.get("outcome", "")
    if len(here.outcomes) == 1 and not said:
        return here.item.pk, here.outcomes[0].key
    scored = [(alike(said, outcome_words(one)), one.key) for one in here.outcomes]
    return _best(scored, here.item.pk)


def _item_like(row: Row, heres: list[ItemHere]) -> ItemHere | None:
    ref, words = row.cells.get("ref", ""), row.cells.get("promise", "")
    named = [here for here in heres if ref and folded(here.action.ref) == folded(ref)]
    if words:
        near = [here for here in heres if alike(words, here.action.words) >= ALIKE]
        both = [here for here in near if here in named]
        found = both or near
    else:
        found = named
    return found[0] if len(found) == 1 else None


def _best(scored: list[tuple[float, str]], item: int) -> Place | None:
    near = sorted((one for one in scored if one[0] >= ALIKE), reverse=True)
    if not near or (len(near) > 1 and near[0][0] - near[1][0] < 0.02):
        return None
    return item, near[0][1]


def alike(one: str, other: str) -> float:
    first, last = folded(one)[:400], folded(other)[:400]
    return difflib.SequenceMatcher(None, first, last, autojunk=False).ratio()
