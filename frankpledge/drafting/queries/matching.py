"""A draft against the plan that it follows, promise by promise."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from frankpledge.drafting.doubts.doubt import label_of
from frankpledge.drafting.matching import Match, changed_words
from frankpledge.drafting.models import Draft
from frankpledge.drafting.pairing import FIELDS, Pairing, pairing, texts_of_file, texts_of_row
from frankpledge.drafting.present import as_mended, columns_of, reading_with, standing
from frankpledge.drafting.queries.finding import NotThere, draft_in
from frankpledge.partnership.models import Partnership
from frankpledge.plan.models import Action, Plan
from frankpledge.reading.words import alike

File = dict[str, Any]


@dataclass(frozen=True)
class FieldChange:
    field: str
    label: str
    pieces: list[tuple[str, str]]  # same, added or removed; the words


@dataclass(frozen=True)
class MatchLine:
    action: File
    label: str
    to: Action | None
    kind: str  # same, changed, new
    chosen: bool
    changes: list[FieldChange]
    others: list[Action]  # likely ones, best first
    merged: list[Action]  # these seem to have gone into it
    part_of: Action | None  # it seems to be a part of this one


@dataclass(frozen=True)
class MatchingPage:
    draft: Draft
    plan: Plan
    lines: list[MatchLine]
    dropped: list[Action]
    counts: dict[str, int]


def matching_page(partnership: Partnership, pk: int) -> MatchingPage:
    draft = draft_in(partnership, pk)
    if draft.follows is None:
        raise NotThere
    mends = list(draft.mends.all())
    reading = reading_with(draft, columns_of(draft, mends))
    pair = pairing(draft, as_mended(draft, reading, standing(mends)))
    entries = {each["id"]: each for each in pair.file["actions"]}
    lines = [_line(match, entries[match.new], pair) for match in pair.matches]
    gone_on = {line.to.pk for line in lines if line.to}
    dropped = [action for key, action in pair.actions.items() if key not in gone_on]
    counted = Counter(line.kind for line in lines)
    counts = {kind: counted[kind] for kind in ("same", "changed", "new")}
    return MatchingPage(draft, draft.follows, lines, dropped, {**counts, "dropped": len(dropped)})


def _line(match: Match, entry: File, pair: Pairing) -> MatchLine:
    to = pair.action(match.old)
    return MatchLine(
        action=entry,
        label=label_of(entry, 200),
        to=to,
        kind=match.kind,
        chosen=match.chosen,
        changes=_changes(entry, to) if to else [],
        others=_rows(match.likely, pair),
        merged=_rows(match.merged, pair),
        part_of=pair.action(match.part_of),
    )


def _rows(names: list[str], pair: Pairing) -> list[Action]:
    return [action for name in names if (action := pair.action(name))]


def _changes(entry: File, to: Action) -> list[FieldChange]:
    before, after = texts_of_row(to), texts_of_file(entry)
    return [
        FieldChange(field, label, changed_words(before[field], after[field]))
        for field, label in FIELDS.items()
        if alike(before[field]) != alike(after[field])
    ]
