"""Partner returns: who owes which figures by when, and what came."""

from django.db import models
from django.db.models import F, Q

from frankpledge.asking.models import Link
from frankpledge.partnership.models import Organisation, Partnership, Person, Post
from frankpledge.plan.models import Outcome

GRAINS = [(1, "Each month"), (3, "Each quarter"), (6, "Each half-year"), (12, "Each year")]


def two_days() -> list[int]:
    return [2]


def week_and_fortnight() -> list[int]:
    return [7, 14]


class Return(models.Model):
    """Figures that one body has agreed to share, period after period."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="returns")
    name = models.CharField(max_length=120)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # The liaison officer: whoever holds the post, or this person.
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    grain = models.PositiveSmallIntegerField(choices=GRAINS, default=3)  # months in a period
    by_month = models.BooleanField(default=False)  # each month of the period has its own figure
    lag_days = models.PositiveSmallIntegerField(default=30)  # due so long after the period
    starts = models.DateField()  # the first day of the first period
    ends_on = models.DateField(null=True, blank=True)  # nothing that begins later is owed
    ended_why = models.CharField(max_length=300, blank=True)
    asks_by_itself = models.BooleanField(default=True)
    remind_before = models.JSONField(default=two_days, blank=True)  # days before it is due
    remind_after = models.JSONField(default=week_and_fortnight, blank=True)
    note = models.CharField(max_length=1000, blank=True)  # shown to whoever answers
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "name"], name="return_once"),
            models.CheckConstraint(
                condition=Q(post__isnull=True) | Q(person__isnull=True), name="return_one_officer"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Asked(models.Model):
    """One figure of a return."""

    of = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="figures")
    name = models.CharField(max_length=160)
    outcomes = models.ManyToManyField(Outcome, blank=True, related_name="returned")
    order = models.PositiveIntegerField(default=0)
    retired_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["of", "name"], name="asked_figure_once")]

    def __str__(self) -> str:
        return self.name


class Owed(models.Model):
    """One period of a return: asked by one link, answered or not."""

    of = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="owed")
    starts = models.DateField()
    ends = models.DateField()
    due_on = models.DateField()
    called = models.CharField(max_length=300, blank=True)  # as they were called when asked
    email = models.EmailField(blank=True)
    link = models.ForeignKey(
        Link, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(null=True, blank=True)
    let_off_at = models.DateTimeField(null=True, blank=True)  # not wanted after all
    let_off_why = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-starts", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["of", "starts"], name="owed_once"),
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="owed_ends_after"),
        ]

    def __str__(self) -> str:
        return str(self.of)

    @property
    def about(self) -> str:
        return f"return:{self.pk}"

    @property
    def partnership(self) -> Partnership:
        return self.of.partnership


class Reply(models.Model):
    """What came for one period. A newer one follows it; none is edited."""

    VIA = [("link", "By the link"), ("typed", "Typed for them")]

    owed = models.ForeignKey(Owed, on_delete=models.PROTECT, related_name="replies")
    press = models.CharField(max_length=64, unique=True)
    via = models.CharField(max_length=8, choices=VIA, default="link")
    said_by = models.CharField(max_length=300)
    typed_by = models.CharField(max_length=160, blank=True)
    note = models.TextField(blank=True)
    sent_at = models.DateTimeField(auto_now_add=True)
    is_late = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]


class Figure(models.Model):
    """A number for a month or for the whole period; or why there is none."""

    reply = models.ForeignKey(Reply, on_delete=models.PROTECT, related_name="figures")
    asked = models.ForeignKey(Asked, on_delete=models.PROTECT, related_name="given")
    starts = models.DateField()
    months = models.PositiveSmallIntegerField(default=1)
    count = models.PositiveIntegerField(null=True, blank=True)
    none_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["reply", "asked", "starts"], name="figure_once"),
            models.CheckConstraint(
                condition=Q(count__isnull=False, none_because="")
                | (Q(count__isnull=True) & ~Q(none_because="")),
                name="figure_or_why_none",
            ),
        ]
