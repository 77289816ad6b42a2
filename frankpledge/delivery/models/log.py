"""The delivery log: what is counted, what was done on which day, and how many."""

from typing import Any

from django.db import models
from django.db.models import Q

from frankpledge.partnership.models import Area, Organisation, Partnership
from frankpledge.plan.models import Outcome


class Measure(models.Model):
    """What a partnership counts: patrols, letters, people reached."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="measures")
    name = models.CharField(max_length=80)
    unit = models.CharField(max_length=40)  # of several: 'patrols'
    # Whether the count is of people, some of whom may have been reached twice.
    counts_people = models.BooleanField(default=False)
    # What a funder asks of them: [{'kind': 'age', 'name': 'Age', 'bands': ['Under 18', …]}]
    breakdowns = models.JSONField(default=list, blank=True)
    outcomes = models.ManyToManyField(Outcome, blank=True, related_name="measures")
    order = models.PositiveIntegerField(default=0)
    retired_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["partnership", "name"], name="measure_once")]

    def __str__(self) -> str:
        return self.name

    def breakdown(self, kind: str) -> dict[str, Any] | None:
        return next((one for one in self.breakdowns if one["kind"] == kind), None)


class LogImport(models.Model):
    """One workbook or CSV that went into the log."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="log_imports"
    )
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    taken = models.PositiveIntegerField()
    reasons = models.JSONField(default=list, blank=True)  # [{'reason', 'count', 'samples'}]
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.CharField(max_length=160)

    class Meta:
        ordering = ["-pk"]

    @property
    def set_aside(self) -> int:
        return self.rows - self.taken


class LogMapping(models.Model):
    """Under which headings a partnership's own sheets hold what; remembered from the first time."""

    partnership = models.OneToOneField(
        Partnership, on_delete=models.PROTECT, primary_key=True, related_name="log_mapping"
    )
    columns = models.JSONField()


class Followed(models.Model):
    """A row that is never edited: a correction follows it, or it is withdrawn with a reason."""

    corrects = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrected_by"
    )
    why = models.CharField(max_length=300, blank=True)  # of the correction
    typed_at = models.DateTimeField(auto_now_add=True)
    typed_by = models.CharField(max_length=160)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=160, blank=True)
    withdrawn_why = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_why=""),
                name="%(class)s_withdrawn_says_why",
            )
        ]


def standing(prefix: str = "") -> Q:
    """Rows that count: neither withdrawn nor corrected by another."""
    return Q(**{f"{prefix}withdrawn_at": None, f"{prefix}corrected_by": None})


class Activity(Followed):
    """Something done, on a day or in a whole month."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="activities"
    )
    on = models.DateField()
    is_month = models.BooleanField(default=False)  # all of the month that begins on that day
    place = models.CharField(max_length=160, blank=True)
    area = models.ForeignKey(
        Area, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    organisations = models.ManyToManyField(Organisation, blank=True, related_name="+")
    what = models.TextField(blank=True)
    # Nothing chosen: each count goes to every outcome that its measure counts towards.
    outcomes = models.ManyToManyField(Outcome, blank=True, related_name="activities")
    press = models.CharField(max_length=64)  # a double press is one entry
    imported = models.ForeignKey(
        LogImport, null=True, blank=True, on_delete=models.PROTECT, related_name="activities"
    )
    mark = models.CharField(max_length=64, blank=True)  # of an imported row, so that it comes once

    class Meta(Followed.Meta):
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["partnership", "on"], name="activity_on")]
        constraints = [
            *Followed.Meta.constraints,
            models.UniqueConstraint(fields=["partnership", "press"], name="activity_press"),
        ]

    def __str__(self) -> str:
        return self.what or self.place or f"{self.on:%d %B %Y}"

    @property
    def is_standing(self) -> bool:
        return self.withdrawn_at is None and not hasattr(self, "corrected_by")


class Result(models.Model):
    """How many of one measure. Nought is a number."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="results")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="results")
    count = models.PositiveIntegerField()

    class Meta:
        ordering = ["measure__order", "pk"]
        constraints = [models.UniqueConstraint(fields=["activity", "measure"], name="result_once")]


class Part(models.Model):
    """So many of a result in one band. What is lacking to the whole is not known."""

    result = models.ForeignKey(Result, on_delete=models.PROTECT, related_name="parts")
    kind = models.CharField(max_length=24)
    band = models.CharField(max_length=60)
    count = models.PositiveIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["result", "kind", "band"], name="part_once")]
