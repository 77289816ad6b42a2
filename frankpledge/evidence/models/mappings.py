"""How a partnership's own file of counts is read, remembered from the first time."""

from django.db import models

from frankpledge.partnership.models import Partnership


class Mapping(models.Model):
    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="evidence_mappings"
    )
    dataset = models.CharField(max_length=60)
    columns = models.JSONField()  # period, area, measure, n: the heading each is found under

    class Meta:
        ordering = ["dataset"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "dataset"], name="mapping_once")
        ]

    def __str__(self) -> str:
        return self.dataset
