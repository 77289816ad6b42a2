"""Which promise of the plan before each promise of the new file goes on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from frankpledge.drafting.matching.likeness import held_in, likeness, stems, weights
from frankpledge.reading.words import alike

ALIKE_ENOUGH = 0.5
# With the same reference under the same priority less will do; a number alone never does.
WITH_REF = 0.35
LIKELY = 0.25
MOST_LIKELY = 5
MOSTLY_HELD = 0.6


@dataclass(frozen=True)
class Promise:
    id: str
    words: str
    ref: str = ""
    priority: str = ""  # its title
    # What it promises beside its words: outcomes, when, who.
    rest: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Match:
    new: str  # id in the file
    old: str | None = None
    kind: str = "new"  # same, changed, new
    chosen: bool = False
    likely: list[str] = field(default_factory=list)
    # Promises before that seem to have gone into this one, or the one that it seems a part of.
    merged: list[str] = field(default_factory=list)
    part_of: str | None = None


@dataclass(frozen=True)
class _Pair:
    score: float
    new: int
    old: int


def matched(
    new: Sequence[Promise],
    old: Sequence[Promise],
    chosen: Mapping[str, str | None] | None = None,
) -> list[Match]:
    """A match for each new promise, in order. What a coordinator chose goes before every guess."""
    chosen = chosen or {}
    likes = _Likes(new, old)
    found = {each.id: Match(each.id, chosen=each.id in chosen) for each in new}
    taken = {name for name in chosen.values() if name}
    for each in new:
        found[each.id].old = chosen.get(each.id)
    for pair in likes.pairs:
        match, before = found[new[pair.new].id], old[pair.old].id
        if match.old is None and not match.chosen and before not in taken:
            match.old = before
            taken.add(before)
    olds = {each.id: each for each in old}
    for at, each in enumerate(new):
        match = found[each.id]
        match.likely = likes.likely(at)
        match.kind = _kind(each, olds.get(match.old or ""))
    _merged_and_parted(found, likes, new, old, taken)
    return list(found.values())


def _kind(new: Promise, old: Promise | None) -> str:
    if old is None:
        return "new"
    same = alike(new.words) == alike(old.words) and new.ref == old.ref
    rest = all(alike(new.rest.get(name, "")) == alike(text) for name, text in old.rest.items())
    return "same" if same and rest else "changed"


class _Likes:
    """Every pair that is at all alike, best first; of equals the one that stands in its place."""

    def __init__(self, new: Sequence[Promise], old: Sequence[Promise]) -> None:
        self.old = old
        self.new_stems = [stems(each.words) for each in new]
        self.old_stems = [stems(each.words) for each in old]
        self.by = weights([*self.new_stems, *self.old_stems])
        titles = {each.priority: stems(each.priority) for each in (*new, *old)}
        self.titles_by = weights(titles.values())
        self.titles = titles
        self.scores: dict[int, list[tuple[float, int]]] = {}
        pairs = [pair for at, each in enumerate(new) for pair in self._pairs_of(at, each)]
        self.pairs = sorted(pairs, key=lambda p: (-p.score, abs(p.new - p.old), p.new, p.old))

    def _pairs_of(self, at: int, each: Promise) -> list[_Pair]:
        found, scores = [], []
        for place, before in enumerate(self.old):
            like = likeness(self.new_stems[at], self.old_stems[place], self.by)
            if like < LIKELY:
                continue
            under = self._under(each.priority, before.priority)
            ref = bool(each.ref) and each.ref == before.ref
            score = like + 0.15 * under + (0.05 if ref else 0.0)
            scores.append((score, place))
            if like >= ALIKE_ENOUGH or (ref and under > ALIKE_ENOUGH and like >= WITH_REF):
                found.append(_Pair(score, at, place))
        self.scores[at] = sorted(scores, key=lambda pair: (-pair[0], pair[1]))
        return found

    def _under(self, one: str, other: str) -> float:
        if one == other:
            return 1.0
        return likeness(self.titles[one], self.titles[other], self.titles_by)

    def likely(self, at: int) -> list[str]:
        return [self.old[place].id for _, place in self.scores[at][:MOST_LIKELY]]


def _merged_and_parted(
    found: dict[str, Match],
    likes: _Likes,
    new: Sequence[Promise],
    old: Sequence[Promise],
    taken: set[str],
) -> None:
    for place, before in enumerate(old):
        holders = [
            (held_in(likes.old_stems[place], likes.new_stems[at], likes.by), -at)
            for at in range(len(new))
        ]
        best, at = max(holders, default=(0.0, 0))
        if before.id not in taken and best >= MOSTLY_HELD:
            found[new[-at].id].merged.append(before.id)
    for at, each in enumerate(new):
        if found[each.id].old is not None:
            continue
        wholes = [
            (held_in(likes.new_stems[at], likes.old_stems[place], likes.by), -place)
            for place in range(len(old))
        ]
        best, place = max(wholes, default=(0.0, 0))
        if best >= MOSTLY_HELD and old[-place].id in taken:
            found[each.id].part_of = old[-place].id
