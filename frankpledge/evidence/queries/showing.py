"""What the public sees of a partnership's evidence: whether any of it, and which figures."""

from dataclasses import replace

from frankpledge.evidence.asking.scope import month_of
from frankpledge.evidence.engines import opened
from frankpledge.evidence.models import Showing, Step
from frankpledge.evidence.queries.screens.common import area_of
from frankpledge.evidence.released import Release, Rule, release_of, rule_on
from frankpledge.evidence.store import current
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.record.errors import Refused

MOST_HELD = 50
Key = tuple[str, tuple[str, ...], Rule]
_held: dict[Key, Release] = {}


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


def released(partnership: Partnership) -> Release:
    """Of the current generation; made once and kept, since a generation never changes.

    Refused, with the sentence to show, where nothing is loaded or the partnership names no area.
    """
    generation, rule = current(), rule_on(today())
    if generation is None:
        raise Refused("No figures have been loaded yet.")
    codes = tuple(sorted(partnership.areas.values_list("code", flat=True)))
    key = (generation.folder, codes, rule)
    found = _held.get(key)
    if found is None:
        with opened() as asked:
            found = release_of(asked, area_of(asked, partnership), rule)
        while len(_held) >= MOST_HELD:
            _held.pop(next(iter(_held)), None)
        _held[key] = found
    return replace(found, breaks=breaks(partnership))
