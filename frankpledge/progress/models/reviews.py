"""What the coordinator makes of the answers, and what partners ask of each other."""

from django.db import models
from django.db.models import Q

from frankpledge.asking.models import Link
from frankpledge.partnership.models import GroupPlace, Organisation, Person, Post
from frankpledge.plan.models import Action
from frankpledge.progress.models.answers import Answer
from frankpledge.progress.models.rounds import Item, Round


class Verdict(models.Model):
    """Read and agreed, sent back, or not reported. The newest that was not undone counts."""

    KINDS = [
        ("agreed", "Agreed"),
        ("sent-back", "Sent back with a question"),
        ("not-reported", "Not reported"),
    ]

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="verdicts")
    answer = models.ForeignKey(
        Answer, null=True, blank=True, on_delete=models.PROTECT, related_name="verdicts"
    )
    kind = models.CharField(max_length=12, choices=KINDS)
    is_public = models.BooleanField(default=False)  # may the words go on the public face
    public_words = models.TextField(blank=True)  # as edited for publication, beside the original
    words = models.TextField(blank=True)  # the question, or why it was not reported
    at = models.DateTimeField(auto_now_add=True)
    by = models.CharField(max_length=160)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="not-reported") | Q(answer__isnull=False),
                name="verdict_of_an_answer",
            )
        ]


class Settled(models.Model):
    """Something that looked wrong, was pointed out, and was looked at."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="settled")
    doubt = models.CharField(max_length=120)  # 'answer:31:outside-the-period'
    how = models.CharField(max_length=60)
    at = models.DateTimeField(auto_now_add=True)
    by = models.CharField(max_length=160)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "doubt"], name="settled_once")]


class Question(models.Model):
    """From one partner to another: with an addressee and an answer, not text in an update."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="questions")
    action = models.ForeignKey(
        Action, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_by = models.CharField(max_length=160)
    item = models.ForeignKey(
        Item, null=True, blank=True, on_delete=models.PROTECT, related_name="questions"
    )  # whose answer it came up in
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    group = models.ForeignKey(
        GroupPlace, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    to = models.CharField(max_length=300)  # whom it is for, in words
    email = models.EmailField(blank=True)
    link = models.ForeignKey(
        Link, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    words = models.TextField()
    asked_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.CharField(max_length=160, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    @property
    def about(self) -> str:
        return f"question:{self.pk}"
