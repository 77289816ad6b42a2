"""Generations of the evidence, and what was loaded into each."""

from django.db import models
from django.db.models import Q

from frankpledge.partnership.models import Partnership


class Generation(models.Model):
    """One folder of Parquet, complete before its row is written and never changed afterwards."""

    folder = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    is_current = models.BooleanField(default=False)
    parts = models.PositiveIntegerField(default=0)
    bytes = models.PositiveBigIntegerField(default=0)
    # Files are removed by a rule; what was loaded into it stays listed.
    cleared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_current"], condition=Q(is_current=True), name="one_current_generation"
            ),
            models.CheckConstraint(
                condition=Q(is_current=False) | Q(cleared_at__isnull=True),
                name="current_generation_is_there",
            ),
        ]

    def __str__(self) -> str:
        return self.folder


class Load(models.Model):
    KINDS = [
        ("police", "Police files"),
        ("areas", "Areas"),
        ("counts", "Other counts"),
        ("restore", "An earlier generation restored"),
    ]

    kind = models.CharField(max_length=8, choices=KINDS)
    generation = models.ForeignKey(Generation, on_delete=models.PROTECT, related_name="loads")
    # Whose people loaded it. Other counts are seen by this partnership alone.
    partnership = models.ForeignKey(
        Partnership, null=True, blank=True, on_delete=models.PROTECT, related_name="loads"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.CharField(max_length=160)
    seconds = models.FloatField(default=0)
    taken = models.PositiveBigIntegerField(default=0)
    set_aside = models.PositiveBigIntegerField(default=0)
    notes = models.JSONField(default=list)  # sentences about the load as a whole

    class Meta:
        ordering = ["-pk"]


class LoadedFile(models.Model):
    load = models.ForeignKey(Load, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    dataset = models.CharField(max_length=60)
    force = models.CharField(max_length=60, blank=True)
    months = models.JSONField(default=list)
    rows = models.PositiveBigIntegerField()
    taken = models.PositiveBigIntegerField()
    # Why rows were set aside, or taken without their place: reason, count, up to five samples.
    reasons = models.JSONField(default=list)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
