"""A partnership: whom the system is kept for, how long it lives, and how it wants to look."""

from django.core.validators import RegexValidator
from django.db import models

from frankpledge.language.states import CHOICES as STATES
from frankpledge.language.states import State
from frankpledge.partnership.models.dated import Dated
from frankpledge.partnership.models.host import Area

slug_shape = RegexValidator(
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "Use small letters, figures and single hyphens."
)


class Partnership(Dated):
    KINDS = [("district", "District partnership"), ("county", "County partnership")]

    slug = models.CharField(max_length=50, unique=True, validators=[slug_shape])
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=16, choices=KINDS, default="district")
    strapline = models.CharField(max_length=120, default="Community Safety Partnership")
    place = models.CharField(max_length=120, blank=True)  # what residents call the area
    aliases = models.JSONField(default=list, blank=True)
    county = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="districts"
    )
    areas = models.ManyToManyField(Area, blank=True, related_name="partnerships")
    year_starts_in = models.PositiveSmallIntegerField(default=4)

    colour = models.CharField(max_length=7, blank=True)  # empty: woad
    logo = models.FileField(upload_to="logos/", blank=True)
    logo_says = models.CharField(max_length=120, blank=True)
    accessibility_words = models.TextField(blank=True)
    privacy_words = models.TextField(blank=True)
    help_words = models.TextField(blank=True)  # the foot of every public page: whom to ring
    second_factor = models.BooleanField(default=False)  # coordinators need one to sign in
    version = models.PositiveIntegerField(default=1)

    class Meta(Dated.Meta):
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def chain(self) -> str:
        """The key of this partnership's chain in the record. Slugs may change; this does not."""
        return f"partnership:{self.pk}"


class Succession(models.Model):
    """Districts merge and split: what followed what, when, and by which decision."""

    predecessor = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="successions_out"
    )
    successor = models.ForeignKey(
        Partnership, on_delete=models.PROTECT, related_name="successions_in"
    )
    on = models.DateField()
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="succession_once"),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("successor")), name="succession_of_another"
            ),
        ]


class Rating(Dated):
    """One step of a partnership's own scale: in one, amber means fine; in most, worry."""

    SHAPES = [
        ("circle", "Circle"),
        ("triangle", "Triangle"),
        ("hollow-triangle", "Hollow triangle"),
        ("square", "Square"),
        ("hollow-square", "Hollow square"),
        ("tick", "Tick in a circle"),
        ("half", "Half a circle"),
        ("ring", "Ring"),
        ("dashed-ring", "Dashed ring"),
    ]
    COLOURS = [
        ("lincoln", "Green"),
        ("amber", "Amber"),
        ("madder", "Red"),
        ("ink", "Black"),
        ("hush", "Grey"),
        ("slate", "Blue-grey"),
    ]

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="ratings")
    label = models.CharField(max_length=30)
    meaning = models.CharField(max_length=120, blank=True)
    shape = models.CharField(max_length=16, choices=SHAPES)
    colour = models.CharField(max_length=16, choices=COLOURS)
    # The state it stands for, so that a lead makes one choice and not two.
    implies = models.CharField(max_length=16, choices=STATES, default=State.IN_PROGRESS)
    # 1 is the worst. Worst first is how lists are read, and what an action shows of its outcomes.
    severity = models.PositiveSmallIntegerField()
    is_good = models.BooleanField(default=False)  # counts as done or on track in public sentences
    version = models.PositiveIntegerField(default=1)

    class Meta(Dated.Meta):
        ordering = ["severity", "pk"]

    def __str__(self) -> str:
        return self.label
