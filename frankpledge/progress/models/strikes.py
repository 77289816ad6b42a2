"""What the board is asked to strike from the plan, and what it made of that."""

from django.db import models
from django.db.models import Q

from frankpledge.language.states import DECIDED as ENDED
from frankpledge.plan.models import Action, Outcome
from frankpledge.progress.models.rounds import Round

OPEN = Q(withdrawn_at=None, decided="")


class ProposedStrike(models.Model):
    """Proposed in one round, it stands in those that follow until the board has decided."""

    DECIDED = [("struck", "Struck"), ("kept", "Kept in the plan")]

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="strikes")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")
    outcome = models.ForeignKey(
        Outcome, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # none: the whole promise
    why = models.TextField()
    at = models.DateTimeField(auto_now_add=True)
    by = models.CharField(max_length=160)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=160, blank=True)
    decided = models.CharField(max_length=8, choices=DECIDED, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.CharField(max_length=160, blank=True)  # a body and its minute
    decided_why = models.CharField(max_length=500, blank=True)
    recorded_by = models.CharField(max_length=160, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["action"],
                condition=OPEN & Q(outcome=None),
                name="one_open_strike_of_a_promise",
            ),
            models.UniqueConstraint(
                fields=["outcome"], condition=OPEN, name="one_open_strike_of_an_outcome"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(decided=""), name="strike_withdrawn_or_decided"
            ),
        ]

    @property
    def of(self) -> Action | Outcome:
        return self.outcome or self.action

    @property
    def label(self) -> str:
        """'2.1 Visit every shop', or the outcome of it."""
        if self.outcome is None:
            return self.action.label
        number = f"outcome {self.outcome.number}" if self.outcome.number else "an outcome"
        return f"{self.action.ref or self.action.label}, {number}: {self.outcome.words}"

    @property
    def is_open(self) -> bool:
        return self.withdrawn_at is None and not self.decided

    @property
    def waits(self) -> bool:
        """For the board. What was ended in the plan itself waits for nobody."""
        return self.is_open and not ENDED & {self.of.state, self.action.state}


def waiting_before(round_: Round) -> Q:
    """Proposed in an earlier round of the plan, and not decided. What ended otherwise is over."""
    earlier = Q(round__plan=round_.plan_id, round__ends__lt=round_.starts)
    ended = Q(action__state__in=ENDED) | Q(outcome__isnull=False, outcome__state__in=ENDED)
    return OPEN & earlier & ~ended
