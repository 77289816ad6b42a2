"""Survey waves: one question asked again and again, and what the answers were."""

from django.db import models
from django.db.models import F, Q

from frankpledge.delivery.models.log import Followed
from frankpledge.partnership.models import Partnership
from frankpledge.plan.models import Outcome

POLARITIES = [("up", "More is good"), ("down", "Less is good"), ("neither", "Neither is good")]


class SurveyQuestion(models.Model):
    partnership = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="survey_questions"
    )
    name = models.CharField(max_length=80)  # 'Safe after dark'
    wording = models.CharField(max_length=500)
    counted = models.CharField(max_length=200)  # which answers: 'very or fairly safe'
    asked_of = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=200, blank=True)
    polarity = models.CharField(max_length=8, choices=POLARITIES, default="up")
    outcomes = models.ManyToManyField(Outcome, blank=True, related_name="survey_questions")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "name"], name="survey_question_once")
        ]

    def __str__(self) -> str:
        return self.name


class Wave(Followed):
    question = models.ForeignKey(SurveyQuestion, on_delete=models.PROTECT, related_name="waves")
    starts = models.DateField()  # first day on which people were asked
    ends = models.DateField()
    part = models.PositiveIntegerField()  # how many gave the answers that are counted
    base = models.PositiveIntegerField()  # how many answered
    # As it was printed, where no count was: the part is then worked back from it.
    per_cent = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    # Why it cannot be compared with those before: 'the wording changed'.
    break_why = models.CharField(max_length=300, blank=True)
    note = models.CharField(max_length=300, blank=True)
    press = models.CharField(max_length=64)

    class Meta(Followed.Meta):
        ordering = ["starts", "ends", "pk"]
        constraints = [
            *Followed.Meta.constraints,
            models.UniqueConstraint(fields=["question", "press"], name="wave_press"),
            models.CheckConstraint(condition=Q(part__lte=F("base")), name="wave_part_of_base"),
            models.CheckConstraint(condition=Q(base__gt=0), name="wave_has_base"),
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="wave_ends_after"),
        ]
