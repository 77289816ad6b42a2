"""Groups: boards, delivery groups, ward groups. One group may serve several partnerships."""

import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from frankpledge.partnership.changes.hosts import known_in
from frankpledge.partnership.changes.saving import edit, facts, locked, only, save
from frankpledge.partnership.models import (
    Group,
    GroupMember,
    GroupPlace,
    Organisation,
    Partnership,
    Person,
    Post,
)
from frankpledge.record import lines
from frankpledge.record.errors import Refused
from frankpledge.record.told import told

FIELDS = frozenset({"local_name", "abbreviation", "kind", "meets", "starts", "ends"})
# A group has one of each at a time; a new one takes over.
SINGLE = ("chair", "secretary")


@transaction.atomic
def add_group(
    *,
    partnership: Partnership,
    local_name: str,
    kind: str,
    by: lines.Author,
    group: Group | None = None,
    abbreviation: str = "",
    meets: str = "",
    starts: datetime.date | None = None,
    why: str = "",
) -> GroupPlace:
    """A new group, or with `group` one that serves elsewhere and from now on here as well."""
    if group and _is_here(partnership, group):
        raise Refused(f"'{group.name}' already serves this partnership.", field="group")
    row = save(
        GroupPlace(
            group=group or save(Group(name=local_name)),
            partnership=partnership,
            local_name=local_name,
            abbreviation=abbreviation,
            kind=kind,
            meets=meets,
            starts=starts,
        )
    )
    verb = "group.joined" if group else "group.added"
    _tell(row, verb, by, {}, facts(row, ["group", *sorted(FIELDS)]), why)
    return row


def _is_here(partnership: Partnership, group: Group) -> bool:
    here = GroupPlace.objects.filter(partnership=partnership, group=group)
    return here.filter(ends__isnull=True).exists()


@transaction.atomic
def change_group(
    *,
    place: GroupPlace,
    by: lines.Author,
    version: int | None = None,
    why: str = "",
    **changed: Any,
) -> GroupPlace:
    row, old, new = edit(place, only(changed, FIELDS), version=version)
    if new:
        _tell(row, "group.changed", by, old, new, why)
    return row


@transaction.atomic
def end_group(
    *, place: GroupPlace, on: datetime.date, by: lines.Author, why: str = ""
) -> GroupPlace:
    """It serves this partnership no longer; others keep it."""
    row, old, new = edit(place, {"ends": on}, version=None)
    if new:
        _tell(row, "group.ended", by, old, new, why)
    return row


@transaction.atomic
def add_group_member(
    *,
    place: GroupPlace,
    by: lines.Author,
    part: str = "member",
    organisation: Organisation | None = None,
    post: Post | None = None,
    person: Person | None = None,
    starts: datetime.date | None = None,
    why: str = "",
) -> GroupMember:
    if post and post.partnership_id != place.partnership_id:
        raise Refused("That post belongs to another partnership.", field="post")
    locked(place)
    row = GroupMember(
        place=place,
        part=part,
        organisation=organisation,
        post=post,
        person=person,
        starts=starts,
    )
    old = _make_way(row) if part in SINGLE else {}
    if person:
        known_in(place.partnership, person)
    save(row)
    new = {"part": part, "member": row.called, "starts": told(starts)}
    _tell(place, "group.member-added", by, old, new, why)
    return row


@transaction.atomic
def end_group_member(
    *, member: GroupMember, on: datetime.date, by: lines.Author, why: str = ""
) -> GroupMember:
    row, old, new = edit(member, {"ends": on}, version=None)
    if new:
        who = {"part": row.part, "member": row.called}
        _tell(row.place, "group.member-ended", by, old | who, new, why)
    return row


def _make_way(row: GroupMember) -> dict[str, Any]:
    standing = GroupMember.objects.filter(place=row.place, part=row.part)
    if row.starts:
        standing = standing.filter(Q(ends__isnull=True) | Q(ends__gte=row.starts))
    else:
        standing = standing.filter(ends__isnull=True)
    old: dict[str, Any] = {}
    for member in standing:
        if row.starts is None or (member.starts and member.starts >= row.starts):
            raise Refused(
                f"{member.called} is already the {row.part}. Choose a later day, "
                "or end their part first.",
                field="starts",
            )
        member.ends = row.starts - datetime.timedelta(days=1)
        save(member)
        old = {"member": member.called, "ends": told(member.ends)}
    return old


def _tell(
    place: GroupPlace,
    verb: str,
    by: lines.Author,
    old: dict[str, Any],
    new: dict[str, Any],
    why: str,
) -> None:
    lines.write(
        chain=place.partnership.chain,
        by=by,
        verb=verb,
        subject=lines.Subject("group", str(place.pk), place.local_name),
        old=old,
        new=new,
        why=why,
    )
