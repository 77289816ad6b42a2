"""The lifetime of a partnership: opened, ended, followed by another."""

import datetime
from collections.abc import Sequence

from django.db import transaction

from frankpledge.partnership import scales
from frankpledge.partnership.changes import ratings
from frankpledge.partnership.changes.saving import facts, locked, save, subject
from frankpledge.partnership.models import Area, Partnership, Succession
from frankpledge.record import lines
from frankpledge.record.errors import Refused
from frankpledge.record.told import told

# Words that are addresses of ours, so that no partnership may stand in their place.
RESERVED = frozenset(
    [
        "accessibility",
        "account",
        "admin",
        "answer",
        "api",
        "brand",
        "county",
        "demo",
        "desk",
        "healthz",
        "help",
        "host",
        "media",
        "privacy",
        "robots",
        "sitemap",
        "sign-in",
        "static",
    ]
)
TOLD = ("slug", "name", "kind", "strapline", "place", "county", "starts", "year_starts_in")


@transaction.atomic
def open_partnership(
    *,
    slug: str,
    name: str,
    by: lines.Author,
    kind: str = "district",
    strapline: str = "Community Safety Partnership",
    place: str = "",
    county: Partnership | None = None,
    areas: Sequence[Area] = (),
    aliases: Sequence[str] = (),
    starts: datetime.date | None = None,
    year_starts_in: int = 4,
    scale: Sequence[scales.Step] = scales.OURS,
    why: str = "",
) -> Partnership:
    if slug in RESERVED or Partnership.objects.filter(slug=slug).exists():
        raise Refused(f"The address '{slug}' is taken. Choose another.", field="slug")
    if county is not None and (county.kind != "county" or kind != "district"):
        raise Refused("Only a district partnership may stand in a county.", field="county")
    partnership = save(
        Partnership(
            slug=slug,
            name=name,
            kind=kind,
            strapline=strapline,
            place=place,
            county=county,
            aliases=list(aliases),
            starts=starts,
            year_starts_in=year_starts_in,
        )
    )
    partnership.areas.set(areas)
    new = facts(partnership, TOLD) | ({"areas": told(list(areas))} if areas else {})
    _tell(partnership, "partnership.opened", by, {}, new, why)
    ratings.lay_out(partnership=partnership, scale=scale, by=by)
    return partnership


@transaction.atomic
def end_partnership(
    *, partnership: Partnership, on: datetime.date, by: lines.Author, why: str
) -> Partnership:
    """Its last day. Nothing of it goes away."""
    current = locked(partnership)
    _end(current, on, by, why)
    return current


@transaction.atomic
def succeed(
    *,
    predecessors: Sequence[Partnership],
    successors: Sequence[Partnership],
    on: datetime.date,
    by: lines.Author,
    note: str = "",
    why: str = "",
) -> list[Succession]:
    """Districts merge or split: the old end the day before, the new say what they follow."""
    if not predecessors or not successors:
        raise Refused("Choose what came before and what comes after.")
    for one in sorted({*predecessors, *successors}, key=lambda one: one.pk):
        locked(one)  # before the record is held: everybody waits in the same order
    made = [
        _follow(before, after, on, note, by, why) for before in predecessors for after in successors
    ]
    for before in predecessors:
        current = locked(before)
        if current.ends is None:
            _end(current, on - datetime.timedelta(days=1), by, why or note)
    return made


def _follow(
    before: Partnership,
    after: Partnership,
    on: datetime.date,
    note: str,
    by: lines.Author,
    why: str,
) -> Succession:
    if before.pk == after.pk or before.pk in _all_after(after):
        raise Refused(f"{after.name} cannot follow {before.name}: it came before it, or is it.")
    if Succession.objects.filter(predecessor=before, successor=after).exists():
        raise Refused(f"It is already known that {after.name} follows {before.name}.")
    row = save(Succession(predecessor=before, successor=after, on=on, note=note))
    _tell(before, "partnership.followed", by, {}, {"by": after.name, "on": told(on)}, why or note)
    _tell(after, "partnership.follows", by, {}, {"after": before.name, "on": told(on)}, why or note)
    return row


def _all_after(partnership: Partnership) -> set[int]:
    found: set[int] = set()
    edge = {partnership.pk}
    while edge:
        later = Succession.objects.filter(predecessor__in=edge).exclude(successor__in=found)
        edge = set(later.values_list("successor", flat=True))
        found |= edge
    return found


def _end(partnership: Partnership, on: datetime.date, by: lines.Author, why: str) -> None:
    before = partnership.ends
    partnership.ends = on
    save(partnership)
    _tell(partnership, "partnership.ended", by, {"ends": told(before)}, {"ends": told(on)}, why)


def _tell(
    partnership: Partnership,
    verb: str,
    by: lines.Author,
    old: dict[str, object],
    new: dict[str, object],
    why: str,
) -> None:
    lines.write(
        chain=partnership.chain,
        by=by,
        verb=verb,
        subject=subject(partnership),
        old=old,
        new=new,
        why=why,
    )
