"""A document on its way to being a plan: what was read, and what a coordinator mended."""

from django.db import models
from django.db.models import Q

from frankpledge.partnership.models import Partnership
from frankpledge.plan.models import Plan


class Draft(models.Model):
    STATES = [("open", "Open"), ("adopted", "Taken in"), ("put-aside", "Put aside")]

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="drafts")
    name = models.CharField(max_length=200)  # of the file
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    follows = models.ForeignKey(
        Plan, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    state = models.CharField(max_length=12, choices=STATES, default="open")
    adopted_as = models.ForeignKey(
        Plan, null=True, blank=True, on_delete=models.SET_NULL, related_name="drafts"
    )
    habits = models.JSONField(default=dict)  # what was remembered when it was read
    left = models.PositiveIntegerField(default=0)  # doubts, and promises: counted at each change
    promises = models.PositiveIntegerField(default=0)
    opened_by = models.CharField(max_length=160)
    opened_at = models.DateTimeField(auto_now_add=True)
    touched_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "sha256"], condition=Q(state="open"), name="draft_open_once"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.state == "open"


class Original(models.Model):
    """The document itself, apart from the draft so that no list of drafts fetches it."""

    draft = models.OneToOneField(Draft, on_delete=models.CASCADE, related_name="original")
    data = models.BinaryField()


class Reading(models.Model):
    """What the reader made of the document with these columns. Never changed."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="readings")
    columns = models.JSONField(default=dict)  # normalised head: meaning
    key = models.CharField(max_length=64)  # of the columns
    file = models.JSONField()
    source = models.JSONField()  # the pieces of the document, in its order
    heads = models.JSONField()

    class Meta:
        ordering = ["pk"]  # of two with the same columns the newer counts
        indexes = [models.Index(fields=["draft", "key"], name="reading_by_columns")]


class Mend(models.Model):
    """One thing that a coordinator put right. Taken back, it stays and says so."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="mends")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    given = models.JSONField(default=dict)
    by = models.CharField(max_length=160)
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["draft", "number"], name="mend_once")]


class Habit(models.Model):
    """What a partnership means by a column, a status word, a lead: used on its next file."""

    KINDS = [("column", "A column"), ("status", "A status"), ("lead", "A lead")]

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="habits")
    kind = models.CharField(max_length=8, choices=KINDS)
    said = models.CharField(max_length=300)  # as the document says it, in plain small letters
    means = models.CharField(max_length=300)
    mend = models.ForeignKey(
        Mend, null=True, blank=True, on_delete=models.SET_NULL, related_name="habits"
    )
    made_by = models.CharField(max_length=160)
    made_at = models.DateTimeField(auto_now_add=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["kind", "said", "-pk"]
