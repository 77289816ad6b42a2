"""A round: a period, whom it asks, for what, and how far it has come."""

from django.db import models
from django.db.models import F, Q

from frankpledge.asking.models import Link
from frankpledge.partnership.models import GroupPlace, Organisation, Partnership, Person, Post
from frankpledge.plan.models import Action, Plan


def days_after() -> list[int]:
    return [3]


def days_before() -> list[int]:
    return [5]


def for_the_board() -> list[str]:
    return ["board"]


AUDIENCES = [
    ("board", "The board"),
    ("policing-body", "The local policing body"),
    ("members", "Councillors"),
]


class Rhythm(models.Model):
    """How a partnership's rounds go unless somebody says otherwise: in days after the period."""

    partnership = models.OneToOneField(
        Partnership, on_delete=models.PROTECT, related_name="rhythm", primary_key=True
    )
    months = models.PositiveSmallIntegerField(default=3)
    opens_after = models.PositiveSmallIntegerField(default=1)
    due_after = models.PositiveSmallIntegerField(default=20)
    opens_by_itself = models.BooleanField(default=False)
    remind_before = models.JSONField(default=days_before, blank=True)  # days before the due date
    remind_after = models.JSONField(default=days_after, blank=True)
    then_weekly_until = models.PositiveSmallIntegerField(default=28)  # days after the due date
    tell_board_member = models.BooleanField(default=False)  # of the organisation, once it is late
    tell_after = models.PositiveSmallIntegerField(default=10)
    audiences = models.JSONField(default=for_the_board, blank=True)
    letter_words = models.TextField(blank=True)  # the coordinator's own lines in each letter
    ring = models.CharField(max_length=60, blank=True)  # whom to ring when a link fails
    version = models.PositiveIntegerField(default=1)


class Round(models.Model):
    STAGES = [
        ("planned", "Planned"),
        ("open", "Open"),
        ("asked", "Asked"),
        ("review", "In review"),
        ("frozen", "Frozen"),
        ("published", "Published"),
    ]

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="rounds")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="rounds")
    starts = models.DateField()  # the first day it speaks of
    ends = models.DateField()
    audiences = models.JSONField(default=for_the_board)
    stage = models.CharField(max_length=12, choices=STAGES, default="planned")
    opens_on = models.DateField()
    due_on = models.DateField()
    opens_by_itself = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    freeze_hash = models.CharField(max_length=64, blank=True)  # of the newest freeze
    published_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-starts", "-ends", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="round_ends_after"),
            models.UniqueConstraint(fields=["plan", "starts", "ends"], name="round_once"),
        ]

    @property
    def name(self) -> str:
        return f"{self.starts:%Y-%m}"

    @property
    def is_running(self) -> bool:
        return self.stage in ("open", "asked", "review")

    @property
    def is_frozen(self) -> bool:
        return self.stage in ("frozen", "published")


class Step(models.Model):
    """Who took the round where, and who took it back. Rows are added; the undoing is written in."""

    KINDS = [*Round.STAGES, ("reopened", "Reopened")]

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=12, choices=KINDS)
    at = models.DateTimeField(auto_now_add=True)
    by = models.CharField(max_length=160)
    why = models.CharField(max_length=500, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["pk"]


class Request(models.Model):
    """One lead asked in one round: by a post, a person, or a group's secretary."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="requests")
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    group = models.ForeignKey(
        GroupPlace, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    called = models.CharField(max_length=300)  # as they were called when asked
    email = models.EmailField(blank=True)
    link = models.ForeignKey(
        Link, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    passed_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="passed_to"
    )
    asked_at = models.DateTimeField(null=True, blank=True)
    board_told_at = models.DateTimeField(null=True, blank=True)
    called_off_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["called", "pk"]

    def __str__(self) -> str:
        return self.called

    @property
    def about(self) -> str:
        return f"request:{self.pk}"


class Item(models.Model):
    """One promise that one request asks about."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="items")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="asked")
    # The quarters it lacks, by their first day; empty: the whole period.
    only_periods = models.JSONField(default=list, blank=True)
    passed_to = models.ForeignKey(
        Request, null=True, blank=True, on_delete=models.PROTECT, related_name="passed_items"
    )
    passed_at = models.DateTimeField(null=True, blank=True)
    passed_why = models.CharField(max_length=300, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)  # struck or moved since it was asked
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["request", "action"], name="item_once"),
        ]

    @property
    def is_theirs(self) -> bool:
        return self.passed_to_id is None and self.dropped_at is None

    @property
    def is_asked(self) -> bool:
        return self.is_theirs and self.request.called_off_at is None
