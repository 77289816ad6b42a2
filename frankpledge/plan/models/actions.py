"""Actions, where they stand, who answers for them, and their numbered outcomes."""

from django.db import models
from django.db.models import Q

from frankpledge.language.states import CHOICES as STATES
from frankpledge.language.states import State
from frankpledge.partnership.models import (
    GroupPlace,
    Organisation,
    Person,
    Post,
    Rating,
)
from frankpledge.plan.models.plans import Plan, Priority


class Stands(models.Model):
    """What people last said of it. Kept here for reading; each saying is a row of Standing."""

    state = models.CharField(max_length=16, choices=STATES, default=State.NOT_STATED)
    rating = models.ForeignKey(
        Rating, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    said_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


class Action(Stands):
    KINDS = [("core", "Core"), ("project", "Project"), ("campaign", "Campaign")]
    AUDIENCES = [
        ("public", "The public, once published"),
        ("internal", "The partnership only"),
        ("restricted", "Only those who may see restricted actions"),
    ]

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="actions")
    ref = models.CharField(max_length=20, blank=True)  # as printed; not unique
    kind = models.CharField(max_length=12, choices=KINDS, default="core")
    aim = models.TextField(blank=True)
    words = models.TextField()  # what will be done, as promised
    points = models.JSONField(default=list, blank=True)  # its sub-points
    resources = models.JSONField(default=list, blank=True)
    audience = models.CharField(max_length=12, choices=AUDIENCES, default="public")
    carried_from = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="carried_to",
    )
    closed_on = models.DateField(null=True, blank=True)  # when struck or carried forward
    closed_by = models.CharField(max_length=160, blank=True)  # who decided
    closed_why = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[State.STRUCK, State.CARRIED])
                | (Q(closed_on__isnull=False) & ~Q(closed_why="")),
                name="action_closed_says_why",
            )
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.words}".strip()

    @property
    def label(self) -> str:
        """Short enough for a line of the record."""
        words = self.words if len(self.words) <= 80 else f"{self.words[:79].rstrip()}…"
        return f"{self.ref} {words}".strip()


class Placement(models.Model):
    """An action under a priority. What differs there is a variant; the base has none."""

    VARIANT_FIELDS = (
        "aim",
        "action",
        "lead",
        "support",
        "timescale",
        "resources",
        "outcomes",
        "update",
    )

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="placements")
    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="placements")
    ref = models.CharField(max_length=20, blank=True)
    order = models.PositiveIntegerField(default=0)
    is_base = models.BooleanField(default=True)
    variants = models.JSONField(default=dict, blank=True)
    only_outcomes: "models.ManyToManyField[Outcome, models.Model]" = models.ManyToManyField(
        "Outcome", blank=True, related_name="+"
    )

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["action", "priority"], name="placed_once"),
            models.UniqueConstraint(
                fields=["action"], condition=Q(is_base=True), name="one_base_placement"
            ),
        ]


class Lead(models.Model):
    """Who answers for an action or a priority, or helps: in the end somebody one can ask."""

    PARTS = [("lead", "Leads"), ("support", "Helps")]

    action = models.ForeignKey(
        Action, null=True, blank=True, on_delete=models.CASCADE, related_name="leads"
    )
    priority = models.ForeignKey(
        Priority, null=True, blank=True, on_delete=models.CASCADE, related_name="leads"
    )
    part = models.CharField(max_length=8, choices=PARTS, default="lead")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="leads"
    )
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="leads"
    )
    group = models.ForeignKey(
        GroupPlace,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="leads",
    )
    everyone = models.BooleanField(default=False)  # 'all partners': the members at the time
    printed = models.CharField(max_length=300, blank=True)
    name_is_public = models.BooleanField(default=False)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(action__isnull=False, priority__isnull=True)
                | Q(action__isnull=True, priority__isnull=False),
                name="lead_of_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(organisation__isnull=False)
                | Q(post__isnull=False)
                | Q(person__isnull=False)
                | Q(group__isnull=False)
                | Q(everyone=True)
                | ~Q(printed=""),
                name="lead_is_somebody",
            ),
        ]


class Outcome(Stands):
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="outcomes")
    number = models.PositiveSmallIntegerField(null=True, blank=True)  # as printed
    words = models.TextField()
    order = models.PositiveIntegerField(default=0)
    closed_on = models.DateField(null=True, blank=True)
    closed_by = models.CharField(max_length=160, blank=True)
    closed_why = models.CharField(max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[State.STRUCK, State.CARRIED])
                | (Q(closed_on__isnull=False) & ~Q(closed_why="")),
                name="outcome_closed_says_why",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number or ''} {self.words}".strip()


class ActionLink(models.Model):
    KINDS = [
        ("through", "is done through"),
        ("replaces", "replaces"),
        ("serves", "also serves"),
    ]

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="links_out")
    kind = models.CharField(max_length=12, choices=KINDS)
    other = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="links_in")
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["action", "kind", "other"], name="link_once"),
            models.CheckConstraint(condition=~Q(action=models.F("other")), name="link_to_another"),
        ]
