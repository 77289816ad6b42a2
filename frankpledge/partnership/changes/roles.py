"""Roles: given and taken. A partnership is never left without a coordinator."""

import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from frankpledge.partnership.changes.hosts import known_in
from frankpledge.partnership.changes.saving import locked, save
from frankpledge.partnership.models import Partnership, Person, RoleHolding
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.roles import ROLES, Coordinator, CountyAnalyst
from frankpledge.record import lines
from frankpledge.record.errors import Refused
from frankpledge.record.told import told


@transaction.atomic
def give_role(
    *,
    partnership: Partnership,
    person: Person,
    role: str,
    by: lines.Author,
    starts: datetime.date | None = None,
    ends: datetime.date | None = None,
    why: str = "",
) -> RoleHolding:
    if role == CountyAnalyst.key and partnership.kind != "county":
        raise Refused("A county analyst's role is given in the county partnership.", field="role")
    locked(partnership)
    standing = RoleHolding.objects.filter(
        partnership=partnership, person=person, role=role, taken_at__isnull=True
    ).filter(Q(ends__isnull=True) | Q(ends__gte=starts or today()))
    if standing.exists():
        raise Refused(f"{person.name} already has this role.", field="role")
    known_in(partnership, person)
    row = save(
        RoleHolding(partnership=partnership, person=person, role=role, starts=starts, ends=ends)
    )
    new = {"role": _name(row), "starts": told(starts), "ends": told(ends)}
    _tell(row, "role.given", by, {}, new, why)
    return row


@transaction.atomic
def take_role(*, holding: RoleHolding, by: lines.Author, why: str = "") -> RoleHolding:
    """Taken at once: the next page that person asks for is not shown."""
    locked(holding.partnership)
    row = locked(holding)
    if row.taken_at or (row.ends and row.ends < today()):
        raise Refused(f"{row.person.name} no longer has this role.")
    if row.role == Coordinator.key and _is_last_coordinator(row):
        raise Refused(
            "A partnership needs a coordinator. Give somebody else the coordinator's role first."
        )
    row.taken_at = timezone.now()
    row.ends = max(today(), row.starts or today())
    save(row)
    _tell(row, "role.taken", by, {"role": _name(row)}, {}, why)
    return row


def _is_last_coordinator(holding: RoleHolding) -> bool:
    others = RoleHolding.objects.current().filter(
        partnership=holding.partnership_id,
        role=Coordinator.key,
        taken_at__isnull=True,
        person__account__is_active=True,
    )
    return not others.exclude(person=holding.person_id).exists()


def _name(holding: RoleHolding) -> str:
    return ROLES[holding.role].name if holding.role in ROLES else holding.role


def _tell(
    holding: RoleHolding,
    verb: str,
    by: lines.Author,
    old: dict[str, object],
    new: dict[str, object],
    why: str,
) -> None:
    lines.write(
        chain=holding.partnership.chain,
        by=by,
        verb=verb,
        subject=lines.Subject("role", str(holding.pk), holding.person.name),
        old=old,
        new=new,
        why=why,
    )
