"""How heavily each type weighs, as somebody published it: dated, and never ours."""

from django.db import models

from frankpledge.partnership.models import Partnership


class HarmWeights(models.Model):
    """One edition of one set. It is never changed: a correction is a later load of the same day."""

    # Whose people brought them. Without one, the host did, and everybody has them.
    partnership = models.ForeignKey(
        Partnership, null=True, blank=True, on_delete=models.PROTECT, related_name="harm_weights"
    )
    name = models.CharField(max_length=80)
    since = models.DateField()  # the first day on which they hold
    unit = models.CharField(max_length=40)
    source = models.CharField(max_length=300)  # who published them, and where
    values = models.JSONField()  # by type as published
    file_name = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.CharField(max_length=160)

    class Meta:
        ordering = ["name", "-since", "-pk"]

    def __str__(self) -> str:
        return f"{self.name}, {self.since}"
