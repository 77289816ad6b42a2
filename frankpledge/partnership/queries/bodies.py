"""Organisations, posts and groups of one partnership."""

import datetime
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from frankpledge.partnership.models import (
    Group,
    GroupMember,
    GroupPlace,
    Membership,
    Organisation,
    Partnership,
    Post,
    PostHolder,
)
from frankpledge.partnership.models.dated import today

# The order in which the law names them.
STANDINGS = [key for key, _ in Membership.CLASSES]


@dataclass(frozen=True)
class PostHere:
    post: Post
    holdings: list[PostHolder]  # newest first

    @property
    def holder(self) -> PostHolder | None:
        return next((held for held in self.holdings if held.is_current), None)

    @property
    def is_closed(self) -> bool:
        return self.post.closed is not None and self.post.closed < today()


@dataclass(frozen=True)
class GroupHere:
    place: GroupPlace
    members: list[GroupMember]  # chair and secretary first
    elsewhere: list[str]  # names of the other partnerships it serves

    @property
    def chair(self) -> GroupMember | None:
        return self._in("chair")

    @property
    def chair_called(self) -> str:
        return self.chair.called if self.chair else ""

    @property
    def secretary(self) -> GroupMember | None:
        return self._in("secretary")

    def _in(self, part: str) -> GroupMember | None:
        return next((each for each in self.members if each.part == part), None)


def members(partnership: Partnership, *, past: bool = False) -> list[Membership]:
    """Current members by standing and name; with `past`, all there ever were."""
    found = Membership.objects.filter(partnership=partnership).select_related("organisation")
    if not past:
        found = found.filter(Q(ends__isnull=True) | Q(ends__gte=today()))
    return sorted(found, key=lambda each: (STANDINGS.index(each.standing), each.called.casefold()))


def member_here(partnership: Partnership, membership_id: int) -> Membership | None:
    found = Membership.objects.filter(partnership=partnership, pk=membership_id)
    return found.select_related("organisation", "partnership").first()


def shared_bodies(partnership: Partnership) -> set[int]:
    """The ids of its members that other partnerships have as a member too. One query."""
    others = Membership.objects.exclude(partnership=partnership)
    here = Membership.objects.filter(partnership=partnership).values("organisation")
    return set(others.filter(organisation__in=here).values_list("organisation_id", flat=True))


def everyone_on(partnership: Partnership, day: datetime.date) -> list[Organisation]:
    """Whom 'all partners' meant on that day."""
    held = Membership.objects.on(day).filter(partnership=partnership)
    return list(Organisation.objects.filter(pk__in=held.values("organisation")))


def organisations_here(partnership: Partnership) -> list[Organisation]:
    """Those to choose from in this partnership's forms: its members, by the host's names."""
    held = Membership.objects.filter(partnership=partnership)
    held = held.filter(Q(ends__isnull=True) | Q(ends__gte=today()))
    return list(Organisation.objects.filter(pk__in=held.values("organisation")))


def all_organisations() -> list[Organisation]:
    """Every body the host knows: names only, so that nobody need type one twice."""
    return list(Organisation.objects.filter(closed__isnull=True))


def posts(partnership: Partnership, *, closed: bool = False) -> list[PostHere]:
    found = Post.objects.filter(partnership=partnership).select_related("organisation")
    if not closed:
        found = found.filter(Q(closed__isnull=True) | Q(closed__gte=today()))
    return [_post(post) for post in found.prefetch_related(_holders())]


def post_here(partnership: Partnership, post_id: int) -> PostHere | None:
    found = Post.objects.filter(partnership=partnership, pk=post_id)
    post = found.select_related("organisation", "partnership").prefetch_related(_holders()).first()
    return _post(post) if post else None


def holding_here(partnership: Partnership, holding_id: int) -> PostHolder | None:
    found = PostHolder.objects.filter(post__partnership=partnership, pk=holding_id)
    return found.select_related("post__partnership", "person").first()


def groups(partnership: Partnership, *, past: bool = False) -> list[GroupHere]:
    found = _groups(partnership)
    if not past:
        found = found.filter(Q(ends__isnull=True) | Q(ends__gte=today()))
    return [_group(place) for place in found]


def group_here(partnership: Partnership, place_id: int) -> GroupHere | None:
    place = _groups(partnership).filter(pk=place_id).first()
    return _group(place) if place else None


def group_member_here(partnership: Partnership, member_id: int) -> GroupMember | None:
    found = GroupMember.objects.filter(place__partnership=partnership, pk=member_id)
    return found.select_related("place__partnership", "person", "post", "organisation").first()


def groups_to_join(partnership: Partnership) -> list[Group]:
    """Groups of other partnerships of the host that this one has not yet."""
    here = GroupPlace.objects.filter(partnership=partnership, ends__isnull=True)
    found = Group.objects.filter(places__ends__isnull=True).exclude(pk__in=here.values("group"))
    return list(found.distinct().order_by("name"))


def _holders() -> Prefetch:  # type: ignore[type-arg]
    return Prefetch("holders", queryset=PostHolder.objects.select_related("person"))


def _post(post: Post) -> PostHere:
    holdings = sorted(
        post.holders.all(), key=lambda held: held.starts or datetime.date.min, reverse=True
    )
    return PostHere(post, holdings)


def _groups(partnership: Partnership) -> QuerySet[GroupPlace]:
    chosen = GroupMember.objects.filter(Q(ends__isnull=True) | Q(ends__gte=today()))
    chosen = chosen.select_related("person", "post", "organisation")
    others = GroupPlace.objects.filter(ends__isnull=True).select_related("partnership")
    return (
        GroupPlace.objects.filter(partnership=partnership)
        .select_related("group", "partnership")
        .prefetch_related(Prefetch("members", queryset=chosen))
        .prefetch_related(Prefetch("group__places", queryset=others))
    )


def _group(place: GroupPlace) -> GroupHere:
    parts = [key for key, _ in GroupMember.PARTS]
    seated = sorted(place.members.all(), key=lambda each: (parts.index(each.part), each.pk))
    others = [each for each in place.group.places.all() if each.pk != place.pk]
    return GroupHere(place, seated, sorted(each.partnership.name for each in others))
