"""Which areas a partnership answers for: a district, a county, or several."""

from collections.abc import Sequence

from django.db import transaction

from frankpledge.partnership.changes.saving import locked, save, subject
from frankpledge.partnership.models import Area, Partnership
from frankpledge.record import lines
from frankpledge.record.errors import Refused, Stale
from frankpledge.record.told import told

ANSWERABLE = ("county", "district")


@transaction.atomic
def name_areas(
    *,
    partnership: Partnership,
    areas: Sequence[Area],
    by: lines.Author,
    version: int | None = None,
    why: str = "",
) -> Partnership:
    row = locked(partnership)
    before = list(row.areas.order_by("name", "code"))
    if version is not None and version != row.version:
        raise Stale(version=row.version, current={"areas": [area.code for area in before]})
    for area in areas:
        if area.kind not in ANSWERABLE:
            raise Refused(f"{area.name} is no district or county.", field="areas")
    if {area.pk for area in areas} == {area.pk for area in before}:
        return row
    row.areas.set(areas)
    row.version += 1
    save(row)
    after = list(row.areas.order_by("name", "code"))
    lines.write(
        chain=row.chain,
        by=by,
        verb="partnership.areas-named",
        subject=subject(row),
        old={"areas": told(before)},
        new={"areas": told(after)},
        why=why,
    )
    return row
