"""Who takes part in a partnership, in what capacity and between which dates."""

from django.db import models
from django.db.models import Q

from frankpledge.partnership.models.dated import Dated
from frankpledge.partnership.models.host import Organisation, Person
from frankpledge.partnership.models.tenant import Partnership
from frankpledge.partnership.roles import ROLE_CHOICES, ROLES


class Membership(Dated):
    CLASSES = [
        ("responsible", "Responsible authority"),
        ("cooperating", "Co-operating body"),
        ("participating", "Participating body"),
        ("invited", "Invited"),
    ]

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="memberships"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="memberships"
    )
    standing = models.CharField(max_length=16, choices=CLASSES)
    # what this partnership calls the body: 'SBC', 'the Trust'
    local_name = models.CharField(max_length=60, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Dated.Meta):
        ordering = ["organisation__name", "starts"]

    @property
    def called(self) -> str:
        return self.local_name or self.organisation.called


class Contact(models.Model):
    """How this partnership reaches somebody. No other partnership sees it."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="contacts")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contacts")
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    initials = models.CharField(max_length=10, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["partnership", "person"], name="contact_once")
        ]


class Post(models.Model):
    """A role somebody holds: a lead may be a post, so that a change of person changes no plan."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(max_length=120)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="posts"
    )
    mailbox = models.EmailField(blank=True)  # a role mailbox outlives its holders
    closed = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class PostHolder(Dated):
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="holders")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="holdings")

    class Meta(Dated.Meta):
        ordering = ["-starts", "-pk"]


class Group(models.Model):
    """A body that may serve several partnerships at once, each under a name of its own."""

    name = models.CharField(max_length=160)

    def __str__(self) -> str:
        return self.name


class GroupPlace(Dated):
    """A group as one partnership knows it: its local name, its kind, its chair."""

    KINDS = [
        ("board", "The board"),
        ("delivery", "Delivery group"),
        ("ward", "Area or ward group"),
        ("theme", "Theme group"),
        ("public", "Public meeting"),
        ("other", "Other"),
    ]

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="places")
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="groups")
    local_name = models.CharField(max_length=160)
    abbreviation = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=16, choices=KINDS)
    meets = models.CharField(max_length=120, blank=True)  # 'every six weeks'
    version = models.PositiveIntegerField(default=1)

    class Meta(Dated.Meta):
        ordering = ["local_name"]

    def __str__(self) -> str:
        return self.local_name


class GroupMember(Dated):
    PARTS = [("chair", "Chair"), ("secretary", "Secretary"), ("member", "Member")]

    place = models.ForeignKey(GroupPlace, on_delete=models.PROTECT, related_name="members")
    part = models.CharField(max_length=16, choices=PARTS, default="member")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT)
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="group_parts"
    )

    class Meta(Dated.Meta):
        ordering = ["part", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(organisation__isnull=False)
                | Q(post__isnull=False)
                | Q(person__isnull=False),
                name="group_member_is_somebody",
            ),
        ]

    @property
    def called(self) -> str:
        """'Ann Reeve, Neighbourhood inspector, Loamshire Police': as much of it as is known."""
        return ", ".join(str(one) for one in (self.person, self.post, self.organisation) if one)


class RoleHolding(Dated):
    """What an account may do in a partnership, between dates."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="roles")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(max_length=24, choices=ROLE_CHOICES)
    # A role is taken at once, not at midnight.
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta(Dated.Meta):
        ordering = ["role", "person__name"]

    @property
    def name(self) -> str:
        return ROLES[self.role].name
