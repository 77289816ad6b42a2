"""Plans over any period, their yearly slices and their tree of priorities."""

from django.db import models
from django.db.models import F, Q

from frankpledge.partnership.models import Partnership


class Plan(models.Model):
    STATUSES = [
        ("draft", "Draft"),
        ("adopted", "Adopted"),
        ("superseded", "Superseded"),
        ("closed", "Closed"),
    ]

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="plans")
    title = models.CharField(max_length=200)
    starts = models.DateField()
    ends = models.DateField()
    status = models.CharField(max_length=12, choices=STATUSES, default="draft")
    follows = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="followers",
    )
    introduction = models.TextField(blank=True)
    funding_note = models.TextField(blank=True)  # money that cuts across the priorities
    adopted_on = models.DateField(null=True, blank=True)
    adopted_by = models.CharField(max_length=160, blank=True)  # 'the board, minute 6.2'
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-starts", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="plan_ends_after"),
            models.CheckConstraint(
                condition=Q(status="draft") | Q(adopted_on__isnull=False),
                name="plan_adopted_has_date",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_draft(self) -> bool:
        return self.status == "draft"

    @property
    def is_live(self) -> bool:
        return self.status == "adopted"

    @property
    def can_change(self) -> bool:
        return self.status in ("draft", "adopted")


class PlanSlice(models.Model):
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="slices")
    name = models.CharField(max_length=60)
    starts = models.DateField()
    ends = models.DateField()

    class Meta:
        ordering = ["starts"]
        constraints = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="slice_ends_after"),
            models.UniqueConstraint(fields=["plan", "starts"], name="slice_once"),
        ]


class Priority(models.Model):
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="priorities")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    ref = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=300)
    about = models.TextField(blank=True)
    indicators = models.JSONField(default=list, blank=True)  # as printed
    order = models.PositiveIntegerField(default=0)
    struck_on = models.DateField(null=True, blank=True)
    struck_why = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"{self.ref} {self.title}".strip()


class Alignment(models.Model):
    """A priority serves an objective of another body's strategy."""

    priority = models.ForeignKey(Priority, on_delete=models.CASCADE, related_name="alignments")
    body = models.CharField(max_length=160)
    strategy = models.CharField(max_length=200)
    objective = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["body", "strategy", "pk"]
