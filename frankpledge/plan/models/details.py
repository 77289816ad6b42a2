"""When, how much, how it stands, and how the words came to be what they are."""

from django.db import models
from django.db.models import Q

from frankpledge.language.states import CHOICES as STATES
from frankpledge.partnership.models import GroupPlace, Rating
from frankpledge.plan.models.actions import Action, Outcome
from frankpledge.plan.models.plans import Plan, Priority

OF_ONE_THING = Q(action__isnull=False, outcome__isnull=True) | Q(
    action__isnull=True, outcome__isnull=False
)


class Timescale(models.Model):
    KINDS = [
        ("date", "A date"),
        ("span", "Between two dates"),
        ("every", "Again and again"),
        ("meeting", "At meetings of a group"),
        ("on-demand", "When needed"),
        ("open", "No end was set"),
        ("unread", "In the words printed only"),
    ]
    UNITS = [
        ("day", "days"),
        ("week", "weeks"),
        ("month", "months"),
        ("quarter", "quarters"),
    ]

    action = models.ForeignKey(
        Action,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="timescales",
    )
    outcome = models.ForeignKey(
        Outcome,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="timescales",
    )
    printed = models.CharField(max_length=300)
    kind = models.CharField(max_length=12, choices=KINDS, default="unread")
    starts = models.DateField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    every = models.PositiveSmallIntegerField(null=True, blank=True)
    unit = models.CharField(max_length=8, choices=UNITS, blank=True)
    group = models.ForeignKey(
        GroupPlace, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    condition = models.CharField(max_length=200, blank=True)
    forecast = models.DateField(null=True, blank=True)  # beside the promised date, never over it
    forecast_why = models.CharField(max_length=300, blank=True)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(condition=OF_ONE_THING, name="timescale_of_one_thing")
        ]


class Target(models.Model):
    KINDS = [
        ("count-at-least", "At least so many"),
        ("count-exactly", "Exactly so many"),
        ("count-at-most", "At most so many"),
        ("proportion", "A share of a group"),
        ("change", "A change by so much"),
        ("rate-ceiling", "A rate not above"),
        ("milestone", "Something to be in place"),
        ("recurring", "Something made again and again"),
        ("attendance", "Somebody present"),
        ("direction", "A direction without a number"),
        ("unnumbered", "A measure without a number"),
        ("reference", "See another row"),
        ("unread", "In the words printed only"),
    ]
    DIRECTIONS = [("up", "Up"), ("down", "Down")]
    COMPARATORS = [
        ("before", "the period before"),
        ("year-before", "the same period a year before"),
        ("baseline", "a stated baseline"),
    ]

    outcome = models.ForeignKey(Outcome, on_delete=models.CASCADE, related_name="targets")
    printed = models.CharField(max_length=500)
    kind = models.CharField(max_length=16, choices=KINDS, default="unread")
    number = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    is_percent = models.BooleanField(default=False)
    direction = models.CharField(max_length=4, choices=DIRECTIONS, blank=True)
    counts = models.CharField(max_length=200, blank=True)  # what is counted
    of = models.CharField(max_length=200, blank=True)  # the group a share is taken of
    per = models.CharField(max_length=60, blank=True)  # 'quarter', 'year'
    baseline = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    baseline_says = models.CharField(max_length=200, blank=True)
    comparator = models.CharField(max_length=12, choices=COMPARATORS, blank=True)
    deadline = models.DateField(null=True, blank=True)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]


class Standing(models.Model):
    """What somebody said of how an outcome or action stands: a new row each time."""

    action = models.ForeignKey(
        Action,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="standings",
    )
    outcome = models.ForeignKey(
        Outcome,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="standings",
    )
    state = models.CharField(max_length=16, choices=STATES)
    rating = models.ForeignKey(
        Rating, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    words = models.TextField(blank=True)
    # News of an action whose outcomes are each rated: it does not say how the action stands.
    words_only = models.BooleanField(default=False)
    condition = models.CharField(max_length=300, blank=True)  # what would unblock it
    said_on = models.DateField()
    said_by = models.CharField(max_length=160)  # the post or person whose words these are
    said_by_is_name = models.BooleanField(default=False)
    words_are_public = models.BooleanField(default=False)  # after somebody has read them for that
    public_words = models.TextField(blank=True)  # as edited for the public, beside the original
    figure = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    of = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)  # '31 of 38'
    no_figure_because = models.CharField(max_length=300, blank=True)
    typed_by = models.CharField(max_length=160, blank=True)
    period = models.DateField(null=True, blank=True)  # first day of the quarter it speaks of
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-said_on", "-pk"]
        constraints = [models.CheckConstraint(condition=OF_ONE_THING, name="standing_of_one_thing")]


class Revision(models.Model):
    """Adopted words are never edited: each change of them is one of these, with its reason."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="revisions")
    priority = models.ForeignKey(
        Priority,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="revisions",
    )
    action = models.ForeignKey(
        Action,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="revisions",
    )
    outcome = models.ForeignKey(
        Outcome,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="revisions",
    )
    what = models.CharField(max_length=60)  # 'the words of the promise'
    old = models.JSONField(default=dict, blank=True)
    new = models.JSONField(default=dict, blank=True)
    decided_on = models.DateField()
    decided_by = models.CharField(max_length=160)
    why = models.CharField(max_length=500)
    made_by = models.CharField(max_length=160)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-decided_on", "-pk"]
