"""The document a plan came from, as far as the plan's own rows cannot hold it."""

from django.db import models
from django.db.models import Q

from frankpledge.plan.models.actions import Action, Outcome
from frankpledge.plan.models.plans import Plan, Priority


class Source(models.Model):
    """What the document says beside its promises: passages, tables of figures, what is left."""

    plan = models.OneToOneField(Plan, on_delete=models.CASCADE, related_name="source")
    said = models.JSONField(default=dict, blank=True)
    was = models.JSONField(default=dict, blank=True)
    taken_at = models.DateTimeField(auto_now_add=True)


class Piece(models.Model):
    """One row as the document said it, beside what its row was when it was taken in.

    Where the row is still what it was, the document's own words go out again; else the row's.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="pieces")
    priority = models.OneToOneField(
        Priority, null=True, blank=True, on_delete=models.CASCADE, related_name="piece"
    )
    action = models.OneToOneField(
        Action, null=True, blank=True, on_delete=models.CASCADE, related_name="piece"
    )
    outcome = models.OneToOneField(
        Outcome, null=True, blank=True, on_delete=models.CASCADE, related_name="piece"
    )
    said = models.JSONField(default=dict, blank=True)
    was = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(priority__isnull=False, action__isnull=True, outcome__isnull=True)
                | Q(priority__isnull=True, action__isnull=False, outcome__isnull=True)
                | Q(priority__isnull=True, action__isnull=True, outcome__isnull=False),
                name="piece_of_one_row",
            )
        ]
