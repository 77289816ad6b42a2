"""How each promise is to end, put down before the plan is closed. No decision until it is."""

from django.db import models

from frankpledge.plan.models import Action

ENDINGS = [
    ("complete", "Complete"),
    ("carried", "Carried forward"),
    ("dropped", "Dropped"),
]


class EndingNoted(models.Model):
    action = models.OneToOneField(
        Action, on_delete=models.CASCADE, related_name="ending_noted", primary_key=True
    )
    how = models.CharField(max_length=12, choices=ENDINGS, blank=True)
    why = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(auto_now=True)
    by = models.CharField(max_length=160)
    version = models.PositiveIntegerField(default=1)
