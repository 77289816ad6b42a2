"""What evidence knows of an area beyond its name: where it lies, in what, and who lives there."""

from django.db import models
from django.db.models import Q

from frankpledge.partnership.models import Area


class Link(models.Model):
    """An LSOA belongs to a ward or an MSOA, or became an LSOA of a later vintage."""

    lower = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="links_up")
    upper = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="links_down")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["lower", "upper"], name="area_link_once")]


class Shape(models.Model):
    """An outline simplified once for drawing, neighbours kept together."""

    area = models.OneToOneField(Area, on_delete=models.CASCADE, related_name="shape")
    outline = models.BinaryField()  # well-known binary, longitude and latitude
    lon = models.FloatField()  # a point inside it
    lat = models.FloatField()
    neighbours = models.JSONField(default=list)  # codes that share a border with it


class Size(models.Model):
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="sizes")
    year = models.PositiveSmallIntegerField()
    residents = models.PositiveIntegerField(null=True, blank=True)
    households = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "year"], name="area_size_once"),
            models.CheckConstraint(
                condition=Q(residents__isnull=False) | Q(households__isnull=False),
                name="area_size_says_something",
            ),
        ]
