"""What leads typed and what they sent. What was sent is a row and is never written over."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from frankpledge.language.states import CHOICES as STATES
from frankpledge.partnership.models import Partnership, Rating
from frankpledge.plan.models import Outcome, Standing
from frankpledge.progress.models.rounds import Item


class Typing(models.Model):
    """What somebody has typed and not sent yet. Two at once have one each, told by their hand."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="typings")
    hand = models.CharField(max_length=64)  # the browser, the account, or 'workbook'
    values = models.JSONField(default=dict)
    saved_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "hand"], name="typing_once")]


class Answer(models.Model):
    """One update of one promise for one period, with its own date. Later ones follow, none goes."""

    VIA = [
        ("link", "by link"),
        ("desk", "at the desk"),
        ("workbook", "by workbook"),
        ("word", "by the Word form"),
        ("typed", "typed for them"),
    ]

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="answers")
    # Made with the form: a double press sends the same one twice, and one answer stands.
    press = models.CharField(max_length=64, unique=True)
    via = models.CharField(max_length=12, choices=VIA)
    said_by = models.CharField(max_length=160)  # whose words these are: the post or the person
    said_by_is_name = models.BooleanField(default=False)
    typed_by = models.CharField(max_length=160, blank=True)  # who typed them, where another did
    said_on = models.DateField()  # the day it speaks of: October's news in July to September
    sent_at = models.DateTimeField(default=timezone.now)
    no_change = models.BooleanField(default=False)
    happened = models.TextField(blank=True)
    why = models.TextField(blank=True)
    next_step = models.TextField(blank=True)
    help_needed = models.TextField(blank=True)
    help_from = models.CharField(max_length=200, blank=True)
    by_priority = models.JSONField(default=dict, blank=True)  # words that differ, by priority id
    evidence = models.JSONField(default=list, blank=True)  # [{"url": …, "says": …}]
    is_late = models.BooleanField(default=False)  # after the due date
    # Came after the round was frozen: kept, and counted for nothing until the coordinator says so.
    after_freeze = models.BooleanField(default=False)
    taken_up_at = models.DateTimeField(null=True, blank=True)
    standing = models.ForeignKey(
        Standing, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["pk"]

    @property
    def is_counted(self) -> bool:
        return not self.after_freeze or self.taken_up_at is not None


# Answers that count for their round: in time for the freeze, or taken up since.
COUNTED = Q(after_freeze=False) | Q(taken_up_at__isnull=False)


class Kept(models.Model):
    """News that came too early: offered again when the next round asks about its promise."""

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="kept")
    at = models.DateTimeField(auto_now_add=True)
    by = models.CharField(max_length=160)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["answer"], condition=Q(undone_at=None), name="kept_once"
            )
        ]


class OutcomeAnswer(models.Model):
    """How one outcome is going, or the promise itself where it has none."""

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="outcomes")
    outcome = models.ForeignKey(
        Outcome, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(max_length=16, choices=STATES)
    rating = models.ForeignKey(
        Rating, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    condition = models.CharField(max_length=300, blank=True)
    figure = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    of = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)  # '31 of 38'
    nothing_because = models.CharField(max_length=300, blank=True)
    standing = models.ForeignKey(
        Standing, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(figure__isnull=True) | Q(nothing_because=""),
                name="figure_or_nothing_because",
            )
        ]


class Upload(models.Model):
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="uploads")
    answer = models.ForeignKey(
        Answer, null=True, blank=True, on_delete=models.PROTECT, related_name="uploads"
    )
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=80)  # what its first bytes say it is
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    file = models.FileField(upload_to="answers/")
    at = models.DateTimeField(auto_now_add=True)
    by = models.CharField(max_length=160)


class Raised(models.Model):
    """A concern for the coordinator alone, or a decision asked of the board."""

    KINDS = [("concern", "A concern"), ("decision", "A decision asked of the board")]
    DECIDED = [("confirmed", "Confirmed"), ("set-aside", "Set aside")]

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="raised")
    kind = models.CharField(max_length=12, choices=KINDS)
    words = models.TextField()
    decided = models.CharField(max_length=12, choices=DECIDED, blank=True)
    for_the_board = models.TextField(blank=True)  # as the coordinator puts it, beside the original
    decided_why = models.CharField(max_length=300, blank=True)
    decided_by = models.CharField(max_length=160, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
