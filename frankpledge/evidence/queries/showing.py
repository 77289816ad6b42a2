"""What the public sees of a partnership's evidence: whether any of it, and which figures."""

from dataclasses import replace
from typing import Any

from frankpledge.evidence.asking.scope import Area, month_of
from frankpledge.evidence.engines import opened
from frankpledge.evidence.models import Generation, Showing, Step
from frankpledge.evidence.queries.screens.ours import choosable
from frankpledge.evidence.released import Release, Rule, release_of, rule_on
from frankpledge.evidence.store import current
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.record.errors import Refused

MOST_HELD = 50
Key = tuple[str, Area, Rule]
_held: dict[Key, Release] = {}
_areas: dict[tuple[str, tuple[str, ...]], tuple[Area, ...]] = {}


def showing_of(partnership: Partnership) -> Showing | None:
    """None where it was never shown."""
    return Showing.objects.filter(partnership=partnership).first()


def is_shown(partnership: Partnership) -> bool:
    return Showing.objects.filter(partnership=partnership, is_shown=True).exists()


def all_shown() -> set[int]:
    """The partnerships that show theirs."""
    return set(Showing.objects.filter(is_shown=True).values_list("partnership", flat=True))


def shown_by_area(kind: str) -> dict[str, str]:
    """The word in the address of whoever shows the evidence of an area, by the area's code."""
    shown = Showing.objects.filter(is_shown=True, partnership__areas__kind=kind)
    return dict(shown.values_list("partnership__areas__code", "partnership__slug"))


def breaks(partnership: Partnership) -> dict[str, tuple[int, ...]]:
    """By type, and for all by none: the months from which it is counted in another way.

    Their reasons were typed for the desk and stay there.
    """
    found: dict[str, tuple[int, ...]] = {}
    for each in Step.objects.filter(partnership=partnership).order_by("month"):
        found[each.type] = (*found.get(each.type, ()), month_of(each.month))
    return found


def released(partnership: Partnership, *, area: str = "", ward: str = "") -> Release:
    """Of one of its areas, the one that the ward lies in, or all of them together.

    Of the current generation; made once and kept, since a generation never changes. Refused, with
    the sentence to show, where nothing is loaded or the partnership names no area.
    """
    generation, rule = current(), rule_on(today())
    if generation is None:
        raise Refused("No figures have been loaded yet.")
    areas = _choosable(partnership, generation)
    each = {one.code: one for one in areas}
    chosen = each.get(area, areas[0])
    found = _release(generation, chosen, rule)
    if ward and len(areas) > 1:
        ours = (_release(generation, one, rule) for one in areas if not one.parts)
        found = next((one for one in ours if one.kind == "ward" and one.place(ward)), found)
    return replace(found, breaks=breaks(partnership), areas=areas)


def _choosable(partnership: Partnership, generation: Generation) -> tuple[Area, ...]:
    codes = tuple(sorted(partnership.areas.values_list("code", flat=True)))
    key = (generation.folder, codes)
    if key not in _areas:
        with opened() as asked:
            found = choosable(asked, partnership)
        _make_room(_areas)
        _areas[key] = found
    return _areas[key]


def _release(generation: Generation, area: Area, rule: Rule) -> Release:
    key = (generation.folder, area, rule)
    found = _held.get(key)
    if found is None:
        with opened() as asked:
            found = release_of(asked, area, rule)
        _make_room(_held)
        _held[key] = found
    return found


def _make_room(held: dict[Any, Any]) -> None:
    while len(held) >= MOST_HELD:
        held.pop(next(iter(held)), None)
