"""What a partnership adds to the library, what its targets mean, and what was judged when."""

from typing import cast

from django.db import models
from django.db.models import Q

from frankpledge.delivery.models import SurveyQuestion
from frankpledge.judging import indicators
from frankpledge.partnership.models import Partnership
from frankpledge.plan.models import Outcome


class Indicator(models.Model):
    POLARITIES = [
        ("down", "Fewer is better"),
        ("up", "More is better"),
        ("neither", "Neither is better by itself"),
    ]
    SOURCES = [
        ("evidence", "Published police figures, by type"),
        ("counts", "Our own counts, as loaded"),
        ("log", "The delivery log"),
        ("survey", "A survey question"),
        ("return", "A partner's return"),
    ]

    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="indicators"
    )
    key = models.SlugField(max_length=40)
    name = models.CharField(max_length=120)
    counts = models.CharField(max_length=120)  # as it stands in a sentence
    polarity = models.CharField(max_length=8, choices=POLARITIES)
    source = models.CharField(max_length=8, choices=SOURCES)
    of = models.JSONField(default=list, blank=True)
    denominator = models.CharField(max_length=120, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    lag_months = models.PositiveSmallIntegerField(default=0)
    provisional_months = models.PositiveSmallIntegerField(default=0)
    suppress_below = models.PositiveSmallIntegerField(default=0)
    breaks = models.JSONField(default=dict, blank=True)  # month: why
    author = models.CharField(max_length=120)
    checker = models.CharField(max_length=120)
    next_review = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)
    retired_on = models.DateField(null=True, blank=True)
    retired_why = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "key"], name="indicator_once"),
            models.CheckConstraint(
                condition=Q(retired_on__isnull=True) | ~Q(retired_why=""),
                name="indicator_retired_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def defined(self) -> indicators.Indicator:
        return indicators.Indicator(
            key=self.key,
            name=self.name,
            counts=self.counts,
            polarity=cast("indicators.Polarity", self.polarity),
            source=self.source,
            of=tuple(self.of),
            denominator=self.denominator,
            unit=self.unit,
            lag_months=self.lag_months,
            provisional_months=self.provisional_months,
            breaks=dict(self.breaks),
            suppress_below=self.suppress_below,
            author=self.author,
            checker=self.checker,
            next_review=self.next_review,
            retired=self.retired_why,
            note=self.note,
            own=True,
        )


class Meaning(models.Model):
    """What the printed words of a target are taken to mean, and who decided so.

    It belongs to the words: lists of targets are given anew when they change, and the same words
    still mean the same.
    """

    COMPARATORS = [
        ("before", "the period before"),
        ("year-before", "the same period a year before"),
        ("baseline", "one baseline for all of the plan"),
    ]
    SAID = [("each", "Of its period alone"), ("so-far", "All so far")]

    outcome = models.ForeignKey(Outcome, on_delete=models.CASCADE, related_name="meanings")
    printed = models.CharField(max_length=500)
    indicator = models.CharField(max_length=40, blank=True)
    area = models.CharField(max_length=9, blank=True)  # a code; empty: the partnership's
    comparator = models.CharField(max_length=12, choices=COMPARATORS, blank=True)
    every_months = models.PositiveSmallIntegerField(null=True, blank=True)  # of a rate
    baseline = models.PositiveBigIntegerField(null=True, blank=True)
    baseline_from = models.DateField(null=True, blank=True)
    baseline_months = models.PositiveSmallIntegerField(null=True, blank=True)
    people = models.PositiveIntegerField(null=True, blank=True)
    cohort = models.PositiveIntegerField(null=True, blank=True)
    deadline = models.DateField(null=True, blank=True)
    said = models.CharField(max_length=8, choices=SAID, blank=True)  # what leads' figures are of
    not_by_figures = models.CharField(max_length=300, blank=True)  # why it is left to words
    decided_by = models.CharField(max_length=160)
    decided_on = models.DateField()
    why = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["outcome", "printed"], name="meaning_once")]


class Deviation(models.Model):
    """A target that is missed with everybody's knowledge: why, and until when."""

    outcome = models.ForeignKey(Outcome, on_delete=models.CASCADE, related_name="deviations")
    why = models.CharField(max_length=500)
    until = models.DateField()
    accepted_by = models.CharField(max_length=160)
    accepted_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-accepted_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gte=models.F("accepted_on")), name="deviation_ends_after"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | ~Q(ended_why=""),
                name="deviation_ended_says_why",
            ),
        ]


class JudgedThen(models.Model):
    """A judgement as it was on a day, with the evidence that it rested on."""

    outcome = models.ForeignKey(Outcome, on_delete=models.CASCADE, related_name="judgements")
    as_at = models.DateField()
    doc = models.JSONField()
    generation = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-as_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["outcome", "as_at"], name="judged_once")]


class Shown(models.Model):
    """What was told as news, so that nothing is told as new a second time."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=160)
    first_shown = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["partnership", "key"], name="news_once")]


class Pair(models.Model):
    """What people fear and what happens, to be looked at side by side."""

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="pairs")
    fear = models.ForeignKey(SurveyQuestion, on_delete=models.PROTECT, related_name="+")
    # Of people who were asked whether it happened to them, or of what the police counted.
    happens = models.ForeignKey(
        SurveyQuestion, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    type = models.CharField(max_length=80, blank=True)
    made_by = models.CharField(max_length=160)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(happens__isnull=False, type="") | (Q(happens=None) & ~Q(type="")),
                name="pair_has_one_other_half",
            )
        ]
