"""What changed, and what chance explains of it: from counts that are shown, both of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from frankpledge.evidence.released import Place, Release
from frankpledge.figures.change import Change
from frankpledge.figures.places.changes import Row, table_of_changes
from frankpledge.figures.rates import Rate, rate
from frankpledge.public.showing.figures.said import HELD, TOO_FEW, UNKNOWN, Verdict, kind, verdict


@dataclass(frozen=True)
class Line:
    """One line of a table: of a type, or of a place."""

    name: str
    now: int | None
    before: int | None
    change: Change | None
    verdict: Verdict
    # What stands where there is no figure.
    hidden: str = HELD
    code: str = ""
    rate: Rate | None = None
    url: str = ""
    # Counted in one way and then in another.
    is_broken: bool = False

    @property
    def is_shown(self) -> bool:
        return self.now is not None

    @property
    def order(self) -> tuple[bool, bool, float, str]:
        """What chance does not explain first, the rarest of it on top; then as they are named."""
        if self.change is None:
            return True, True, 1, self.name
        return False, not self.change.clear, self.change.chance, self.name


Pair = tuple[str, int | None, int | None]


def of_area(release: Release) -> list[Line]:
    """The newest twelve months of each type beside the twelve before."""
    after, before = release.newest, release.earlier
    if after is None or before is None:
        return []
    pairs: list[Pair] = [
        (name, release.count(after, name), release.count(before, name)) for name in release.types
    ]
    whats = [f"{name} in {release.area.name}" for name in release.types]
    broken = [release.broken(name, before, after) for name in release.types]
    return _lines(release, pairs, whats, broken)


def of_all(release: Release) -> Change | None:
    after, before = release.newest, release.earlier
    if after is None or before is None:
        return None
    if release.broken("", before, after):
        return None
    row = Row("the count", release.count(before), release.count(after))
    return table_of_changes([row]).changes[0]


def of_place(release: Release, place: Place) -> list[Line]:
    """Each type in one place, over the newest whole year."""
    if release.year is None:
        return []
    pairs = [(name, *_both(release, place.code, name)) for name in release.types]
    whats = [f"{name} in {place.name}" for name in release.types]
    broken = [_broken(release, name) for name in release.types]
    return _lines(release, pairs, whats, broken, place=place)


def of_type(release: Release, name: str) -> list[Line]:
    """One type in each place, over the newest whole year; nothing where it has too few in all."""
    if release.year is None or name in release.year.whole:
        return []
    pairs = [(each.name, *_both(release, each.code, name)) for each in release.places]
    whats = [f"{kind(name)} in {each.name}" for each in release.places]
    broken = [_broken(release, name)] * len(pairs)
    return _lines(release, pairs, whats, broken, places=release.places)


def totals(release: Release) -> list[Line]:
    """All types together in each place, over the newest whole year."""
    if release.year is None:
        return []
    before = release.before.totals if release.before else {}
    pairs = [
        (each.name, release.year.totals[each.code], before.get(each.code))
        for each in release.places
    ]
    whats = [each.name for each in release.places]
    broken = [_broken(release, "")] * len(pairs)
    return _lines(release, pairs, whats, broken, places=release.places)


def uncounted(release: Release) -> list[Line]:
    """The places alone, while no whole year is here."""
    return [Line(each.name, None, None, None, UNKNOWN, code=each.code) for each in release.places]


def _broken(release: Release, name: str) -> bool:
    year, before = release.year, release.before
    return bool(year and before and release.broken(name, before.period, year.period))


def _both(release: Release, code: str, name: str) -> tuple[int | None, int | None]:
    now = release.year.cells[code][name] if release.year else None
    return now, release.before.cells[code][name] if release.before else None


def _lines(
    release: Release,
    pairs: Sequence[Pair],
    whats: Sequence[str],
    broken: Sequence[bool],
    *,
    place: Place | None = None,
    places: Sequence[Place] = (),
) -> list[Line]:
    """Compared are only those of which both counts are shown: the rest has no part in it."""
    known = [
        at
        for at, (_, now, before) in enumerate(pairs)
        if None not in (now, before) and not broken[at]
    ]
    rows = [Row(whats[at], pairs[at][2] or 0, pairs[at][1] or 0) for at in known]
    changed = dict(zip(known, table_of_changes(rows).changes, strict=True))
    few = release.year.whole if release.year and place else frozenset()
    made = []
    for at, (name, now, before) in enumerate(pairs):
        change, where = changed.get(at), places[at] if places else place
        made.append(
            Line(
                name=name,
                now=now,
                before=before,
                change=change,
                verdict=verdict(change, name) if change else UNKNOWN,
                hidden=TOO_FEW if name in few else HELD,
                code=where.code if where else "",
                rate=_rate(now, where),
                is_broken=broken[at],
            )
        )
    return made


def _rate(count: int | None, place: Place | None) -> Rate | None:
    if count is None or place is None or not place.people:
        return None
    return rate(count, place.people)
