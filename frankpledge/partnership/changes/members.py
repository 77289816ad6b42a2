"""Which organisations take part in a partnership, as what, and between which dates."""

import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from frankpledge.partnership.changes.saving import edit, facts, locked, only, save, subject
from frankpledge.partnership.models import Membership, Organisation, Partnership
from frankpledge.record import lines
from frankpledge.record.errors import Refused

FIELDS = frozenset({"standing", "local_name", "starts", "ends"})


@transaction.atomic
def join(
    *,
    partnership: Partnership,
    organisation: Organisation,
    standing: str,
    by: lines.Author,
    local_name: str = "",
    starts: datetime.date | None = None,
    ends: datetime.date | None = None,
    why: str = "",
) -> Membership:
    locked(partnership)
    row = Membership(
        partnership=partnership,
        organisation=organisation,
        standing=standing,
        local_name=local_name,
        starts=starts,
        ends=ends,
    )
    _refuse_overlap(row)
    save(row)
    _tell(row, "membership.added", by, {}, facts(row, sorted(FIELDS)), why)
    return row


@transaction.atomic
def change_membership(
    *,
    membership: Membership,
    by: lines.Author,
    version: int | None = None,
    why: str = "",
    **changed: Any,
) -> Membership:
    locked(membership.partnership)
    row, old, new = edit(membership, only(changed, FIELDS), version=version)
    _refuse_overlap(row)
    if new:
        _tell(row, "membership.changed", by, old, new, why)
    return row


@transaction.atomic
def leave(
    *, membership: Membership, on: datetime.date, by: lines.Author, why: str = ""
) -> Membership:
    """Its last day. What it led stays on the page."""
    row, old, new = edit(membership, {"ends": on}, version=None)
    if new:
        _tell(row, "membership.ended", by, old, new, why)
    return row


def _refuse_overlap(row: Membership) -> None:
    others = Membership.objects.filter(
        partnership=row.partnership, organisation=row.organisation
    ).exclude(pk=row.pk)
    if row.ends:
        others = others.filter(Q(starts__isnull=True) | Q(starts__lte=row.ends))
    if row.starts:
        others = others.filter(Q(ends__isnull=True) | Q(ends__gte=row.starts))
    if others.exists():
        raise Refused(
            f"{row.organisation} is already a member in that time. Change its dates first."
        )


def _tell(
    row: Membership,
    verb: str,
    by: lines.Author,
    old: dict[str, Any],
    new: dict[str, Any],
    why: str,
) -> None:
    lines.write(
        chain=row.partnership.chain,
        by=by,
        verb=verb,
        subject=subject(row, row.organisation.name),
        old=old,
        new=new,
        why=why,
    )
