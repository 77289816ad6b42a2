"""Posts, and who held them when. A lead may be a post, so a change of person changes no plan."""

import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from frankpledge.partnership.changes.hosts import known_in
from frankpledge.partnership.changes.saving import edit, facts, locked, only, save, subject
from frankpledge.partnership.models import Organisation, Partnership, Person, Post, PostHolder
from frankpledge.record import lines
from frankpledge.record.errors import Refused
from frankpledge.record.told import told

FIELDS = frozenset({"title", "organisation", "mailbox"})
ONE_DAY = datetime.timedelta(days=1)


@transaction.atomic
def add_post(
    *,
    partnership: Partnership,
    title: str,
    by: lines.Author,
    organisation: Organisation | None = None,
    mailbox: str = "",
    why: str = "",
) -> Post:
    row = save(
        Post(partnership=partnership, title=title, organisation=organisation, mailbox=mailbox)
    )
    _tell(row, "post.added", by, {}, facts(row, sorted(FIELDS)), why)
    return row


@transaction.atomic
def change_post(
    *, post: Post, by: lines.Author, version: int | None = None, why: str = "", **changed: Any
) -> Post:
    row, old, new = edit(post, only(changed, FIELDS), version=version)
    if new:
        _tell(row, "post.changed", by, old, new, why)
    return row


@transaction.atomic
def close_post(*, post: Post, on: datetime.date, by: lines.Author, why: str = "") -> Post:
    """The post is no more. Whoever holds it leaves it on the same day."""
    row = locked(post)
    if row.closed:
        raise Refused(f"'{row.title}' is already closed.")
    row.closed = on
    row.version += 1
    save(row)
    for holding in _running_on(row, on):
        holding.ends = on
        save(holding)
    _tell(row, "post.closed", by, {}, {"closed": told(on)}, why)
    return row


@transaction.atomic
def hold_post(
    *,
    post: Post,
    person: Person,
    by: lines.Author,
    starts: datetime.date | None = None,
    ends: datetime.date | None = None,
    why: str = "",
) -> PostHolder:
    """Whoever holds the post until then leaves it the day before."""
    row = locked(post)
    if row.closed and (starts is None or starts > row.closed):
        raise Refused(f"'{row.title}' was closed on {row.closed:%-d %B %Y}.", field="starts")
    old = _make_way(row, person, starts, ends)
    known_in(row.partnership, person)
    holding = save(PostHolder(post=row, person=person, starts=starts, ends=ends))
    new = {"holder": person.name, "starts": told(starts), "ends": told(ends)}
    _tell(row, "post.held", by, old, new, why)
    return holding


@transaction.atomic
def leave_post(
    *, holding: PostHolder, on: datetime.date, by: lines.Author, why: str = ""
) -> PostHolder:
    """Their last day in it. The post stands empty until somebody else holds it."""
    row, old, new = edit(holding, {"ends": on}, version=None)
    if new:
        _tell(row.post, "post.left", by, old | {"holder": row.person.name}, new, why)
    return row


def _make_way(
    post: Post, person: Person, starts: datetime.date | None, ends: datetime.date | None
) -> dict[str, Any]:
    old: dict[str, Any] = {}
    for holding in _overlapping(post, starts, ends):
        if holding.person_id == person.pk and holding.ends is None:
            raise Refused(f"{person.name} already holds this post.", field="person")
        if starts is None or (holding.starts is not None and holding.starts >= starts):
            raise Refused(_in_the_way(holding), field="starts")
        holding.ends = starts - ONE_DAY
        save(holding)
        old = {"holder": holding.person.name, "ends": told(holding.ends)}
    return old


def _in_the_way(holding: PostHolder) -> str:
    since = f" since {holding.starts:%-d %B %Y}" if holding.starts else " already"
    return f"{holding.person.name} has held this post{since}. Choose a later day."


def _overlapping(
    post: Post, starts: datetime.date | None, ends: datetime.date | None
) -> list[PostHolder]:
    found = PostHolder.objects.filter(post=post).select_related("person")
    if ends:
        found = found.filter(Q(starts__isnull=True) | Q(starts__lte=ends))
    if starts:
        found = found.filter(Q(ends__isnull=True) | Q(ends__gte=starts))
    return list(found)


def _running_on(post: Post, day: datetime.date) -> list[PostHolder]:
    return _overlapping(post, day, day)


def _tell(
    post: Post, verb: str, by: lines.Author, old: dict[str, Any], new: dict[str, Any], why: str
) -> None:
    lines.write(
        chain=post.partnership.chain,
        by=by,
        verb=verb,
        subject=subject(post),
        old=old,
        new=new,
        why=why,
    )
