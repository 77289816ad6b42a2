"""Areas, their look-ups, sizes and outlines, written as the files have them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from frankpledge.evidence.areas.found import Found, Key
from frankpledge.evidence.areas.shapes import Drawn
from frankpledge.evidence.models import Link, Shape, Size
from frankpledge.partnership.models import Area
from frankpledge.record.texts import refuse_unkeepable

MANY = 500


@dataclass
class Writing:
    """The rows of the areas that the files name, as far as they are written."""

    found: Found
    rows: dict[Key, Area]
    added: Counter[str]


def write_areas(found: Found, drawn: Iterable[Drawn]) -> Counter[str]:
    """Returns how many of each kind were new. Runs inside the transaction of its load."""
    writing = Writing(found, {}, Counter())
    _rows(writing)
    _parents(writing)
    _name_counties(writing)
    _links(writing)
    _sizes(writing)
    _shapes(writing, drawn)
    return writing.added


def _rows(writing: Writing) -> None:
    names = writing.found.names
    known = {(area.code, area.vintage): area for area in Area.objects.all()}
    newest = dict(sorted(known))
    for key in sorted((key for key in names if key.vintage), key=lambda key: key.vintage or 0):
        newest[key.code] = max(newest.get(key.code, 0), key.vintage or 0)
    fallback = max((key.vintage or 0 for key in names), default=0) or date.today().year  # noqa: DTZ011
    new: dict[tuple[str, int], Area] = {}
    renamed = []
    for key, name in names.items():
        vintage = key.vintage or newest.get(key.code, fallback)
        area = known.get((key.code, vintage)) or new.get((key.code, vintage))
        if area is None:
            area = Area(code=key.code, kind=key.kind, vintage=vintage, name=name or key.code)
            refuse_unkeepable("name", area.name)
            new[key.code, vintage] = area
            writing.added[key.kind] += 1
        elif name and area.name != name and (key.vintage or area.name == area.code):
            area.name = name
            renamed.append(area)
        writing.rows[key] = area
    Area.objects.bulk_create(new.values(), batch_size=MANY)
    Area.objects.bulk_update([a for a in renamed if a.pk], ["name"], batch_size=MANY)


def _parents(writing: Writing) -> None:
    changed: dict[int, Area] = {}
    for key, above in writing.found.parents.items():
        area, parent = writing.rows[key], writing.rows[above]
        if parent.pk not in (area.parent_id, area.pk):
            area.parent = parent
            changed[area.pk] = area
    for key, later in _mergers(writing.found):
        area, follower = writing.rows[key], writing.rows[later]
        if area.followed_by_id != follower.pk:
            area.followed_by = follower
            changed[area.pk] = area
    Area.objects.bulk_update(changed.values(), ["parent", "followed_by"], batch_size=MANY)


def _mergers(found: Found) -> Iterable[tuple[Key, Key]]:
    """A district whose every row leads to one other code, and which is itself no longer there."""
    remaining = {later.code for keys in found.became.values() for later in keys}
    for key, laters in found.became.items():
        codes = {later.code for later in laters}
        if len(codes) == 1 and key.code not in codes and key.code not in remaining:
            yield key, max(laters, key=lambda later: later.vintage or 0)


def _name_counties(writing: Writing) -> None:
    """One file gives an LSOA's county by its code, another by its name."""
    named: dict[int, Area] = {}
    for key, name in writing.found.county_named.items():
        district = writing.rows[key].parent
        county = district.parent if district else None
        if county and name and county.name == county.code:
            county.name = name
            named[county.pk] = county
    Area.objects.bulk_update(named.values(), ["name"], batch_size=MANY)


def _links(writing: Writing) -> None:
    wanted: dict[tuple[int, str, int], set[int]] = defaultdict(set)
    for lower, upper in writing.found.links:
        to = writing.rows[upper]
        wanted[writing.rows[lower].pk, to.kind, to.vintage].add(to.pk)
    held = Link.objects.select_related("upper") if wanted else Link.objects.none()
    stale = []
    for link in held:
        group = wanted.get((link.lower_id, link.upper.kind, link.upper.vintage))
        if group is not None and link.upper_id not in group:
            stale.append(link.pk)  # the look-up was corrected
    for start in range(0, len(stale), MANY):
        Link.objects.filter(pk__in=stale[start : start + MANY]).delete()
    pairs = [Link(lower_id=low, upper_id=up) for (low, _, _), ups in wanted.items() for up in ups]
    Link.objects.bulk_create(pairs, batch_size=MANY, ignore_conflicts=True)


def _sizes(writing: Writing) -> None:
    held = {(size.area_id, size.year): size for size in Size.objects.all()}
    new: list[Size] = []
    changed: list[Size] = []
    for (key, year), numbers in writing.found.sizes.items():
        area = writing.rows[key]
        size = held.get((area.pk, year)) or Size(area=area, year=year)
        (changed if size.pk else new).append(size)
        held[area.pk, year] = size
        for what, number in numbers.items():
            setattr(size, what, number)
    Size.objects.bulk_create(list({id(size): size for size in new}.values()), batch_size=MANY)
    Size.objects.bulk_update(changed, ["residents", "households"], batch_size=MANY)


def _shapes(writing: Writing, drawn: Iterable[Drawn]) -> None:
    shapes = {}
    for each in drawn:
        area = writing.rows[each.key]
        shapes[area.pk] = Shape(
            area=area,
            outline=each.outline,
            lon=each.lon,
            lat=each.lat,
            neighbours=each.neighbours,
        )
    Shape.objects.bulk_create(
        shapes.values(),
        batch_size=MANY,
        update_conflicts=True,
        unique_fields=["area"],
        update_fields=["outline", "lon", "lat", "neighbours"],
    )
