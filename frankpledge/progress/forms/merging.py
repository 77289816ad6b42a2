"""What came back, laid cell by cell over what is there. Pure; nobody's words win unseen."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from frankpledge.progress.forms import told as telling
from frankpledge.progress.forms.columns import ASKED, BY_NAME, Column, column_of
from frankpledge.progress.forms.here import Values, names_asked, sent_values, values_here
from frankpledge.progress.forms.placing import Placed
from frankpledge.progress.forms.returned import Row
from frankpledge.progress.forms.scale import choices
from frankpledge.progress.forms.typed import same, typed
from frankpledge.progress.queries.replying import ItemHere, OutcomeHere

Unchanged = Callable[[int, str, str], bool | None]
TOLD = ("ref", "promise", "outcome", "last", "last_words")


@dataclass
class Cell:
    name: str  # in the form behind the link
    here: str
    options: list[str]  # what came back: one, or more where it says two things
    how: str = "same"  # 'same', 'kept', 'new', 'cleared', 'choose'
    value: str = ""

    @property
    def all_options(self) -> list[str]:
        return list(dict.fromkeys([self.here, *self.options]))


@dataclass
class Merged:
    here: ItemHere
    cells: list[Cell] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)  # what cannot be taken, in a sentence each
    wrong_in: set[str] = field(default_factory=set)  # the fields of the form that these are of
    beside: list[tuple[str, str]] = field(default_factory=list)  # heading and words, kept beside

    @property
    def to_choose(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.how == "choose"]

    @property
    def is_new(self) -> bool:
        """Whether it says anything that was not sent before."""
        sent = sent_values(self.here)
        said = [cell for cell in self.cells if cell.options]
        return any(
            cell.how in ("new", "cleared", "choose")
            or (cell.options != [""] and not same(cell.value, sent.get(cell.name, "")))
            for cell in said
            if cell.how != "kept"
        )

    def values(self, chosen: dict[str, str] | None = None) -> Values:
        """All that the form holds: what is here, with what came back in its place."""
        held = values_here(self.here)
        held |= {cell.name: cell.value for cell in self.cells}
        held |= {name: value for name, value in (chosen or {}).items() if name in held}
        return {name: value for name, value in held.items() if value}


def merge(here: ItemHere, rows: list[tuple[str, Row]], unchanged: Unchanged) -> Merged:
    merged = Merged(here)
    found = _Found(here, merged)
    for key, row in rows:
        found.take(key, row)
    held = values_here(here)
    for name in names_asked(here):
        if name in found.options:
            cell = Cell(name, held.get(name, ""), found.options[name])
            merged.cells.append(_decided(cell, here.item.pk, unchanged))
    return merged


def _decided(cell: Cell, item: int, unchanged: Unchanged) -> Cell:
    came = cell.options
    if len(came) > 1:
        return _with(cell, "choose", cell.here)
    if same(came[0], cell.here):
        return _with(cell, "same", cell.here)
    if unchanged(item, cell.name, came[0]):
        return _with(cell, "kept", cell.here)  # somebody changed it here since
    here_unchanged = unchanged(item, cell.name, cell.here)
    if not came[0]:
        # An empty cell takes words away only where it is known that they stood in it.
        return _with(cell, "cleared", "") if here_unchanged else _with(cell, "kept", cell.here)
    if not cell.here or here_unchanged:
        return _with(cell, "new", came[0])
    return _with(cell, "choose", cell.here)


def _with(cell: Cell, how: str, value: str) -> Cell:
    cell.how, cell.value = how, value
    return cell


class _Found:
    """What the rows of one promise say, by the names of its form."""

    def __init__(self, here: ItemHere, merged: Merged) -> None:
        self.here, self.merged = here, merged
        self.asked = set(names_asked(here))
        self.words = choices(here.scale)
        self.options: dict[str, list[str]] = {}

    def take(self, key: str, row: Row) -> None:
        for column in ASKED:
            if column.name in row.valueless:
                self.merged.wrong.append(f"{column.heading} {VALUELESS}")
            elif column.name in row.cells:
                self._cell(column, key, row.cells[column.name])
        self.merged.beside += list(row.extra.items())
        self._typed_over(key, row)

    def _cell(self, column: Column, key: str, text: str) -> None:
        name = f"{column.name}-{key}" if column.of_outcome else column.name
        if name not in self.asked:
            if text:
                self.merged.beside.append((column.heading, text))
            return
        said = typed(column, text, self.words, self._counts(key))
        if said.wrong:
            self.merged.wrong.append(f"{column.heading} {said.wrong}")
            self.merged.wrong_in.add(name)
        self._add(column, name, said.value)
        if said.of:
            self._of(key, said.of, text)

    def _counts(self, key: str) -> str:
        targets = [one.target for one in self.here.outcomes if one.key == key]
        return targets[0].counts if targets and targets[0] else ""

    def _of(self, key: str, value: str, text: str) -> None:
        if f"of-{key}" in self.asked:
            self._add(BY_NAME["of"], f"of-{key}", value)
        else:
            self.merged.beside.append((BY_NAME["figure"].heading, text))

    def _add(self, column: Column, name: str, value: str) -> None:
        """Several rows of one promise may hold its words: they are read one after the other."""
        before = [one for one in self.options.get(name, []) if one]
        if not value:
            self.options.setdefault(name, [""])
        elif not any(same(one, value) for one in before):
            if column.kind == "words" and before:
                self.options[name] = ["\n\n".join([*before, value])]
            else:
                self.options[name] = [*before, value]

    def _typed_over(self, key: str, row: Row) -> None:
        """Words in a cell that asks nothing are kept beside."""
        stood: list[str] = []
        for one in _outcomes(self.here, key):
            for is_first in (True, False):
                told = telling.told(self.here, one, is_first=is_first)
                stood += [told[name] for name in TOLD]
        for name in TOLD:
            said = row.cells.get(name, "")
            if said and not any(same(said, one) for one in stood):
                self.merged.beside.append((f"Over ‘{BY_NAME[name].heading}’", said))


def _outcomes(here: ItemHere, key: str) -> list[OutcomeHere]:
    return [one for one in here.outcomes if key in (one.key, "all")]


DAY = re.compile(r"\d{4}-\d\d-\d\d")
VALUELESS = "holds a formula that was never worked out: type its answer."


def shown(here: ItemHere, name: str, value: str) -> str:
    """A value of the form in words."""
    if name.startswith("how-"):
        return choices(here.scale).get(value, value)
    if name == "said_on" and DAY.fullmatch(value):
        return _day_words(value)
    return value


def _day_words(value: str) -> str:
    try:
        day = datetime.date.fromisoformat(value)
    except ValueError:
        return value
    return f"{day.day} {day:%B} {day.year}"


def label_of(here: ItemHere, name: str) -> str:
    column = column_of(name)
    if not column.of_outcome or len(here.outcomes) < 2:
        return column.heading
    number = next(
        (
            telling.outcome_words(one).partition(".")[0]
            for one in here.outcomes
            if name == f"{column.name}-{one.key}"
        ),
        "",
    )
    return f"Outcome {number}: {column.heading}"


def merge_all(placed: Placed, heres: list[ItemHere], unchanged: Unchanged) -> list[Merged]:
    return [merge(here, placed.of(here), unchanged) for here in heres]
