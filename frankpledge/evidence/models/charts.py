"""How a partnership reads its charts: where they break, and which months are the usual ones."""

from django.db import models

from frankpledge.partnership.models import Partnership


class Step(models.Model):
    """From this month on things were done or counted in another way, and the chart breaks."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="chart_steps"
    )
    type = models.CharField(max_length=60, blank=True)  # as published; empty: all types
    month = models.CharField(max_length=7)  # 2025-04
    why = models.CharField(max_length=80)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.CharField(max_length=160)

    class Meta:
        ordering = ["month", "type"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "type", "month"], name="chart_step_once")
        ]

    def __str__(self) -> str:
        return f"{self.month}: {self.why}"


class Baseline(models.Model):
    """The usual is taken from the first so many months of each part, and not from all of them."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="chart_baselines"
    )
    type = models.CharField(max_length=60)
    months = models.PositiveSmallIntegerField(null=True, blank=True)  # empty: all months
    version = models.PositiveIntegerField(default=1)
    made_by = models.CharField(max_length=160)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["partnership", "type"], name="chart_baseline_once")
        ]

    def __str__(self) -> str:
        return f"{self.type}: {self.months or 'all months'}"
