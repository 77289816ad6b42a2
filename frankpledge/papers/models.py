"""Papers that were asked for: from what, for whom, with which words; and their files."""

from django.db import models
from django.utils import timezone

from frankpledge.papers.audiences import CHOICES as AUDIENCES
from frankpledge.partnership.models import Partnership
from frankpledge.plan.models import Plan
from frankpledge.progress.models import Round


class PaperSettings(models.Model):
    """How a partnership wants one of its papers, until it says otherwise."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="paper_settings"
    )
    paper = models.CharField(max_length=20)
    title = models.CharField(max_length=200, blank=True)
    author = models.CharField(max_length=160, blank=True)
    contact = models.CharField(max_length=300, blank=True)
    introduction = models.TextField(blank=True)
    sections = models.JSONField(default=list, blank=True)  # in their order; none: all, in ours
    layout = models.CharField(max_length=40, default="standard")
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["partnership", "paper"], name="paper_settings_once")
        ]


class AnnexWords(models.Model):
    """What the analyst says beside one table. The newest stands; none is edited."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="annex_words"
    )
    table = models.CharField(max_length=20)
    words = models.TextField(blank=True)  # empty: nothing is said from now on
    by = models.CharField(max_length=160)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["partnership", "table"], name="annex_words_table")]


class Build(models.Model):
    """One press. It keeps all that is needed to make the same paper again."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="papers")
    paper = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    round = models.ForeignKey(
        Round, null=True, blank=True, on_delete=models.PROTECT, related_name="papers"
    )
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="papers")
    freeze_id = models.BigIntegerField(null=True, blank=True)  # the record has no foreign keys
    freeze_hash = models.CharField(max_length=64, blank=True)  # empty: a draft
    audience = models.CharField(max_length=16, choices=AUDIENCES)
    large = models.BooleanField(default=False)
    given = models.JSONField(default=dict)
    whose = models.JSONField(default=dict)
    layout = models.CharField(max_length=40, default="standard")
    template_version = models.CharField(max_length=40)
    by = models.CharField(max_length=160)
    at = models.DateTimeField(default=timezone.now)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.CharField(max_length=160, blank=True)
    approved_hash = models.CharField(max_length=64, blank=True)  # of the freeze that approving made
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["partnership", "-at"], name="paper_newest")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_draft(self) -> bool:
        return not self.freeze_hash


class PaperFile(models.Model):
    STATES = [
        ("waiting", "Waiting"),
        ("building", "Being made"),
        ("ready", "Ready"),
        ("failed", "Could not be made"),
    ]

    build = models.ForeignKey(Build, on_delete=models.CASCADE, related_name="files")
    format = models.CharField(max_length=8)
    state = models.CharField(max_length=8, choices=STATES, default="waiting")
    sentence = models.CharField(max_length=300, blank=True)  # why it could not be made
    notes = models.JSONField(default=list)  # what it could not draw, and the like
    file = models.FileField(upload_to="papers/", blank=True)
    name = models.CharField(max_length=160, blank=True)  # under which it is taken away
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveIntegerField(default=0)
    began_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["build", "format"], name="paper_file_once")]
